import { UploadError } from '../../engine/errors.ts'
import type { Credential, CredentialKind, CredentialOf } from '../../engine/ports.ts'
import { readSignReply } from './readSignReply.ts'

/** The credential of a reply, of the kind that the hook can send; `answer-unreadable` for another. */
export function readCredential<K extends CredentialKind>(
  json: unknown,
  about: Parameters<typeof readSignReply>[1],
  kind: K | undefined,
): CredentialOf<K> {
  const credential = readSignReply(json, about)
  if (isOfKind(credential, kind)) return credential
  throw wrongKind(credential.kind)
}

function isOfKind<K extends CredentialKind>(
  credential: Credential,
  kind: K | undefined,
): credential is CredentialOf<K> {
  return kind === undefined || credential.alreadyStored === true || credential.kind === kind
}

function wrongKind(kind: CredentialKind): UploadError {
  const hint =
    kind === 'form-policy'
      ? 'The reply holds form fields: use useFormPolicyUpload, or sign a PUT.'
      : 'The reply holds no form fields: use useSignedUpload, or sign a form policy.'
  return new UploadError({ code: 'answer-unreadable', stage: 'credentials', hint })
}
