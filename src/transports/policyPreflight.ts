import { UploadError } from '../engine/errors.ts'
import type { FileMeta, FormPolicyCredential } from '../engine/ports.ts'
import { redactMessage } from './redactMessage.ts'
import { decodePolicy, type Policy, type PolicyCondition } from './decodePolicy.ts'

/**
 * Whether the policy that a form carries will let this file pass, asked before a byte moves: the error the store would answer
 * with, or undefined. Refuses only what cannot pass on any store; in doubt the store decides.
 */
export function checkPolicy(credential: FormPolicyCredential, meta: FileMeta): UploadError | undefined {
  const encoded = credential.fields.find(([name]) => name.toLowerCase() === 'policy')?.[1]
  const policy = encoded === undefined ? undefined : decodePolicy(encoded)
  if (!policy) return undefined
  if (hasExpired(policy, credential)) {
    return refuse('credential-expired', "The policy had expired by the backend's own clock when it was handed out.")
  }
  for (const condition of policy.conditions) {
    const error = checkCondition(condition, credential, meta)
    if (error) return error
  }
  return undefined
}

/** Only the server's clock may say so: the page's own is often wrong, and then an expiration is a hint at best. */
function hasExpired({ expiresAtMs }: Policy, { expiry }: FormPolicyCredential): boolean {
  const serverNowMs = expiry && 'atMs' in expiry ? expiry.serverNowMs : undefined
  return expiresAtMs !== undefined && serverNowMs !== undefined && expiresAtMs <= serverNowMs
}

function checkCondition(
  condition: PolicyCondition,
  credential: FormPolicyCredential,
  meta: FileMeta,
): UploadError | undefined {
  if (condition.kind === 'content-length-range') return checkSize(condition, meta.size)
  const values = valuesOf(condition.field, credential, meta)
  if (values.length === 0 || values.some((value) => passes(condition, value))) return undefined
  if (condition.field === 'content-type') {
    return refuse(
      'file-invalid-type',
      `The policy does not take files of the type ${meta.contentType}${redactMessage(expectation(condition))}.`,
    )
  }
  return refuse(
    'policy-violated',
    `The form field ${redactMessage(condition.field)} does not fit the policy's "${condition.kind}" condition.`,
  )
}

function checkSize({ min, max }: { min: number; max: number }, size: number): UploadError | undefined {
  if (size > max) return refuse('file-too-large', `The policy takes at most ${max} bytes.`, max)
  if (size < min) return refuse('file-too-small', `The policy takes at least ${min} bytes.`, min)
  return undefined
}

/**
 * What the store may hold against a condition, none when it cannot be known here. Stores differ on whether `${filename}` is
 * judged before or after it is filled in, so both count.
 */
function valuesOf(field: string, { fields }: FormPolicyCredential, meta: FileMeta): readonly string[] {
  const named = (name: string) => fields.find(([candidate]) => candidate.toLowerCase() === name)?.[1]
  const sent =
    field === 'content-type' ? (named('x-oss-content-type') ?? named(field) ?? meta.contentType) : named(field)
  if (sent === undefined) return []
  return [sent, sent.replaceAll('${filename}', meta.name)]
}

function passes(condition: Exclude<PolicyCondition, { kind: 'content-length-range' }>, value: string): boolean {
  switch (condition.kind) {
    case 'eq':
      return value === condition.value
    case 'starts-with':
      return startsWith(value, condition)
    case 'in':
      return condition.values.includes(value)
    case 'not-in':
      return !condition.values.includes(value)
  }
}

/** S3 takes a comma-separated list of types to start with one of the same. */
function startsWith(value: string, { field, value: prefix }: { field: string; value: string }): boolean {
  return (
    value.startsWith(prefix) ||
    (field === 'content-type' && value.split(',').every((part) => part.trim().startsWith(prefix)))
  )
}

function expectation(condition: PolicyCondition): string {
  if (condition.kind === 'eq') return `; it takes ${condition.value}`
  if (condition.kind === 'starts-with') return `; it takes types that start with ${condition.value}`
  return condition.kind === 'in' ? `; it takes ${condition.values.join(', ')}` : ''
}

type Refusal = 'credential-expired' | 'file-too-large' | 'file-too-small' | 'file-invalid-type' | 'policy-violated'

function refuse(code: Refusal, hint: string, limitBytes?: number): UploadError {
  return new UploadError({ code, stage: 'transfer', hint, limitBytes })
}
