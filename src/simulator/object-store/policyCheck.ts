import type { ReadField } from '../../signing/postPolicy.ts'
import { fromBase64 } from '../../signing/encoding.ts'
import { StoreError } from './storeError.ts'

type FieldCondition = { field: string; source: string } & (
  | { operator: 'eq' | 'starts-with'; value: string }
  | { operator: 'in' | 'not-in'; values: string[] }
)

/** Bytes, both inclusive. */
export interface SizeRange {
  minBytes: number
  maxBytes: number
}

export interface ReadPolicy {
  /** Milliseconds since the epoch. */
  expiresAt: number
  conditions: FieldCondition[]
  sizes: SizeRange[]
}

/**
 * Reads a base64 policy. Source: PostObject, "Post Policy".
 * @throws StoreError 400 InvalidPolicyDocument
 */
export function readPolicy(encoded: string): ReadPolicy {
  const policy = parseJson(encoded)
  if (!isRecord(policy)) throw invalidPolicy('Invalid JSON: the policy must be an object.')
  const { expiration, conditions } = policy
  const expiresAt = typeof expiration === 'string' ? Date.parse(expiration) : Number.NaN
  if (Number.isNaN(expiresAt)) throw invalidPolicy('Invalid or missing "expiration".')
  if (!Array.isArray(conditions) || conditions.length === 0) throw invalidPolicy('Missing "conditions".')
  const read: ReadPolicy = { expiresAt, conditions: [], sizes: [] }
  for (const condition of conditions) readCondition(condition, read)
  return read
}

function parseJson(encoded: string): unknown {
  const bytes = fromBase64(encoded)
  if (!bytes) throw invalidPolicy('Invalid JSON: the policy is not base64.')
  try {
    // `\$` is OSS's own escape for a literal dollar sign; JSON knows none.
    return JSON.parse(new TextDecoder().decode(bytes).replaceAll('\\$', '$'))
  } catch {
    throw invalidPolicy('Invalid JSON: the policy does not parse.')
  }
}

function readCondition(condition: unknown, read: ReadPolicy): void {
  if (Array.isArray(condition)) return readListCondition(condition, read)
  const entries = isRecord(condition) ? Object.entries(condition) : []
  const [[field, value] = [], ...rest] = entries
  if (field === undefined || rest.length > 0) {
    throw invalidPolicy('Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.')
  }
  if (typeof value !== 'string') throw invalidPolicy('Invalid Simple-Condition: value must be a string.')
  read.conditions.push({
    operator: 'eq',
    field: field.toLowerCase(),
    value,
    source: sourceOf(['eq', `$${field}`, value]),
  })
}

function readListCondition(condition: unknown[], read: ReadPolicy): void {
  const [operator, name, value] = condition
  const source = sourceOf(condition)
  if (operator === 'content-length-range') {
    read.sizes.push(readSizeRange(name, value))
  } else if (typeof name !== 'string' || !name.startsWith('$') || condition.length !== 3) {
    throw invalidPolicy('Invalid Condition: a field name must start with "$".')
  } else if ((operator === 'eq' || operator === 'starts-with') && typeof value === 'string') {
    read.conditions.push({ operator, field: name.slice(1).toLowerCase(), value, source })
  } else if ((operator === 'in' || operator === 'not-in') && isStringList(value)) {
    read.conditions.push({ operator, field: name.slice(1).toLowerCase(), values: value, source })
  } else {
    throw invalidPolicy('Invalid Condition: unknown operator or value.')
  }
}

function readSizeRange(min: unknown, max: unknown): SizeRange {
  if (!Number.isInteger(min) || !Number.isInteger(max) || Number(min) < 0 || Number(max) < Number(min)) {
    throw invalidPolicy('Invalid Content-Length-Range: two non-negative integers, the second not smaller.')
  }
  return { minBytes: Number(min), maxBytes: Number(max) }
}

/**
 * Checks everything but the size, which is known only after the last byte.
 * @throws StoreError 403 AccessDenied, with the failed condition in its message
 */
export function requirePolicy(policy: ReadPolicy, field: ReadField, now: number): void {
  if (policy.expiresAt <= now) throw againstPolicy('Policy expired.')
  const failed = policy.conditions.find((condition) => !holds(condition, field(condition.field)))
  if (failed) throw againstPolicy(`Policy Condition failed: ${failed.source}`)
}

function holds(condition: FieldCondition, value = ''): boolean {
  switch (condition.operator) {
    case 'eq':
      return value === condition.value
    case 'starts-with':
      return value.startsWith(condition.value)
    case 'in':
      return condition.values.includes(value)
    case 'not-in':
      return !condition.values.includes(value)
  }
}

/** Fields that sign or carry and so need no condition. */
const freeFields: ReadonlySet<string> = new Set([
  'policy',
  'signature',
  'ossaccesskeyid',
  'x-oss-signature',
  'x-amz-signature',
  'file',
])

/** S3's rule: each field needs a condition. @throws StoreError 403 AccessDenied that names the extra ones */
export function requireListedFields(policy: ReadPolicy, names: readonly string[]): void {
  const listed = new Set(policy.conditions.map(({ field }) => field))
  const extra = names.filter((name) => !listed.has(name) && !freeFields.has(name) && !name.startsWith('x-ignore-'))
  if (extra.length > 0) throw againstPolicy(`Extra input fields: ${extra.join(', ')}`)
}

/** What all size conditions together allow; undefined when there is none. */
export function allowedSizes({ sizes }: ReadPolicy): SizeRange | undefined {
  if (sizes.length === 0) return undefined
  return {
    minBytes: Math.max(...sizes.map(({ minBytes }) => minBytes)),
    maxBytes: Math.min(...sizes.map(({ maxBytes }) => maxBytes)),
  }
}

function againstPolicy(what: string): StoreError {
  return new StoreError(403, 'AccessDenied', `Invalid according to Policy: ${what}`)
}

function invalidPolicy(what: string): StoreError {
  return new StoreError(400, 'InvalidPolicyDocument', `Invalid Policy: ${what}`)
}

function sourceOf(condition: readonly unknown[]): string {
  return `[${condition.map((part) => JSON.stringify(part)).join(', ')}]`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isStringList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}
