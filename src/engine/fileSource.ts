const sources = new WeakMap<File, Promise<FileSystemHandle | null>>()

/**
 * Remembers where a file came from, so that it can be opened again after a reload without being chosen anew. What gives none
 * is as if nothing had been remembered.
 *
 * @param source as `getAsFileSystemHandle` of a drop gives it
 * @see https://wicg.github.io/file-system-access/#drag-and-drop
 */
export function rememberSource(file: File, source: Promise<FileSystemHandle | null>): void {
  sources.set(
    file,
    source.catch(() => null),
  )
}

/** Undefined where the browser gave none. */
export async function sourceOf(file: File): Promise<FileSystemFileHandle | undefined> {
  const source = await sources.get(file)
  return source?.kind === 'file' ? (source as FileSystemFileHandle) : undefined
}
