/** Asks the bench's signer for one upload. */
export async function signUpload(file: { name: string; size: number; type: string }): Promise<{ url: string }> {
  const { name, size, type } = file
  const response = await fetch('/api/sign', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, size, type }),
  })
  if (!response.ok) throw new Error(`sign: ${response.status}`)
  return (await response.json()) as { url: string }
}

/** A bare XMLHttpRequest: what every uploader stands on. */
export function putFile(url: string, file: Blob, onProgress: (fraction: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    xhr.onload = () => (xhr.status >= 200 && xhr.status < 300 ? resolve() : reject(new Error(`store: ${xhr.status}`)))
    xhr.onerror = () => reject(new Error('network'))
    xhr.open('PUT', url)
    xhr.send(file)
  })
}

/** Takes files from a line, so many at once. */
export async function drainLine<T>(
  line: readonly T[],
  atOnce: number,
  take: (entry: T) => Promise<void>,
): Promise<void> {
  const waiting = line.values()
  const work = async () => {
    for (const entry of waiting) await take(entry)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}
