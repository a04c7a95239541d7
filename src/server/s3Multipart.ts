import { callStore, deleteObject, unusable, type Fetch } from './callObject.ts'
import type { BegunUpload, ListedPart, MultipartStore } from './multipartStore.ts'
import { escapeXml, xmlElements, xmlText } from './storeXml.ts'

/** A call to be signed into a URL. */
export interface CallToSign {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  /** All of them are signed and must be sent. */
  headers?: Record<string, string> | undefined
  query: [name: string, value: string][]
}

export interface S3MultipartOptions {
  presign: (key: string, call: CallToSign, lifeSeconds: number) => Promise<string>
  /** Put Content-Length under a part's signature. */
  bindsSize: boolean
  /** Least bytes of a part. */
  minPartSize: number
  fetch?: Fetch | undefined
}

const ownLifeSeconds = 60
const xmlType = { 'Content-Type': 'application/xml' }

/**
 * Multipart uploads as S3 does them, and OSS under the same names. Sources: "Multipart upload" of the S3 API reference;
 * InitiateMultipartUpload ff. of the OSS API reference.
 */
export function createS3Multipart({ presign, bindsSize, minPartSize, fetch }: S3MultipartOptions): MultipartStore {
  /** One page of ListParts; 404 is NoSuchUpload, and NoSuchKey on Ceph. */
  async function listPage({ key, uploadId }: BegunUpload, marker: string): Promise<string | undefined> {
    const query: CallToSign['query'] = [['uploadId', uploadId]]
    if (marker !== '') query.push(['part-number-marker', marker])
    const response = await callStore(
      await presign(key, { method: 'GET', query }, ownLifeSeconds),
      { method: 'GET' },
      fetch,
    )
    const xml = await response.text()
    if (response.status === 404) return undefined
    if (!response.ok) throw unusable(response.status, xmlText(xml, 'Code'))
    return xml
  }

  return {
    minPartSize,
    partStep: 1024,
    maxParts: 10_000,
    begin: async ({ key, type }) => {
      const call = { method: 'POST', headers: { 'Content-Type': type } } as const
      const url = await presign(key, { ...call, query: [['uploads', '']] }, ownLifeSeconds)
      const response = await callStore(url, call, fetch)
      const xml = await response.text()
      const uploadId = xmlText(xml, 'UploadId')
      if (!response.ok || !uploadId) throw unusable(response.status, xmlText(xml, 'Code'))
      return uploadId
    },
    signPart: async ({ key, uploadId, partNumber, size, lifeSeconds }) => {
      const query: CallToSign['query'] = [
        ['partNumber', String(partNumber)],
        ['uploadId', uploadId],
      ]
      const headers = bindsSize ? { 'Content-Length': String(size) } : {}
      return { method: 'PUT', url: await presign(key, { method: 'PUT', headers, query }, lifeSeconds), headers: {} }
    },
    list: async (upload) => {
      const parts: ListedPart[] = []
      for (let marker = ''; ;) {
        const xml = await listPage(upload, marker)
        if (xml === undefined) return undefined
        parts.push(...xmlElements(xml, 'Part').map(readPart))
        const next = xmlText(xml, 'NextPartNumberMarker')
        if (xmlText(xml, 'IsTruncated') !== 'true' || next === undefined || next === marker) return parts
        marker = next
      }
    },
    complete: async ({ key, uploadId, parts }) => {
      const call = { method: 'POST', headers: xmlType } as const
      const url = await presign(key, { ...call, query: [['uploadId', uploadId]] }, ownLifeSeconds)
      const response = await callStore(url, { ...call, body: completionOf(parts) }, fetch)
      const xml = await response.text()
      if (response.status === 404) return false
      // S3 answers 200 before it knows, and tells of a failure in the body.
      if (!response.ok || /<Error>/.test(xml)) throw unusable(response.status, xmlText(xml, 'Code'))
      return true
    },
    abort: async ({ key, uploadId }) =>
      deleteObject(await presign(key, { method: 'DELETE', query: [['uploadId', uploadId]] }, ownLifeSeconds), fetch),
  }
}

function readPart(xml: string): ListedPart {
  const [partNumber, size] = [Number(xmlText(xml, 'PartNumber')), Number(xmlText(xml, 'Size'))]
  return { partNumber, size, etag: xmlText(xml, 'ETag') }
}

function completionOf(parts: readonly ListedPart[]): string {
  const lines = parts.map(
    ({ partNumber, etag = '' }) => `<Part><PartNumber>${partNumber}</PartNumber><ETag>${escapeXml(etag)}</ETag></Part>`,
  )
  return `<CompleteMultipartUpload>${lines.join('')}</CompleteMultipartUpload>`
}
