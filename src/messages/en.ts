import { englishErrors, englishRejections } from './enFailures.ts'
import { formatCount, formatList, formatPercent, plural } from './formatNumber.ts'
import { formatDuration, formatSpeed } from './formatPace.ts'
import { formatSize } from './formatSize.ts'
import type { BatchFacts, Limits, Messages } from './messages.ts'

const locale = 'en'
const size = (bytes: number) => formatSize(bytes, locale)
const count = (value: number) => formatCount(value, locale)
const files = (value: number) => plural(value, locale, { one: `${count(value)} file`, other: `${count(value)} files` })

/** The English texts: complete, and the default of every component. */
export const en: Messages = {
  locale,
  dropzone: {
    label: 'Drop or paste files here',
    trigger: ({ multiple }) => (multiple ? 'Choose files' : 'Choose a file'),
    release: 'Drop to attach',
    releaseAll: ({ count: value }) => `Drop to attach ${files(value)}`,
    releaseSome: ({ room }) => `There is room for ${files(room)}`,
    releaseNone: ({ types }) =>
      types.length === 0
        ? 'This type is not accepted here'
        : `This type is not accepted. Choose ${formatList(types, locale, 'disjunction')}`,
    releasePage: 'Drop anywhere to attach',
    full: 'There is no room for more files',
    folder: 'Choose a folder',
    camera: 'Take a photo',
    reading: ({ count: value }) => `Looking through the folder: ${files(value)} found`,
    stopReading: 'Stop',
    readingStopped: 'Stopped. Nothing of the folder was added.',
    leftOut: ({ count: value, names }) =>
      plural(value, locale, {
        one: `Left out 1 system file: ${formatList(names, locale, 'conjunction')}`,
        other: `Left out ${count(value)} system files: ${formatList(names, locale, 'conjunction')}`,
      }),
    nearby: 'Drop the files in this box',
    missed: 'The files landed beside the box. Drop them inside it, or choose them.',
    nothingReadable: 'There was no file to read in that. Save it to your device first, then choose it here.',
    hint: describeLimits,
  },
  list: {
    label: 'Attachments',
    empty: 'No attachments yet',
    download: ({ name }) => `Download ${name}`,
    cancel: ({ name }) => `Cancel ${name}`,
    retry: ({ name }) => `Retry ${name}`,
    remove: ({ name }) => `Remove ${name}`,
    cancelDownload: ({ name }) => `Stop downloading ${name}`,
    admit: ({ name }) => `Add anyway: ${name}`,
    rename: ({ name }) => `Rename ${name}`,
    copyDetails: ({ name }) => `Copy details for support about ${name}`,
    undo: ({ name }) => `Undo removing ${name}`,
    continueUpload: ({ name }) => `Continue with ${name}`,
    chooseAgain: ({ name }) => `Choose file: ${name}`,
    tips: {
      download: 'Download',
      cancel: 'Cancel',
      retry: 'Retry',
      remove: 'Remove',
      cancelDownload: 'Stop download',
      admit: 'Add anyway',
      rename: 'Rename',
      copyDetails: 'Copy details for support',
      undo: 'Undo',
      continueUpload: 'Continue',
      chooseAgain: 'Choose file',
    },
    copied: 'Copied',
    copyFailed: 'The browser did not allow it',
    newName: ({ name }) => `New name for ${name}`,
    holds: {
      user: 'Uploads are paused.',
      offline: 'There is no connection. Uploads go on by themselves when it is back.',
      auth: 'You were signed out. Sign in again, then resume. Your files are kept.',
    },
    resume: 'Resume',
    signIn: 'Sign in',
    progress: ({ name }) => `Uploading ${name}`,
    downloadProgress: ({ name }) => `Downloading ${name}`,
  },
  progress: {
    label: 'Upload progress',
    count: ({ done, total }) => `${count(done)} of ${files(total)} attached`,
    bytes: ({ sentBytes, totalBytes }) => `${size(sentBytes)} of ${size(totalBytes)}`,
    valueText: (facts) =>
      `${formatPercent(ratio(facts), locale)}, ${count(facts.done)} of ${files(facts.total)} attached`,
    summary: describeBatch,
    indeterminate: 'Uploading',
    retryAll: ({ count: value }) => `Retry ${files(value)}`,
  },
  preview: {
    open: ({ name }) => `Preview ${name}`,
    close: 'Close preview',
    loading: 'Loading the picture',
    failed: 'This picture cannot be shown here. Download it to look at it.',
  },
  field: {
    label: 'Attachments',
    required: 'Add at least one file.',
    tooFew: ({ min }) => `Add at least ${files(min)}.`,
    tooMany: ({ max }) => `Attach at most ${files(max)}. Remove some.`,
    busy: ({ count: value }) =>
      plural(value, locale, {
        one: 'Wait until the file is attached, or cancel it.',
        other: `Wait until ${files(value)} are attached, or cancel them.`,
      }),
    failed: ({ names }) =>
      plural(names.length, locale, {
        one: `${formatList(names, locale, 'conjunction')} is not attached. Retry or remove it.`,
        other: `${formatList(names, locale, 'conjunction')} are not attached. Retry or remove them.`,
      }),
  },
  status: {
    queued: 'Waiting',
    preparing: 'Preparing',
    uploading: 'Uploading',
    committing: 'Finishing',
    done: 'Attached',
    failed: 'Failed',
    cancelled: 'Cancelled',
    paused: 'Paused',
    rejected: 'Not added',
  },
  pauses: {
    user: 'Paused',
    offline: 'Waiting for a connection',
    auth: 'Sign in again to continue',
  },
  errors: englishErrors,
  rejections: englishRejections,
  facts: {
    size: ({ bytes }) => size(bytes),
    sent: ({ sentBytes, totalBytes }) => `${size(sentBytes)} of ${size(totalBytes)}`,
    percent: (facts) => formatPercent(ratio(facts), locale),
    retrying: ({ attempt, maxAttempts }) =>
      `Connection trouble. Try ${count(attempt)} of ${count(maxAttempts)} starts soon`,
    stalled: 'Stalled, still trying',
    mismatch: 'Content does not fit its name',
    notAttached: 'Uploaded, not attached yet. Retry attaches it without sending it again.',
    downloading: ({ receivedBytes, totalBytes }) =>
      totalBytes === undefined
        ? `Downloading, ${size(receivedBytes)} so far`
        : `Downloading, ${size(receivedBytes)} of ${size(totalBytes)}`,
    preparingDownload: 'Preparing the download',
    downloaded: 'Downloaded',
    scanning: 'Being checked for viruses',
    infected: 'Blocked: a virus was found',
    speed: ({ bytesPerSecond }) => formatSpeed(bytesPerSecond, locale),
    timeLeft: ({ ms }) => `${formatDuration(ms, locale)} left`,
    removalPending: 'Removed once you submit',
    removing: 'Removing',
    removalFailed: 'Still stored: it could not be removed. Try again with the next submit, or undo.',
    interrupted: 'Interrupted. Choose the file again to go on.',
    interruptedAtHand: 'Interrupted. It can go on where it stopped.',
    otherFile: 'That is another file. Choose the one from before: its name, size and date must be the same.',
  },
  fileTypes: { image: 'images', video: 'videos', audio: 'audio', text: 'text files', font: 'fonts' },
  announcements: {
    added: ({ names }) =>
      names.length <= 3 ? `Added ${formatList(names, locale, 'conjunction')}.` : `Added ${files(names.length)}.`,
    rejected: ({ name, reason }) => `${name} was not added. ${reason}`,
    rejectedMany: ({ count: value }) =>
      plural(value, locale, {
        one: `${count(value)} file was not added. The reason is in the list.`,
        other: `${count(value)} files were not added. The reasons are in the list.`,
      }),
    failed: ({ name, reason }) => `${name} failed. ${reason}`,
    failedMany: ({ count: value }) => `${files(value)} failed. The reasons are in the list.`,
    done: ({ names }) =>
      names.length <= 3 ? `Attached ${formatList(names, locale, 'conjunction')}.` : `Attached ${files(names.length)}.`,
    allDone: ({ count: value }) =>
      plural(value, locale, { one: 'The file is attached.', other: `All ${files(value)} are attached.` }),
    cancelled: ({ name }) => `Cancelled ${name}.`,
    removed: ({ name }) => `Removed ${name}.`,
    paused: ({ reason }) => `Uploads are on hold. ${reason}.`,
    downloaded: ({ name }) => `Downloaded ${name}.`,
    renamed: ({ name }) => `Renamed to ${name}.`,
    removalPending: ({ name }) => `${name} is removed once you submit. Undo is in the list.`,
    restored: ({ name }) => `${name} is kept.`,
    scanned: ({ name }) => `${name} was checked, no virus was found.`,
    infected: ({ name }) => `${name} is blocked, a virus was found.`,
    copied: ({ name }) => `Copied the details about ${name}.`,
  },
}

