import { formatContentDisposition } from '../signing/contentDisposition.ts'

/** Types that a browser may show by itself without running what an uploader wrote. */
const harmless = /^(image\/(png|jpeg|gif|webp|avif|bmp)|application\/pdf|text\/plain|(audio|video)\/[\w.+-]+)$/

/** The Content-Disposition of a download: `inline` is granted to harmless types alone. */
export function dispositionOf(wanted: unknown, filename: string, contentType: string): string {
  const isInline = wanted === 'inline' && harmless.test(contentType)
  return formatContentDisposition(isInline ? 'inline' : 'attachment', filename)
}
