import { describe, expect, it } from 'vitest'
import { createAlibabaTicketAdapter } from '../../src/adapters/alibaba-ticket/createAdapter.ts'
import { createDingtalkStorageAdapter } from '../../src/adapters/dingtalk-storage/createAdapter.ts'
import { createHuaweiCocAdapter } from '../../src/adapters/huawei-coc/createAdapter.ts'
import { createSignedEndpointAdapter } from '../../src/adapters/signed-endpoint/createAdapter.ts'
import { admitFiles } from '../../src/engine/admitFiles.ts'
import { displayName } from '../../src/engine/displayName.ts'
import { isAbortError, UploadError } from '../../src/engine/errors.ts'
import { fileMeta } from '../../src/engine/fileMeta.ts'
import { safeFilename } from '../../src/engine/safeFilename.ts'
import { formatContentDisposition } from '../../src/signing/contentDisposition.ts'
import { parseContentDisposition } from '../../src/transports/contentDisposition.ts'
import { neverAborted as signal } from '../adapters/support.ts'
import { hostileNames } from './hostileNames.ts'

const endpoint = 'https://desk.example.test/api'

describe('a corpus of hostile names', () => {
  it('holds five hundred and more', () => {
    expect(hostileNames.length).toBeGreaterThan(500)
  })

  it('R48 is shown on one line, without turns of direction, and never as nothing', () => {
    for (const name of hostileNames) {
      expect(displayName(name)).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u)
      expect(displayName(name)).not.toBe('')
    }
  })

  it('R63 is never saved outside of its folder, hidden, or under a name too long', () => {
    for (const name of hostileNames) {
      const safe = safeFilename(name)
      expect(safe ?? 'a').not.toMatch(/[/\\\p{Cc}]|^\./u)
      expect(Array.from(safe ?? '').length).toBeLessThanOrEqual(200)
    }
  })

  it('R49 breaks no header and comes back as it was', () => {
    for (const name of hostileNames) {
      const header = formatContentDisposition('attachment', name)
      expect(header).toMatch(/^[\x20-\x7e]+$/)
      expect(() => new Headers({ 'content-disposition': header })).not.toThrow()
      const { type, filename } = parseContentDisposition(header)
      expect([type, filename]).toEqual(['attachment', name.replace(/\p{Cs}/gu, '\uFFFD')])
    }
  })

  it('never throws when it is read as a header, and is taken in as a file', () => {
    const options = { rules: {}, occupied: { files: 0, bytes: 0 }, overflow: 'accept-first-n' } as const
    for (const name of hostileNames) {
      expect(() => parseContentDisposition(name)).not.toThrow()
      expect(admitFiles([new File(['x'], name)], options)).toMatchObject([{ status: 'queued' }])
    }
  })

  it('R49 goes to the endpoint and nowhere else, as a name and as a handle', async () => {
    const asked: string[] = []
    const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
      asked.push(new Request(input, init).url)
      return new Response('{}', { status: 404 })
    }
    const adapters = [
      createAlibabaTicketAdapter({ endpoint, fetch, ticketId: 't' }),
      createDingtalkStorageAdapter({ endpoint, fetch }),
      createHuaweiCocAdapter({ endpoint }),
      createSignedEndpointAdapter({ endpoint, fetch }),
    ]
    for (const name of hostileNames) {
      const file = fileMeta(new File(['x'], name))
      for (const adapter of adapters) {
        const attachment = { handle: name, name }
        const upload = adapter.requestUpload({ itemId: 'i', file, attempt: 1, signal })
        const download = adapter.requestDownload({ attachment, disposition: 'attachment', filename: name, signal })
        for (const end of await Promise.allSettled([upload, download])) {
          if (end.status === 'fulfilled') asked.push(new URL(end.value.url).href)
          expect(end).toSatisfy(isExpected)
        }
      }
    }
    expect(asked.length).toBeGreaterThan(2000)
    expect(asked.filter((url) => !url.startsWith(`${endpoint}/`))).toEqual([])
    const operations =
      /\/(?:GetAttachmentUploadUrl|ListTicketNotes|GetAttachmentUrl|query(?:\?.*)?|sign|download|attachments(?:\/.+)?)$/
    expect(asked.filter((url) => !operations.test(url))).toEqual([])
  })
})

function isExpected(end: PromiseSettledResult<unknown>): boolean {
  return end.status === 'fulfilled' || end.reason instanceof UploadError || isAbortError(end.reason)
}
