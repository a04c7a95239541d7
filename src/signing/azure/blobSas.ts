import { fromBase64, formatQuery, toBase64 } from '../encoding.ts'
import { hmacSha256 } from '../hmac.ts'

/** A storage account's name and one of its two keys. */
export interface AzureAccount {
  name: string
  /** Base64, as the portal shows it. */
  key: string
}

/** What a shared access signature allows. */
export interface BlobSasGrant {
  container: string
  /** Decoded; slashes are part of it. */
  blob: string
  /** Letters in the order of the documentation: `r`, `c` create, `w` write, `d`, ... e.g. `cw`, `r`. */
  permissions: string
  /** Milliseconds since the epoch; parts of a second are dropped. */
  expiresAt: number
  /** @default at once */
  startsAt?: number | undefined
  /** @default 'https' */
  protocol?: 'https' | 'https,http' | undefined
  /** What a download's Content-Disposition is to say. @default what is stored */
  contentDisposition?: string | undefined
  /** What a download's Content-Type is to say. @default what is stored */
  contentType?: string | undefined
}

/** The version whose string to sign is made here. */
const signedVersion = '2026-04-06'

/**
 * The query string that lets its holder do `permissions` to one blob. It binds neither headers nor size; a PUT needs the
 * header `x-ms-blob-type: BlockBlob` besides. Source: "Create a service SAS" of the Azure Storage REST reference.
 * @throws TypeError when the account's key is empty or not base64
 */
export async function signBlobSas(grant: BlobSasGrant, account: AzureAccount): Promise<string> {
  const key = fromBase64(account.key)
  if (!key?.length) throw new TypeError('The account key is empty, or not base64.')
  const { container, blob, permissions, contentDisposition = '', contentType = '', protocol = 'https' } = grant
  const startsAt = grant.startsAt === undefined ? '' : timeOf(grant.startsAt)
  const expiresAt = timeOf(grant.expiresAt)
  const none = ''
  const stringToSign = [
    permissions,
    startsAt,
    expiresAt,
    `/blob/${account.name}/${container}/${blob}`,
    none, // signed identifier
    none, // addresses
    protocol,
    signedVersion,
    'b',
    none, // snapshot
    none, // encryption scope
    none, // Cache-Control
    contentDisposition,
    none, // Content-Encoding
    none, // Content-Language
    contentType,
  ].join('\n')
  const query: ReadonlyArray<readonly [string, string]> = [
    ['sv', signedVersion],
    ['spr', protocol],
    ['st', startsAt],
    ['se', expiresAt],
    ['sr', 'b'],
    ['sp', permissions],
    ['rscd', contentDisposition],
    ['rsct', contentType],
    ['sig', toBase64(await hmacSha256(key, stringToSign))],
  ]
  return formatQuery(query.filter(([, value]) => value !== ''))
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}/, '')
}
