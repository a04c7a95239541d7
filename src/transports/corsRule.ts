/** What a page needs a bucket to allow. */
export interface CorsNeed {
  /** Of the page. */
  origin: string
  method: string
  /** Names of the request headers that need leave. */
  headers: readonly string[]
}

/** Response headers the kit reads when the bucket exposes them. A bucket rule takes no `*` here. */
const exposed = ['ETag', 'x-oss-request-id', 'x-oss-hash-crc64ecma', 'x-amz-request-id', 'Content-Disposition']

/** A rule for `aws s3api put-bucket-cors`, and for whatever speaks S3. */
export function s3CorsRule({ origin, method, headers }: CorsNeed): string {
  const rule = {
    AllowedOrigins: [origin],
    AllowedMethods: methodsWith(method),
    AllowedHeaders: headers.length > 0 ? headers : ['*'],
    ExposeHeaders: exposed,
    MaxAgeSeconds: 600,
  }
  return JSON.stringify({ CORSRules: [rule] }, null, 2)
}

/** The body of OSS `PutBucketCors`; the console's form has the same five fields. */
export function ossCorsRule({ origin, method, headers }: CorsNeed): string {
  const line = (name: string) => (value: string) => `    <${name}>${escapeXml(value)}</${name}>`
  return [
    '<CORSConfiguration>',
    '  <CORSRule>',
    line('AllowedOrigin')(origin),
    ...methodsWith(method).map(line('AllowedMethod')),
    ...(headers.length > 0 ? headers : ['*']).map(line('AllowedHeader')),
    ...exposed.map(line('ExposeHeader')),
    '    <MaxAgeSeconds>600</MaxAgeSeconds>',
    '  </CORSRule>',
    '</CORSConfiguration>',
  ].join('\n')
}

function methodsWith(method: string): string[] {
  return [...new Set([method, 'GET', 'HEAD'])]
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
}
