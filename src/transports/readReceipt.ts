import { UploadError } from '../engine/errors.ts'
import type { Credential, Receipt } from '../engine/ports.ts'
import { isOwnOrigin } from './isOwnOrigin.ts'
import { readStorageError } from './readStorageError.ts'
import { requestIdOf } from './requestIdOf.ts'
import type { XhrAnswer } from './xhrRequest.ts'

/**
 * Judges the answer to an upload. A success is a 2xx of the very address the credential names (or a status the credential
 * lists), without an error document or a page in it; OSS says 203 when it stored the bytes and its callback failed. Everything else is thrown.
 */
export function readReceipt(answer: XhrAnswer, credential: Credential): Receipt {
  const { status, headers, body, finalUrl } = answer
  if (wasRedirected(finalUrl, credential.url)) throw redirected(status, finalUrl)
  if (!isSuccess(status, credential) || isErrorDocument(body)) {
    throw readStorageError(answer, { ownBackend: isOwnBackend(credential) })
  }
  if (isPage(body)) throw answeredWithPage(status)
  return { status, etag: unquote(headers.etag ?? postedEtag(body)), requestId: requestIdOf(headers), headers, body }
}

function isSuccess(status: number, credential: Credential): boolean {
  if ('successStatuses' in credential && credential.successStatuses?.includes(status)) return true
  return status >= 200 && status <= 299 && status !== 203
}

/** A redirect turns most uploads into a GET elsewhere, whose good answer would say nothing of the bytes. */
function wasRedirected(finalUrl: string, url: string): boolean {
  if (!finalUrl || finalUrl === url) return false
  const asked = new URL(url, globalThis.location?.href)
  asked.hash = ''
  return asked.href !== finalUrl
}

function redirected(status: number, finalUrl: string): UploadError {
  return new UploadError({
    code: 'store-misconfigured',
    stage: 'transfer',
    status,
    hint: `The store sent the upload on to ${new URL(finalUrl).host}; sign for the address that answers, and without success_action_redirect.`,
  })
}

const xmlPreamble = /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?/

function isErrorDocument(body: string): boolean {
  return /^<Error[\s>/]/i.test(body.replace(xmlPreamble, ''))
}

function isPage(body: string): boolean {
  return /^\uFEFF?\s*(?:<!doctype html|<html)/i.test(body)
}

function answeredWithPage(status: number): UploadError {
  return new UploadError({
    code: 'answer-unreadable',
    stage: 'transfer',
    status,
    hint: 'The upload was answered with a web page, by a sign-in wall or a proxy in between.',
  })
}

/** Only the embedder's own server can say that the embedder's session has ended. */
function isOwnBackend({ url, withCredentials }: Credential): boolean {
  return withCredentials === true || isOwnOrigin(url)
}

/** Of a 201's XML, where the store sets no header (Ceph) or its CORS rules hide it. S3 writes the quotes as entities. */
function postedEtag(body: string): string | undefined {
  if (!/^<PostResponse[\s>]/.test(body.replace(xmlPreamble, ''))) return undefined
  return /<ETag>([^<]{1,200})<\/ETag>/
    .exec(body)?.[1]
    ?.replace(/&(quot|#34);/g, '"')
    .trim()
}

function unquote(etag: string | undefined): string | undefined {
  return etag?.replace(/^(?:W\/)?"(.*)"$/, '$1')
}
