/** Files of equal size and unlike names, in a list as an input holds it. */
export function makeFiles(count: number, bytes: number, prefix: string): FileList {
  const body = new Blob([new Uint8Array(bytes)])
  const transfer = new DataTransfer()
  for (let at = 0; at < count; at += 1) {
    transfer.items.add(new File([body], `${prefix}-${at}.bin`, { type: 'application/octet-stream', lastModified: at }))
  }
  return transfer.files
}
