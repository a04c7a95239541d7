import { fromBase64, toBase64, utf8 } from '../signing/encoding.ts'
import { callStore, unusable, type Fetch, type StoreCall } from './callObject.ts'
import type { ListedPart, MultipartStore } from './multipartStore.ts'
import { xmlElements, xmlText } from './storeXml.ts'

export interface AzureBlocksOptions {
  /** A URL of the blob under a SAS with these permissions. */
  sign: (key: string, permissions: string, lifeSeconds: number) => Promise<string>
  fetch?: Fetch | undefined
}

const ownLifeSeconds = 60
const xmlType = { 'Content-Type': 'application/xml' }
/** What is there stays: a blob that was made of the blocks, by a call whose answer was lost. */
const ifNew = { 'If-None-Match': '*' }

/**
 * Azure's blocks as the parts of an upload. Azure knows no upload: blocks lie uncommitted at the blob's key until a list of
 * them makes a blob, and Azure frees what lies there for a week. So the id is the server's own, and the name of each block
 * begins with it. Sources: "Put Block", "Put Block List" and "Get Block List" of the Azure Storage REST reference.
 */
export function createAzureBlocks({ sign, fetch }: AzureBlocksOptions): MultipartStore {
  const call = async (key: string, permissions: string, query: string, request: StoreCall) =>
    callStore((await sign(key, permissions, ownLifeSeconds)) + query, request, fetch)

  /** Of whatever upload. Undefined where a blob was made of them. */
  async function listBlocks(key: string): Promise<string[] | undefined> {
    const response = await call(key, 'r', '&comp=blocklist&blocklisttype=all', { method: 'GET' })
    const xml = await response.text()
    if (response.status === 404) return []
    if (!response.ok) throw unusable(response.status, xmlText(xml, 'Code'))
    const [committed = ''] = xmlElements(xml, 'CommittedBlocks')
    const [uncommitted = ''] = xmlElements(xml, 'UncommittedBlocks')
    return committed.includes('<Block>') ? undefined : xmlElements(uncommitted, 'Block')
  }

  /** Which frees whatever block is not in the list. Resolves with the blob's ETag; undefined where there was one already. */
  async function putBlockList(
    key: string,
    names: readonly string[],
    headers: Record<string, string>,
  ): Promise<string | undefined> {
    const lines = names.map((name) => `<Uncommitted>${name}</Uncommitted>`)
    const request = {
      method: 'PUT',
      headers: { ...headers, ...ifNew, ...xmlType },
      body: `<BlockList>${lines.join('')}</BlockList>`,
    }
    const response = await call(key, 'w', '&comp=blocklist', request)
    const xml = await response.text()
    if (response.status === 409 || response.status === 412) return undefined
    if (!response.ok) throw unusable(response.status, xmlText(xml, 'Code'))
    return response.headers.get('etag') ?? ''
  }

  return {
    minPartSize: 1,
    partStep: 1,
    maxParts,
    begin: async () => crypto.randomUUID(),
    signPart: async ({ key, uploadId, partNumber, lifeSeconds }) => {
      if (!isUploadId(uploadId)) return undefined
      const name = encodeURIComponent(blockName(uploadId, partNumber))
      return { method: 'PUT', url: `${await sign(key, 'w', lifeSeconds)}&comp=block&blockid=${name}`, headers: {} }
    },
    list: async ({ key, uploadId }) => {
      if (!isUploadId(uploadId)) return undefined
      const blocks = await listBlocks(key)
      const parts = blocks?.map((xml) => readPart(xml, uploadId)).filter((part) => part !== undefined)
      return parts?.toSorted((one, other) => one.partNumber - other.partNumber)
    },
    complete: async ({ key, uploadId, parts, type }) => {
      const names = parts.map(({ partNumber }) => blockName(uploadId, partNumber))
      return (await putBlockList(key, names, { 'x-ms-blob-content-type': type })) !== undefined
    },
    // There is no call that frees blocks: an empty blob is made of none of them, and removed.
    abort: async ({ key }) => {
      const etag = await putBlockList(key, [], {})
      if (etag === undefined) return false
      const response = await call(key, 'd', '', { method: 'DELETE', headers: etag === '' ? {} : { 'If-Match': etag } })
      await response.body?.cancel()
      if (!response.ok && response.status !== 404) throw unusable(response.status)
      return true
    },
  }
}

const maxParts = 50_000

function isUploadId(value: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value)
}

/** All names of one blob must be of one length, and no longer than 64 bytes before they are base64. */
function blockName(uploadId: string, partNumber: number): string {
  return toBase64(utf8(`${uploadId}.${String(partNumber).padStart(5, '0')}`))
}

function readPart(xml: string, uploadId: string): ListedPart | undefined {
  const [name = '', size] = [xmlText(xml, 'Name'), Number(xmlText(xml, 'Size'))]
  const partNumber = partNumberOf(name, uploadId)
  return partNumber === undefined ? undefined : { partNumber, size }
}

function partNumberOf(name: string, uploadId: string): number | undefined {
  const bytes = fromBase64(name)
  const [id, number] = bytes ? new TextDecoder().decode(bytes).split('.') : []
  return id === uploadId && number !== undefined && /^\d{5}$/.test(number) ? Number(number) : undefined
}
