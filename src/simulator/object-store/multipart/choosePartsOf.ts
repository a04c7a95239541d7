import { readText } from '../../readText.ts'
import type { StoreContext } from '../storeContext.ts'
import { entityTooSmall, StoreError } from '../storeError.ts'
import type { StoredPart } from './unfinishedUploads.ts'

/** Least bytes of a part that is not the last. */
const minPartBytes = { oss: 100 * 1024, s3: 5 * 1024 ** 2 }

/**
 * The parts that the object is to be made of, as the body lists them; OSS takes all of them without a list, too.
 * @throws StoreError 400 MalformedXML, InvalidPartOrder, InvalidPart, EntityTooSmall
 */
export async function choosePartsOf(context: StoreContext, stored: readonly StoredPart[]): Promise<StoredPart[]> {
  const { body, headers, tongue } = context
  const takesAll = !tongue.isS3 && headers['x-oss-complete-all'] === 'yes'
  const chosen = takesAll ? [...stored] : pick(readList(body ? await readText(body) : ''), stored)
  if (chosen.length === 0) throw malformedXml()
  const minBytes = tongue.isS3 ? minPartBytes.s3 : minPartBytes.oss
  const small = chosen.slice(0, -1).find(({ size }) => size < minBytes)
  if (small) throw entityTooSmall(small.size, minBytes)
  return chosen
}

interface Listed {
  partNumber: number
  etag: string
}

function readList(xml: string): Listed[] {
  const parts = Array.from(xml.matchAll(/<Part>(.*?)<\/Part>/gs), ([, part = '']) => ({
    partNumber: Number(/<PartNumber>\s*(\d+)\s*<\/PartNumber>/.exec(part)?.[1]),
    etag: (/<ETag>([^<]*)<\/ETag>/.exec(part)?.[1] ?? '').replaceAll('&quot;', '').replaceAll('"', '').trim(),
  }))
  if (parts.length === 0 || parts.some(({ partNumber }) => Number.isNaN(partNumber))) throw malformedXml()
  return parts
}

function pick(listed: readonly Listed[], stored: readonly StoredPart[]): StoredPart[] {
  const inOrder = listed.every(({ partNumber }, index) => index === 0 || partNumber > listed[index - 1]!.partNumber)
  if (!inOrder) {
    throw new StoreError(400, 'InvalidPartOrder', 'The list of parts was not in ascending order.')
  }
  return listed.map(({ partNumber, etag }) => {
    const part = stored.find((each) => each.partNumber === partNumber)
    if (part?.etag === etag.toUpperCase()) return part
    const message = 'One or more of the specified parts could not be found or the entity tag did not match.'
    throw new StoreError(400, 'InvalidPart', message, { extras: { PartNumber: String(partNumber), ETag: etag } })
  })
}

function malformedXml(): StoreError {
  return new StoreError(400, 'MalformedXML', 'The XML you provided was not well-formed.')
}
