import { formatContentDisposition } from '../../signing/contentDisposition.ts'
import { presignOssV1Url } from '../../signing/oss/ossV1.ts'
import { presignOssV4Url } from '../../signing/oss/ossV4.ts'
import { objectUrl } from '../object-store/address.ts'
import type { VendorContext } from '../vendorContext.ts'
import type { AlibabaTicketQuirks } from './quirks.ts'
import { ticketBucket } from './ticketState.ts'
import type { TicketObject } from './ticketState.ts'

/** Signs one method on one object, without a Content-Type, and writes the URL as the vendor's samples are written. */
export async function signTicketUrl(
  context: VendorContext<AlibabaTicketQuirks>,
  method: 'PUT' | 'GET',
  { key, fileName }: Pick<TicketObject, 'key' | 'fileName'>,
): Promise<string> {
  const { accessKey, credentialLifeMs, now, region, storeUrl } = context
  const quirks = context.quirks()
  const url = objectUrl(storeUrl, ticketBucket, key)
  const isNamed = method === 'GET' && quirks.bindsFileNames
  const saved: [string, string] = ['response-content-disposition', formatContentDisposition('attachment', fileName)]
  const request = { method, bucket: ticketBucket, key, query: isNamed ? [saved] : [], headers: {} }
  const lifeSeconds = Math.max(1, Math.ceil(credentialLifeMs(600_000) / 1000))
  const signed =
    quirks.signature === 'v4'
      ? await presignOssV4Url(url, request, accessKey, { region, signedAt: now(), expiresSeconds: lifeSeconds })
      : await presignOssV1Url(url, request, accessKey, Math.floor(now() / 1000) + lifeSeconds)
  return wrapLine(signed, quirks.wrapsUrls)
}

function wrapLine(url: string, wraps: AlibabaTicketQuirks['wrapsUrls']): string {
  if (wraps === 'no') return url
  return url.replace(/^(https?:\/\/[^/]+)/, wraps === 'space' ? '$1 ' : '$1\n')
}
