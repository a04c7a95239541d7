import type { ListedFile } from './attachmentListItemContext.ts'

/** Gives the same file again while nothing of it changes but how far it is. */
export function createCalmFile(): (file: ListedFile) => ListedFile {
  let calm: ListedFile | undefined
  return (file) => {
    const isCalm = isSame(calm, file) && isSame(calm?.item, file.item) && isSame(calm?.download, file.download)
    return isCalm && calm ? calm : (calm = file)
  }
}

/** What a tick of progress changes, and what holds it. */
const moving = ['sentBytes', 'receivedBytes', 'rate', 'item', 'download']

function isSame<T extends object>(a: T | undefined, b: T | undefined): boolean {
  const names = Object.keys({ ...a, ...b }) as (keyof T & string)[]
  return names.every((name) => moving.includes(name) || a?.[name] === b?.[name])
}