function ratio({ sentBytes, totalBytes }: { sentBytes: number; totalBytes: number }): number {
  return totalBytes > 0 ? sentBytes / totalBytes : 0
}

function describeLimits(limits: Limits): string {
  const phrases = [
    limits.types.length > 0 ? formatList(limits.types, locale, 'disjunction') : undefined,
    limits.maxFileSize === undefined ? undefined : `up to ${size(limits.maxFileSize)} each`,
    limits.minFileSize ? `at least ${size(limits.minFileSize)} each` : undefined,
    describeTotal(limits),
    describeCount(limits),
  ].filter((phrase) => phrase !== undefined)
  // A line may end with the dot, and never begins with it.
  const list = phrases.join('\u00A0· ')
  return list.charAt(0).toLocaleUpperCase(locale) + list.slice(1)
}

function describeTotal({ maxTotalSize, used }: Limits): string | undefined {
  if (maxTotalSize === undefined) return undefined
  return used ? `${size(used.bytes)} of ${size(maxTotalSize)} used` : `${size(maxTotalSize)} in all`
}

function describeCount({ maxFiles, used }: Limits): string | undefined {
  if (maxFiles === undefined) return undefined
  return used ? `${count(used.files)} of ${files(maxFiles)}` : `at most ${files(maxFiles)}`
}

function describeBatch({ done, total, failed }: BatchFacts): string {
  if (failed === 0) return plural(total, locale, { one: '1 file attached', other: `All ${files(total)} attached` })
  return `${count(done)} of ${files(total)} attached, ${count(failed)} failed`
}
