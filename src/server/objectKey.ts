/** A fresh key in a folder. Nothing of the name but a short, plain extension gets into it. */
export function createObjectKey(folder: string, name: string): string {
  const extension = /\.[a-z0-9]{1,10}$/i.exec(name)?.[0].toLowerCase() ?? ''
  return `${folder}/${crypto.randomUUID()}${extension}`
}

/** Whether `value` is a key that `createObjectKey` made for that folder. */
export function isKeyOf(folder: string, value: unknown): value is string {
  if (typeof value !== 'string' || !value.startsWith(`${folder}/`)) return false
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(\.[a-z0-9]{1,10})?$/.test(value.slice(folder.length + 1))
}

/** Whether `folder` can lead a key: plain segments, none of them dots alone. */
export function isPlainFolder(folder: string): boolean {
  return folder.length <= 500 && folder.split('/').every((part) => /^[\w.@=-]+$/.test(part) && !/^\.+$/.test(part))
}
