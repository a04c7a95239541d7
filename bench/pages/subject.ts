/** What the bench offers to a subject. */
export interface SubjectHost {
  /** Uploads at once, for those that can be told. */
  concurrency: number
  /** Once for each file that arrived, by name. */
  onDone: (name: string) => void
  /** Once for each file that was given up. */
  onFail: (name: string) => void
}

/**
 * One way to upload: mounts itself with a file input of its own, takes what is picked there and sends it at once. Returns
 * what unmounts it.
 */
export type MountSubject = (root: HTMLElement, host: SubjectHost) => () => void
