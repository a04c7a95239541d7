import type { Item } from '../../engine/item.ts'
import type { Attachment } from '../../engine/ports.ts'
import type { AttachmentPreviews } from '../../react/useAttachmentPreviews.ts'
import { fileIcon } from '../icons/fileIcon.ts'
import type { PreviewSource } from './previewSource.ts'

/** What a picture of a row is made from; undefined where there can be none. */
export function previewSourceOf(
  item: Item | undefined,
  attachment: Attachment | undefined,
  previews: AttachmentPreviews | undefined,
): PreviewSource | undefined {
  const { name, contentType } = item?.meta ?? attachment ?? { name: '' }
  const kind = fileIcon(name, contentType)
  if (kind !== 'image' && kind !== 'video') return undefined
  if (item && item.status !== 'rejected') return { kind, load: () => Promise.resolve(item.file) }
  if (!attachment || !previews || kind === 'video' || !isHarmless(attachment)) return undefined
  if ((attachment.size ?? 0) > previews.maxBytes) return undefined
  return { kind, load: (signal) => previews.load(attachment, signal) }
}

/** What is being checked for viruses, or failed the check, is not opened by us either. */
function isHarmless({ scan }: Attachment): boolean {
  return scan !== 'scanning' && scan !== 'infected'
}
