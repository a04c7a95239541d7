import { describe, expect, it } from 'vitest'
import { UploadError, type ErrorCode } from '../../src/engine/errors.ts'
import type { Credential } from '../../src/engine/ports.ts'
import { readStorageError } from '../../src/transports/readStorageError.ts'
import { sendCredential } from '../simulator/sendCredential.ts'
import { fileOf, metaOf } from '../support/transportRequests.ts'
import type { Manner } from './attachmentBackend.ts'
import { createStoreClient, outcomeOf, send, storeNames, waysOf, type StoreName } from './storeClient.ts'

const asked = fileOf(1000, 'report.pdf', 'application/pdf')

interface Refusal {
  what: string
  upload: 'put' | 'form'
  /** How the backend signs. @default 'right' */
  manner?: Manner
  /** What the page does to the credential. */
  change?: (credential: Credential) => Credential
  /** What the page sends in the place of the file it asked for. */
  file?: File
  /** What the kit makes of it, on the simulator as on S3. */
  code: ErrorCode
  /** Where Ceph says less than S3 does. */
  onCeph?: ErrorCode
  /** Of a PUT: a SAS binds no headers, and what Azure refuses can always be read. */
  onAzurite?: ErrorCode | 'stored'
}

/**
 * A refused PUT cannot be read: both stores that speak S3 leave the CORS headers out where a signature does not fit. So a page tells no more
 * than whether bytes had left (`network`) or not (`cors-refused`, which a new credential may mend). What is said of a
 * form can be read, but for a bucket that is not there, which has no rules.
 */
const refusals: Refusal[] = [
  { what: 'an expired URL', upload: 'put', manner: 'expired', code: 'cors-refused', onAzurite: 'credential-refused' },
  {
    what: 'a tampered signature',
    upload: 'put',
    change: withSignature,
    code: 'network',
    onAzurite: 'credential-refused',
  },
  {
    what: 'another key',
    upload: 'put',
    change: withUrl(/\/tickets\/42\//, '/tickets/43/'),
    code: 'network',
    onAzurite: 'credential-refused',
  },
  {
    what: 'another type',
    upload: 'put',
    change: withHeader('Content-Type', 'text/html'),
    code: 'network',
    onAzurite: 'stored',
  },
  { what: 'another size', upload: 'put', file: fileOf(1001), code: 'network', onAzurite: 'stored' },
  {
    what: 'an access key nobody knows',
    upload: 'put',
    manner: 'unknown-key',
    code: 'cors-refused',
    onAzurite: 'credential-refused',
  },
  {
    what: 'a bucket that is not there',
    upload: 'put',
    manner: 'no-bucket',
    code: 'cors-refused',
    onAzurite: 'store-misconfigured',
  },
  {
    what: 'an unsigned request',
    upload: 'put',
    change: withUrl(/\?.*/, ''),
    code: 'forbidden',
    onAzurite: 'credential-refused',
  },
  { what: 'an expired policy', upload: 'form', manner: 'expired', code: 'credential-expired' },
  {
    what: 'a tampered signature',
    upload: 'form',
    change: withSignature,
    code: 'signature-mismatch',
    onCeph: 'forbidden',
  },
  { what: 'another key', upload: 'form', change: withField('key', 'tickets/43/a.pdf'), code: 'policy-violated' },
  { what: 'another type', upload: 'form', change: withField('Content-Type', 'text/html'), code: 'policy-violated' },
  { what: 'a field too many', upload: 'form', change: withField('x-amz-meta-a', 'b'), code: 'policy-violated' },
  { what: 'a file too large', upload: 'form', file: fileOf(1001), code: 'file-too-large' },
  { what: 'a file too small', upload: 'form', file: fileOf(999), code: 'file-too-small' },
  {
    what: 'an access key nobody knows',
    upload: 'form',
    manner: 'unknown-key',
    code: 'credential-refused',
    onCeph: 'forbidden',
  },
  { what: 'a bucket that is not there', upload: 'form', manner: 'no-bucket', code: 'network' },
]

const codeOn = (store: StoreName, { code, onAzurite, onCeph }: Refusal) =>
  (store === 'ceph' ? onCeph : store === 'azurite' ? onAzurite : undefined) ?? code

describe.each(storeNames)('%s', (store) => {
  const rows = refusals
    .filter(({ upload }) => waysOf(store).includes(upload))
    .map((refusal) => ({ ...refusal, expected: codeOn(store, refusal) }))

  it.each(rows)('$what by $upload: $expected', async ({ change, expected, file, manner, upload }) => {
    const { adapter, ask } = createStoreClient(store, upload, manner)
    const right = await ask(asked)
    const credential = change?.(right) ?? right
    const sent =
      upload === 'put' ? send(credential, file ?? asked, { meta: metaOf(asked) }) : sendForm(credential, file)
    expect(await outcomeOf(sent)).toBe(expected)
    if (manner) return
    const meta = { name: 'a', size: (file ?? asked).size, contentType: '', lastModified: 0 }
    const { signal } = new AbortController()
    const verdict = await adapter.verifyUpload({ itemId: 'a', file: meta, handle: right.handle, signal })
    expect(verdict).toBe(expected === 'stored' ? 'stored' : 'missing')
  })
})

describe('the page itself', () => {
  it.each([
    ['a file too large', fileOf(1001), 'file-too-large'],
    ['a file too small', fileOf(999), 'file-too-small'],
  ] as const)('refuses %s as the stores would, before a byte moves', async (_what, file, code) => {
    const { ask } = createStoreClient('ceph', 'form')
    expect(await outcomeOf(send(await ask(asked), file))).toBe(code)
  })
})

/** Without the look into the policy that the transport takes first: here the store is to speak. */
async function sendForm(credential: Credential, file = asked): Promise<void> {
  const answer = await sendCredential(fetch, credential, file).catch((cause: unknown) => {
    throw new UploadError({ code: 'network', stage: 'transfer', cause })
  })
  if (answer.status >= 300) throw readStorageError(answer)
}

function withSignature(credential: Credential): Credential {
  const other = '0'.repeat(64)
  if (credential.kind === 'form-policy') return withField('X-Amz-Signature', other)(credential)
  return withUrl(/(X-Amz-Signature|sig)=[^&]*/, `$1=${other}`)(credential)
}

function withUrl(pattern: RegExp, replacement: string) {
  return (credential: Credential): Credential => ({ ...credential, url: credential.url.replace(pattern, replacement) })
}

function withHeader(name: string, value: string) {
  return (credential: Credential): Credential => ({ ...credential, headers: { ...credential.headers, [name]: value } })
}

function withField(name: string, value: string) {
  return (credential: Credential): Credential => {
    if (credential.kind !== 'form-policy') return credential
    const others = credential.fields.filter(([each]) => each !== name)
    return { ...credential, fields: [...others, [name, value]] }
  }
}
