import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { FormPolicyUploadOptions } from '../../src/react/useFormPolicyUpload.ts'

const browserGlobals = ['window', 'document', 'navigator', 'File', 'FileReader', 'XMLHttpRequest', 'localStorage']

beforeEach(() => {
  vi.resetModules()
  for (const name of browserGlobals) vi.stubGlobal(name, undefined)
})
afterEach(() => void vi.unstubAllGlobals())

const modules = import.meta.glob<object>('../../src/{engine,messages,react,transports}/**/*.{ts,tsx}')

it.each(Object.keys(modules))('R38 imports %s on a server', async (path) => {
  expect(await modules[path]?.()).toBeTypeOf('object')
})

it('R38 renders the provider and every hook on a server, and asks nothing', async () => {
  const { ServedPage, servedHtml } = await import('./servedPage.tsx')
  const { createScriptedAdapter } = await import('../../src/testing/scriptedAdapter.ts')
  const adapter = createScriptedAdapter({ rules: { accept: ['.pdf'] } })
  const form: FormPolicyUploadOptions = {
    adapter: {
      ...adapter,
      batch: undefined,
      requestUpload: () => Promise.reject(new Error('A server uploads nothing.')),
    },
  }
  expect(renderToString(createElement(ServedPage, { signed: { adapter }, form }))).toBe(servedHtml)
  expect(adapter.calls).toEqual([])
})
