import { formatCount, formatList, plural } from './formatNumber.ts'
import { formatSize } from './formatSize.ts'
import type { Messages } from './messages.ts'

const locale = 'en'
const size = (bytes: number) => formatSize(bytes, locale)
const askSupport = 'Try again later, or tell support.'

/** Why a file failed, and the way out, in English. */
export const englishErrors: Messages['errors'] = {
  network: 'The connection was lost. Check your network and try again.',
  offline: 'You are offline. It goes on when the connection is back.',
  'cors-refused': `The storage refuses uploads from this page. ${askSupport}`,
  'csp-blocked': `This page is not allowed to reach the storage. ${askSupport}`,
  'mixed-content': `The storage address is not secure, so the browser blocked it. ${askSupport}`,
  timeout: 'The server waited too long. Try again on a steadier connection.',
  stalled: 'The upload stopped moving. Check your connection and try again.',
  'answer-overdue': 'The file was sent, but no answer came. Try again: what arrived is not sent twice.',
  unauthorized: 'You were signed out. Sign in again to continue.',
  forbidden: ({ stage }) =>
    stage === 'download'
      ? 'You are not allowed to download this file. Ask its owner for access.'
      : 'You are not allowed to attach files here. Ask your administrator for access.',
  'credential-expired': 'The permission for this file ran out. Try again to get a new one.',
  'credential-refused': 'The storage refused the permission for this file. Try again to get a new one.',
  'signature-mismatch': `The storage did not accept the request as it was signed. ${askSupport}`,
  'clock-skewed': 'The clock of this device is wrong. Set it to the right time and try again.',
  'policy-violated': 'The storage does not take this file. Choose another one.',
  'file-too-large': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'The file is too large for the storage. Choose a smaller one.'
      : `The file is larger than ${size(limitBytes)}. Choose a smaller one.`,
  'file-too-small': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'The file is too small for the storage. Choose another one.'
      : `The file is smaller than ${size(limitBytes)}. Choose another one.`,
  'file-invalid-type': 'The storage does not take this type of file. Choose another one.',
  'file-invalid-name': 'The storage does not take this file name. Rename the file and choose it again.',
  'file-changed': 'The file changed or is no longer available. Choose it again.',
  'file-is-directory': 'This is a folder. Open it and choose the files inside.',
  'integrity-mismatch': 'The file arrived damaged. Try again.',
  'object-exists': 'A file of this name is stored already. Rename the file and choose it again.',
  'quota-exceeded': 'The storage is full. Remove something first, or tell support.',
  'rate-limited': 'Too many uploads at once. Wait a moment and try again.',
  'server-error': 'The server had a problem. Try again in a moment.',
  unavailable: 'The service is not available right now. Try again in a moment.',
  'not-found': ({ stage }) =>
    stage === 'download'
      ? 'This file is no longer there. Reload the page to see what is.'
      : `The place for this file was not found. ${askSupport}`,
  'store-misconfigured': `The storage is not set up correctly. ${askSupport}`,
  'stored-not-registered': 'Uploaded, not attached yet. Retry attaches it without sending it again.',
  'etag-not-exposed': `The storage hides its receipt from this page. ${askSupport}`,
  'header-forbidden': `The permission asks for something browsers do not send. ${askSupport}`,
  'url-refused': `The address for this file is not safe to use. ${askSupport}`,
  'answer-unreadable': `The server's answer could not be read. ${askSupport}`,
  'vendor-refused': ({ stage }) =>
    stage === 'download'
      ? `The service refused to hand out this file. ${askSupport}`
      : `The service refused this file. ${askSupport}`,
  'download-truncated': 'The download ended early. Try again.',
  'still-scanning': 'The file is still being checked for viruses. Try again in a moment.',
  infected: 'A virus was found in this file, so it is blocked.',
  unknown: ({ stage }) =>
    stage === 'download'
      ? 'The download did not work. Try again, or tell support.'
      : 'The upload did not work. Try again, or tell support.',
}

/** Why a file was not taken, and the way out, in English. */
export const englishRejections: Messages['rejections'] = {
  'file-invalid-type': ({ types }) =>
    types.length === 0
      ? 'This type of file is not accepted here.'
      : `This type is not accepted. Choose ${formatList(types, locale, 'disjunction')}.`,
  'file-too-large': ({ limit }) =>
    limit === undefined ? 'The file is too large.' : `Larger than ${size(limit)}. Choose a smaller file.`,
  'file-too-small': ({ limit }) =>
    limit === undefined ? 'The file is too small.' : `Smaller than ${size(limit)}. Choose another file.`,
  'file-empty': 'The file is empty. Choose another one.',
  'file-is-directory': 'This is a folder. Open it and choose the files inside.',
  'file-invalid-name': ({ detail }) =>
    detail === undefined
      ? 'The name is not accepted. Rename the file and choose it again.'
      : `The name is not accepted: ${detail}. Rename the file and choose it again.`,
  'too-many-files': ({ limit }) =>
    limit === undefined
      ? 'There are too many files. Remove one first.'
      : plural(limit, locale, {
          one: 'Only 1 file can be attached. Remove it first.',
          other: `Only ${formatCount(limit, locale)} files can be attached. Remove one first.`,
        }),
  'total-too-large': ({ limit }) =>
    limit === undefined
      ? 'Together the files are too large. Remove one first.'
      : `Together the files are larger than ${size(limit)}. Remove one first.`,
  duplicate: 'This file is in the list already.',
  'batch-rejected': 'Not added, because other files of the same drop were not accepted.',
}
