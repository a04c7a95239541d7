import { render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { UploadError } from '../../src/engine/errors.ts'
import { attachment, failed, queued, rejected } from '../../stories/support/posedItems.ts'
import { posableSession } from '../components/posableSession.ts'
import { hostileNames } from './hostileNames.ts'

declare global {
  interface Window {
    __pwned?: unknown
  }
}

const alert = vi.fn<typeof globalThis.alert>()

beforeEach(() => {
  delete window.__pwned
  vi.stubGlobal('alert', alert)
  performance.clearResourceTimings()
})
afterEach(() => void vi.unstubAllGlobals())

/** Everything the list is made of; anything else came out of a name. */
const ownElements = new Set(['DIV', 'UL', 'LI', 'SPAN', 'BDI', 'BUTTON', 'P', 'svg', 'path'])
const ownAttributes =
  /^(?:data-.*|aria-.*|role|id|class|style|tabindex|type|title|hidden|dir|d|viewBox|width|height|fill|stroke.*|focusable|xmlns)$/

/** As many as are all rendered, twice: of a long list only the part in sight is. */
const batchLength = 25
const batches = Array.from({ length: Math.ceil(hostileNames.length / batchLength) }, (_, at) => ({
  from: at * batchLength,
  names: hostileNames.slice(at * batchLength, (at + 1) * batchLength),
}))

it.each(batches)('R65 names from number $from run nothing, add nothing and ask nobody', async ({ names }) => {
  const items = names.map((name, at) => ({ ...queued(name, at), id: `item ${at}` }))
  const stored = names.map((name, at) => attachment(name, at, { handle: `stored ${at}`, contentType: name }))
  const upload = posableSession([])
  const { container, unmount } = render(<AttachmentListView upload={upload} attachments={stored} />)
  upload.pose(items.slice(0, 2))
  upload.pose(items)
  const error = new UploadError({
    code: 'vendor-refused',
    stage: 'transfer',
    storageCode: '<img onerror=x>',
    hint: '<b>',
  })
  upload.pose(items.map((item) => ({ ...failed(item.meta.name, 1, error), id: item.id })))
  upload.pose(
    items.map((item) => ({
      ...rejected(item.meta.name, 1, { code: 'file-invalid-name', detail: item.meta.name }),
      id: item.id,
    })),
  )
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

  const elements = [...container.querySelectorAll('*')]
  expect(elements.length).toBeGreaterThan(names.length * 6)
  expect([...new Set(elements.map((element) => element.tagName))].filter((tag) => !ownElements.has(tag))).toEqual([])
  const attributes = new Set(elements.flatMap((element) => element.getAttributeNames()))
  expect([...attributes].filter((name) => !ownAttributes.test(name))).toEqual([])
  expect(window.__pwned).toBeUndefined()
  expect(alert).not.toHaveBeenCalled()
  const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)
  expect(asked.filter((origin) => origin !== location.origin)).toEqual([])
  unmount()
})
