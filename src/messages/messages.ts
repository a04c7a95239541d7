import type { ErrorCode, RejectionCode, Stage } from '../engine/errors.ts'
import type { ItemStatus, PauseReason } from '../engine/item.ts'

/** A text, or a function of typed arguments where the text depends on them. */
export type Sentence<Args> = string | ((args: Args) => string)

/** The text for these arguments. */
export function say<Args>(sentence: Sentence<Args>, args: Args): string {
  return typeof sentence === 'function' ? sentence(args) : sentence
}

/** What a failure's sentence may depend on. */
export interface FailureFacts {
  stage: Stage
  /** Bytes, when the answer named a limit. */
  limitBytes: number | undefined
}

/** What a rejection's sentence may depend on. */
export interface RejectionFacts {
  /** Bytes for sizes, a count for `too-many-files`; absent when the rule is not known. */
  limit: number | undefined
  /** The vendor's words about a name. */
  detail: string | undefined
  /** The types that are taken, ready to be listed: "PDF", "images". Empty when all are. */
  types: readonly string[]
}

/** The limits a drop zone tells before anything is picked. Sizes in bytes. */
export interface Limits {
  types: readonly string[]
  maxFileSize: number | undefined
  minFileSize: number | undefined
  maxFiles: number | undefined
  maxTotalSize: number | undefined
  /** What is taken up already, stored attachments too; absent while that is nothing. */
  used?: { files: number; bytes: number } | undefined
}

export interface RetryFacts {
  /** Number of the coming try; 2 is the first retry. */
  attempt: number
  maxAttempts: number
}

export interface ByteFacts {
  sentBytes: number
  totalBytes: number
}

export interface BatchFacts extends ByteFacts {
  /** Files that are attached. */
  done: number
  /** Files that were taken, attached or not. */
  total: number
  failed: number
}

/** What can be done to a row. */
export type ItemActionName =
  | 'download'
  | 'cancel'
  | 'retry'
  | 'remove'
  | 'cancelDownload'
  | 'admit'
  | 'rename'
  | 'copyDetails'
  | 'undo'
  | 'continueUpload'
  | 'chooseAgain'

/** Groups of file types, for ranges such as `image/*`. */
export type FileTypeGroup = 'image' | 'video' | 'audio' | 'text' | 'font'

