import { describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../src/engine/errors.ts'
import type { SignedPutCredential } from '../../src/engine/ports.ts'
import { fileOf } from '../support/transportRequests.ts'
import type { Manner } from './attachmentBackend.ts'
import { outcomeOf, putAdapterOver, send, signal, storeNames, type StoreName } from './storeClient.ts'

const mebibyte = 1024 ** 2
const meta = { name: 'a.mkv', size: 9 * mebibyte, contentType: 'video/x-matroska', lastModified: 0 }
const partSize = 8 * mebibyte
const source = fileOf(partSize + 1)

interface PartRefusal {
  what: string
  manner?: Manner
  change?: (credential: SignedPutCredential) => SignedPutCredential
  /** Bytes that are sent in the place of the part's. */
  size?: number
  /** The upload is ended between the signature and the bytes. */
  isEnded?: boolean
  /** What the kit makes of it on stores that speak S3, Ceph and the simulator alike. */
  code: ErrorCode
  /** A SAS binds no size, and Azure knows blocks and no upload. */
  onAzurite: ErrorCode | 'stored'
}

const refusals: PartRefusal[] = [
  { what: 'an expired URL', manner: 'expired', code: 'cors-refused', onAzurite: 'credential-refused' },
  { what: 'a tampered signature', change: withSignature, code: 'network', onAzurite: 'credential-refused' },
  { what: 'another part’s URL', change: withPartNumber, code: 'network', onAzurite: 'stored' },
  { what: 'a part too large', size: partSize + 1, code: 'network', onAzurite: 'stored' },
  { what: 'a part too small', size: partSize - 1, code: 'network', onAzurite: 'stored' },
  { what: 'an upload that has ended', isEnded: true, code: 'not-found', onAzurite: 'stored' },
]

describe.each(storeNames)('%s, asked for a part', (store) => {
  const rows = refusals.map((refusal) => ({ ...refusal, expected: codeOn(store, refusal) }))

  it.each(rows)('$what: $expected', async ({ change, expected, isEnded, manner, size = partSize }) => {
    const { abort, begin, complete, requestPart } = clientOf(store, manner)
    const upload = await begin()
    const right = await requestPart(upload)
    if (isEnded) await abort(upload)
    const bytes = new File([source.slice(0, size)], 'part')
    expect(await outcomeOf(send(change?.(right) ?? right, bytes))).toBe(expected)
    // Whatever a store let through: the object is made of the parts that were asked for, or not at all.
    expect(await outcomeOf(complete(upload))).toBe(isEnded && store !== 'azurite' ? 'not-found' : 'integrity-mismatch')
    await abort(upload)
  })
})

/** Begins and ends as the backend should; asks for parts in the manner of the row. */
function clientOf(store: StoreName, manner: Manner = 'right') {
  const [right, asManner] = (['right', manner] as const).map((each) => putAdapterOver(store, each, {}).multipart!)
  const request = { itemId: 'a', file: meta, signal }
  const part = { partNumber: 1, offset: 0, size: partSize }
  type Upload = Awaited<ReturnType<typeof begin>>
  const begin = () => right!.beginMultipart({ ...request, attempt: 1 })
  return {
    begin,
    requestPart: (upload: Upload) => asManner!.requestPart({ ...request, upload, part, attempt: 1 }),
    complete: (upload: Upload) => right!.completeMultipart({ ...request, upload }),
    abort: (upload: Upload) => right!.abortMultipart({ upload, keepalive: false, signal }),
  }
}

const codeOn = (store: StoreName, { code, onAzurite }: PartRefusal) => (store === 'azurite' ? onAzurite : code)

function withSignature(credential: SignedPutCredential): SignedPutCredential {
  return { ...credential, url: credential.url.replace(/(X-Amz-Signature|sig)=[^&]*/, `$1=${'0'.repeat(64)}`) }
}

/** On Azure the name of the block, which a SAS does not bind. */
function withPartNumber(credential: SignedPutCredential): SignedPutCredential {
  const url = new URL(credential.url)
  const block = url.searchParams.get('blockid')
  if (block === null) url.searchParams.set('partNumber', '2')
  else url.searchParams.set('blockid', btoa(atob(block).replace('.00001', '.00002')))
  return { ...credential, url: url.href }
}
