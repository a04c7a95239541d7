import type { ErrorCode, RejectionCode } from 'attachkit'

/** Who can do something about it. */
export type Actor = 'the person' | 'your page' | 'your backend' | 'the store’s setup' | 'nobody, it passes'

export interface Trouble {
  means: string
  who: Actor
  /** What they do. */
  todo: string
}

/** Every code a step can fail with. A new code without an entry is a type error. */
export const troubles: Record<ErrorCode, Trouble> = {
  network: {
    means:
      'The connection ended without an answer, and nothing more can be known: it broke, the host is not reachable, an extension blocked it, or the store answered without CORS headers.',
    who: 'nobody, it passes',
    todo: 'It is tried again by itself. If every file fails so, open the store’s address in a tab of its own: when that works, look at the bucket’s CORS rules.',
  },
  offline: {
    means: 'The browser says that there is no network.',
    who: 'nobody, it passes',
    todo: 'The queue pauses and goes on when the network is back. No retry is spent on it.',
  },
  'cors-refused': {
    means:
      'The store can be reached, but it does not let this page talk to it. Inferred: no byte had left, and a request that needs no leave was answered.',
    who: 'the store’s setup',
    todo: 'Paste the rule that the console printed in development. Origin, method and every header of the credential must be allowed.',
  },
  'csp-blocked': {
    means: 'The page’s Content-Security-Policy does not name the store.',
    who: 'your page',
    todo: 'Add the store’s origin to connect-src.',
  },
  'mixed-content': {
    means: 'The page is served over https and the credential names an http address.',
    who: 'your backend',
    todo: 'Sign https URLs. With the store behind a proxy, look at the endpoint your signer was given.',
  },
  timeout: {
    means: 'The server said that it waited too long for the request (408, RequestTimeout).',
    who: 'nobody, it passes',
    todo: 'It is tried again by itself.',
  },
  stalled: {
    means: 'No byte moved for a minute while some were left to send.',
    who: 'nobody, it passes',
    todo: 'It is tried again by itself. For links with long pauses raise stalledAfterMs of the transport.',
  },
  'answer-overdue': {
    means: 'All bytes were sent and no answer came in two minutes and a second for each MB.',
    who: 'nobody, it passes',
    todo: 'It is tried again; where the adapter can verify, bytes that arrived are not sent twice. For a store that takes longer to finish raise answerAfterMs.',
  },
  unauthorized: {
    means: 'Your own backend answered 401: the person’s session has ended.',
    who: 'the person',
    todo: 'The queue pauses and onAuthRequired fires once. Sign in again and call resume(); no file needs to be picked anew.',
  },
  forbidden: {
    means: 'The backend or the store refused for lack of rights, not for a wrong signature.',
    who: 'your backend',
    todo: 'For a refusal of the store: the signing key lacks the right to put (or get) this object, or a bucket policy forbids it. For one of your backend: the person may not.',
  },
  'credential-expired': {
    means: 'The credential’s time was over, twice in a row: a first time is renewed silently.',
    who: 'your backend',
    todo: 'Sign for longer than a slow transfer takes, and look at the backend’s clock: a URL that is born expired has a clock behind it.',
  },
  'credential-refused': {
    means: 'The store does not know the access key, or does not take the token.',
    who: 'your backend',
    todo: 'Renew the temporary token before signing, and sign with the key that belongs to it.',
  },
  'signature-mismatch': {
    means: 'The store computed another signature: something was sent that was not signed, or the other way round.',
    who: 'your backend',
    todo: 'Nine times of ten it is Content-Type. Sign the one the kit sends (file.contentType in requestUpload), or none and say contentType: "none". Do not re-encode the URL on its way.',
  },
  'clock-skewed': {
    means: 'The store says that the request’s time is too far from its own.',
    who: 'your backend',
    todo: 'Set the clock of the machine that signs. The clock of the person’s device plays no part in it.',
  },
  'policy-violated': {
    means: 'A form does not satisfy the policy that was signed for it.',
    who: 'your backend',
    todo: 'Every field but the file and the signature must be named in the policy. The preflight in development names the condition.',
  },
  'file-too-large': {
    means: 'The backend or the store takes no file of this size.',
    who: 'the person',
    todo: 'Tell the limit to the kit too (rules.maxFileSize): then it is said before anything is sent.',
  },
  'file-too-small': {
    means: 'The backend or the store wants more bytes than the file has.',
    who: 'the person',
    todo: 'Set rules.minFileSize to the same limit.',
  },
  'file-invalid-type': {
    means:
      'The backend or the store does not take this type, or, with sniff: "reject", the bytes are of another kind than the name says.',
    who: 'the person',
    todo: 'Set rules.accept to the same list.',
  },
  'file-invalid-name': {
    means: 'The backend or the store does not take this name.',
    who: 'the person',
    todo: 'Give the rule to rules.checkName. The browser never builds an object key out of a name, and neither should a backend.',
  },
  'file-changed': {
    means:
      'The file was edited, moved or deleted after it was picked, or lies in a cloud folder that did not deliver it.',
    who: 'the person',
    todo: 'Choose it again. A page cannot re-read it without that.',
  },
  'file-is-directory': {
    means: 'What the browser gave as a file is a folder.',
    who: 'the person',
    todo: 'Drop the folder on the zone, which opens it, or choose the files inside.',
  },
  'integrity-mismatch': {
    means: 'The store’s checksum is not that of the bytes that were sent.',
    who: 'nobody, it passes',
    todo: 'It is sent again. If it happens for every file, something between page and store changes bodies, or etagIsMd5 is set for a bucket with KMS encryption.',
  },
  'object-exists': {
    means: 'There is an object of this key already, and it must not be overwritten.',
    who: 'your backend',
    todo: 'Give every upload a key of its own, e.g. with a random part.',
  },
  'quota-exceeded': {
    means: 'The bucket, the space or the person’s share of it is full.',
    who: 'your backend',
    todo: 'Make room, or raise the quota. Retry sends what was left.',
  },
  'rate-limited': {
    means: 'Too many requests at once (429, SlowDown).',
    who: 'nobody, it passes',
    todo: 'All uploads of the session slow down together and go on; a Retry-After is kept to. If it is frequent, lower concurrency.',
  },
  'server-error': {
    means: 'The backend or the store failed (5xx).',
    who: 'nobody, it passes',
    todo: 'It is tried again by itself. What is left after that has a request id in “copy details”: look it up in the server’s log.',
  },
  unavailable: {
    means: 'The backend or the store is not there right now (502, 503, 504).',
    who: 'nobody, it passes',
    todo: 'It is tried again by itself, and other uploads of the session wait with it.',
  },
  'not-found': {
    means: 'The object, or the operation of your backend, is not there (404).',
    who: 'your backend',
    todo: 'For an upload: look at the adapter’s endpoint. For a download: the object was deleted, as temporary files are.',
  },
  'store-misconfigured': {
    means: 'The store answered in a way that says it is addressed wrongly: bucket, endpoint, region, method.',
    who: 'your backend',
    todo: 'Compare the signer’s endpoint, region and bucket with the store’s; storageCode has the store’s own word for it.',
  },
  'stored-not-registered': {
    means: 'The bytes are stored, but the store’s callback to your server failed (OSS 203).',
    who: 'your backend',
    todo: 'Look at the callback’s URL and its answer. Retry commits again and sends no bytes.',
  },
  'etag-not-exposed': {
    means: 'The adapter needs the ETag, and the bucket does not let pages read it.',
    who: 'the store’s setup',
    todo: 'Add ETag to the exposed headers of the CORS rule.',
  },
  'header-forbidden': {
    means: 'The credential asks for a header that a browser does not let a page set, such as Host or Date.',
    who: 'your backend',
    todo: 'Do not sign that header, or let the upload go through a proxy of yours.',
  },
  'url-refused': {
    means: 'The credential’s URL is not http or https, or no URL at all. Nothing was sent.',
    who: 'your backend',
    todo: 'Look at what the endpoint answers; hint names the field.',
  },
  'answer-unreadable': {
    means: 'The backend’s answer does not fit: not JSON, or a field is missing.',
    who: 'your backend',
    todo: 'hint names the field. A sign-in page with status 200 is the usual reason: answer 401 instead.',
  },
  'vendor-refused': {
    means: 'The vendor refused for a reason of its own.',
    who: 'your backend',
    todo: 'storageCode has the vendor’s code, requestId the call: their documentation and their support know them.',
  },
  'download-truncated': {
    means: 'The download ended before all bytes were there.',
    who: 'nobody, it passes',
    todo: 'It is tried again by itself. Nothing incomplete is saved.',
  },
  'still-scanning': {
    means: 'The backend has not finished to check the file for viruses.',
    who: 'nobody, it passes',
    todo: 'Refresh the list; the row says so meanwhile.',
  },
  infected: {
    means: 'The backend found a virus.',
    who: 'the person',
    todo: 'The file cannot be downloaded. Remove it.',
  },
  unknown: {
    means: 'Something was thrown that is not an UploadError, e.g. by an adapter of your own.',
    who: 'your page',
    todo: 'Look at error.cause, and throw an UploadError with a code from there.',
  },
}

/** Why a file was not taken, before anything was asked or sent. */
export const refusals: Record<RejectionCode, string> = {
  'file-invalid-type': 'Neither its extension nor its type fits rules.accept.',
  'file-too-large': 'More bytes than rules.maxFileSize, the adapter’s or yours, whichever is less.',
  'file-too-small': 'Fewer bytes than rules.minFileSize.',
  'file-empty': 'No bytes at all. rules.allowEmpty takes such files.',
  'file-is-directory': 'A folder that came as a file.',
  'file-invalid-name': 'rules.checkName, the adapter’s or yours, gave a reason.',
  'too-many-files': 'rules.maxFiles is reached, stored attachments counted.',
  'total-too-large': 'rules.maxTotalSize is reached, stored attachments counted.',
  duplicate:
    'A file of the same name, size, date and folder is in the list. “Add anyway” takes it, unless duplicates is "reject".',
  'batch-rejected': 'overflow is "reject-batch" and another file of the same drop was refused.',
}
