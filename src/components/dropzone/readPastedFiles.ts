import { fileOf } from './readDroppedFiles.ts'

/** What a paste brings: text that is left to the page, files, or files that no page may read. */
export type PasteContent = { kind: 'text' } | { kind: 'files'; files: File[] } | { kind: 'unreadable' }

/**
 * Text wins: word processors and spreadsheets put a picture of the text beside it. A file manager that puts the file's
 * name, and a browser that puts an `<img>` beside a copied picture, hold no text of their own.
 */
export function readPastedFiles(data: DataTransfer): PasteContent {
  const files = filesOf(data)
  if (hasText(data, files)) return { kind: 'text' }
  if (files.length > 0) return { kind: 'files', files }
  return data.types.includes('Files') ? { kind: 'unreadable' } : { kind: 'text' }
}

function filesOf(data: DataTransfer): File[] {
  const fromItems = [...data.items].filter((item) => item.kind === 'file').map(fileOf)
  const files = fromItems.filter((file) => file !== null)
  return files.length > 0 ? files : [...data.files]
}

function hasText(data: DataTransfer, files: readonly File[]): boolean {
  const plain = data.getData('text/plain').trim()
  if (plain !== '') return !isListOfNames(plain, files)
  return textOfHtml(data.getData('text/html')) !== ''
}

function isListOfNames(text: string, files: readonly File[]): boolean {
  const names = new Set(files.map((file) => file.name))
  return text.split(/\r?\n|\r/).every((line) => names.has(line.trim()))
}

/** A parsed document is inert: it loads nothing and runs nothing. */
function textOfHtml(html: string): string {
  if (html === '') return ''
  return new DOMParser().parseFromString(html, 'text/html').body.textContent.trim()
}
