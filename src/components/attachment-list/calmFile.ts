import type { ListedFile } from './attachmentListItemContext.ts'
import { hasSameFields } from '../../engine/hasSameFields.ts'

/** What a tick of progress changes, and what holds it. */
const moving = ['sentBytes', 'receivedBytes', 'rate', 'item', 'download']

/** Gives the same file again while nothing of it changes but how far it is. */
export function createCalmFile(): (file: ListedFile) => ListedFile {
  let calm: ListedFile | undefined
  return (file) => {
    const isCalm =
      hasSameFields(calm, file, moving) &&
      hasSameFields(calm?.item, file.item, moving) &&
      hasSameFields(calm?.download, file.download, moving)
    return calm && isCalm ? calm : (calm = file)
  }
}
