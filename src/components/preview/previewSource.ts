/** Where the picture of a row comes from. */
export interface PreviewSource {
  kind: 'image' | 'video'
  /** The whole file; rejects where it cannot be had, or with `AbortError`. */
  load: (signal: AbortSignal) => Promise<Blob>
}