/** Every text a person can see or hear. Values are whole sentences or labels; none is glued from pieces. */
export interface Messages {
  /** BCP 47 tag: also the locale of numbers, sizes and plurals. */
  locale: string
  dropzone: {
    /** The zone's one sentence. */
    label: string
    /** The button that opens the file dialog. */
    trigger: Sentence<{ multiple: boolean }>
    /** In place of `label` while files hang over the zone of which nothing more is known. */
    release: string
    /** The same, when all of them fit. */
    releaseAll: (args: { count: number }) => string
    /** The same, when there is room for some of them. */
    releaseSome: (args: { room: number }) => string
    /** The same, when none of them is of a type that is taken. `types` is ready to be listed. */
    releaseNone: (args: { types: readonly string[] }) => string
    /** In place of `label` on the whole page, where it takes drops. */
    releasePage: string
    /** In place of `label` when nothing more fits. */
    full: string
    /** The button that opens the dialog for folders. */
    folder: string
    /** The button that opens the camera, where there is one. */
    camera: string
    /** In place of `label` while a folder is read. */
    reading: (args: { count: number }) => string
    stopReading: string
    /** After reading was stopped. */
    readingStopped: string
    /** After files were added from a folder: what was left out, because systems keep it there for themselves. */
    leftOut: (args: { count: number; names: readonly string[] }) => string
    /** In place of `label` while files are dragged over the page, but not over the zone. */
    nearby: string
    /** After files were dropped beside the zone. */
    missed: string
    /** After a drop or paste that held nothing a page may read. */
    nothingReadable: string
    /** Empty when there is no limit to tell. */
    hint: (limits: Limits) => string
  }
  list: {
    /** Name of the list. */
    label: string
    empty: string
    download: (args: { name: string }) => string
    cancel: (args: { name: string }) => string
    retry: (args: { name: string }) => string
    remove: (args: { name: string }) => string
    cancelDownload: (args: { name: string }) => string
    /** Takes a file that was refused as a duplicate. Begins with the words of its tip. */
    admit: (args: { name: string }) => string
    rename: (args: { name: string }) => string
    copyDetails: (args: { name: string }) => string
    /** Takes the removal of a stored attachment back. Begins with the words of its tip. */
    undo: (args: { name: string }) => string
    /** Goes on with an upload that was interrupted. Begins with the words of its tip. */
    continueUpload: (args: { name: string }) => string
    /** The same, after the file was chosen again. */
    chooseAgain: (args: { name: string }) => string
    /** The same actions in a word, for tooltips beside a named row and for buttons with a text. */
    tips: Record<ItemActionName, string>
    /** In place of the tip, after what support needs was copied. */
    copied: string
    /** The same, when the browser did not allow it. */
    copyFailed: string
    /** Name of the field for a new name; the extension stands beside it. */
    newName: (args: { name: string }) => string
    /** Why everything waits, and the way out. */
    holds: Record<PauseReason, string>
    resume: string
    signIn: string
    /** Name of a row's progress bar. */
    progress: (args: { name: string }) => string
    downloadProgress: (args: { name: string }) => string
  }
  progress: {
    /** Name of the total's progress bar. */
    label: string
    /** Of the whole batch: "2 of 5 files". */
    count: (facts: BatchFacts) => string
    bytes: (facts: ByteFacts) => string
    /** `aria-valuetext` of the total. */
    valueText: (facts: BatchFacts) => string
    /** How a batch that has ended did, failures included. */
    summary: (facts: BatchFacts) => string
    /** `aria-valuetext` while no count of bytes is known. */
    indeterminate: string
    retryAll: (args: { count: number }) => string
  }
  /** Pictures, shown large. */
  preview: {
    open: (args: { name: string }) => string
    close: string
    loading: string
    failed: string
  }
  /** A form's field of attachments, and why it cannot be sent as it is. */
  field: {
    label: string
    /** Nothing is attached and something must be. */
    required: string
    tooFew: (args: { min: number }) => string
    tooMany: (args: { max: number }) => string
    /** Files are still on their way. */
    busy: (args: { count: number }) => string
    /** Files would be missing. */
    failed: (args: { names: readonly string[] }) => string
  }
  /** The state in a word or two. */
  status: Record<ItemStatus, string>
  pauses: Record<PauseReason, string>
  /** Why a file failed and what to do. */
  errors: Record<ErrorCode, Sentence<FailureFacts>>
  /** Why a file was not taken and what to do. */
  rejections: Record<RejectionCode, Sentence<RejectionFacts>>
  facts: {
    size: (args: { bytes: number }) => string
    sent: (facts: ByteFacts) => string
    percent: (facts: ByteFacts) => string
    retrying: (facts: RetryFacts) => string
    /** The bytes stand still for now, nobody knows why. */
    stalled: string
    /** The first bytes are of another kind than the name says. */
    mismatch: string
    /** The bytes are stored and only the commit failed: a retry sends none again. */
    notAttached: string
    downloading: (args: { receivedBytes: number; totalBytes: number | undefined }) => string
    preparingDownload: string
    downloaded: string
    scanning: string
    infected: string
    speed: (args: { bytesPerSecond: number }) => string
    /** Rounded up to what a person would say. */
    timeLeft: (args: { ms: number }) => string
    /** A stored attachment that goes with the next submit. */
    removalPending: string
    removing: string
    /** The form went out, and the attachment is still stored. */
    removalFailed: string
    /** An earlier page left it in the middle, and its file must be chosen again. */
    interrupted: string
    /** The same, where the browser can open the file by itself. */
    interruptedAtHand: string
    /** Another file was chosen in place of the interrupted one. */
    otherFile: string
  }
  fileTypes: Record<FileTypeGroup, string>
  /** What screen readers are told; percentages never are. */
  announcements: {
    added: (args: { names: readonly string[] }) => string
    rejected: (args: { name: string; reason: string }) => string
    rejectedMany: (args: { count: number }) => string
    failed: (args: { name: string; reason: string }) => string
    failedMany: (args: { count: number }) => string
    done: (args: { names: readonly string[] }) => string
    allDone: (args: { count: number }) => string
    cancelled: (args: { name: string }) => string
    removed: (args: { name: string }) => string
    paused: (args: { reason: string }) => string
    downloaded: (args: { name: string }) => string
    renamed: (args: { name: string }) => string
    removalPending: (args: { name: string }) => string
    restored: (args: { name: string }) => string
    scanned: (args: { name: string }) => string
    infected: (args: { name: string }) => string
    copied: (args: { name: string }) => string
  }
}

/** Overrides of single texts, at any depth. */
export type MessageOverrides = {
  [G in keyof Messages]?: Messages[G] extends string ? string : DeepPartial<Messages[G]>
}

type DeepPartial<T> = T extends string | ((...args: never[]) => string) ? T : { [K in keyof T]?: DeepPartial<T[K]> }
