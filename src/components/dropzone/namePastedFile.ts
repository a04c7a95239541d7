const generic = /^(image|blob|clipboard|pasted|untitled|unknown)?(\.[a-z0-9]+)?$/i

/**
 * Pasted pictures are all called `image.png`: such a name becomes `screenshot-2026-01-31-1430.png`, with a number where it
 * is taken. Any other name, and any other file, stays as it is.
 *
 * @param now time of the paste; its local time goes into the name
 * @param isTaken whether the session has a file of that name
 */
export function namePastedFile(file: File, now: Date, isTaken: (name: string) => boolean): File {
  if (!generic.test(file.name)) return file
  const stem = `${file.type.startsWith('image/') ? 'screenshot' : 'pasted'}-${stamp(now)}`
  const name = firstFree(stem, extensionOf(file), isTaken)
  return new File([file], name, { type: file.type, lastModified: file.lastModified })
}

function firstFree(stem: string, extension: string, isTaken: (name: string) => boolean): string {
  let name = `${stem}${extension}`
  for (let number = 2; isTaken(name); number += 1) name = `${stem}-${number}${extension}`
  return name
}

function extensionOf(file: File): string {
  const own = /\.[a-z0-9]+$/i.exec(file.name)?.[0]
  if (own) return own.toLowerCase()
  const subtype = /^image\/([a-z0-9]+)/.exec(file.type)?.[1]
  return subtype === undefined ? '' : `.${subtype.replace('jpeg', 'jpg')}`
}

function stamp(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}`
}
