import { hasContentType } from '../engine/hasContentType.ts'
import type { Credential, Receipt, TransportRequest } from '../engine/ports.ts'
import { assertReadable, type FileBytes } from './assertReadable.ts'
import { diagnoseNetworkFailure } from './diagnoseNetworkFailure.ts'
import { readReceipt } from './readReceipt.ts'
import { defaultStallLimits, type StallLimits } from './stallTimers.ts'
import { watchPolicyViolations } from './watchPolicyViolations.ts'
import { NoAnswer, xhrRequest, type XhrRequest } from './xhrRequest.ts'

/** What both transports can be told. */
export interface UploadOptions extends Partial<StallLimits> {
  /**
   * Takes the report on an attempt that got no answer: what was checked, and a CORS rule to paste into the bucket. Without it,
   * development builds write the report to the console, production builds make none.
   */
  onDiagnosis?: ((report: string) => void) | undefined
}

/** What a transport makes of its credential. */
export interface UploadBody extends Pick<XhrRequest, 'method' | 'headers' | 'body'> {
  reportsProgress?: boolean | undefined
}

/** One attempt: the file is read, sent, and the answer judged. The end of both transports' `send`. */
export async function sendUpload(
  request: TransportRequest<Credential>,
  { reportsProgress = true, ...upload }: UploadBody,
  options: UploadOptions,
): Promise<Receipt> {
  const { credential, file, meta, signal, upcoming, onProgress, onStall } = request
  const limits = { ...defaultStallLimits, ...definedOf(options) }
  const patience = { signal, deadlineMs: limits.stalledAfterMs }
  const bytes = await assertReadable(file, { ...patience, upcoming })
  const violations = watchPolicyViolations()
  try {
    const answer = await xhrRequest({
      ...withBytes(upload, bytes),
      url: credential.url,
      fileBytes: meta.size,
      withCredentials: credential.withCredentials ?? false,
      signal,
      onProgress,
      onStall,
      reportsProgress,
      limits,
    })
    return readReceipt(answer, credential)
  } catch (thrown) {
    if (!(thrown instanceof NoAnswer)) throw thrown
    await assertReadable(file, patience)
    const failure = {
      ...upload,
      url: credential.url,
      sentBytes: thrown.sentBytes,
      blockedByPolicy: violations.blocks(credential.url),
    }
    throw await diagnoseNetworkFailure(failure, signal, options.onDiagnosis)
  } finally {
    violations.stop()
  }
}

/** Bytes that were read stand for the file, which would be read a second time. A browser tells the type of a file by itself. */
function withBytes(upload: UploadBody, bytes: FileBytes): UploadBody {
  const { body, headers } = upload
  if (!bytes || !(body instanceof Blob)) return upload
  const needsType = body.type !== '' && !hasContentType(headers)
  return { ...upload, body: bytes, headers: needsType ? { ...headers, 'Content-Type': body.type } : headers }
}

function definedOf({ stalledAfterMs, answerAfterMs }: UploadOptions): Partial<StallLimits> {
  return {
    ...(stalledAfterMs === undefined ? {} : { stalledAfterMs }),
    ...(answerAfterMs === undefined ? {} : { answerAfterMs }),
  }
}
