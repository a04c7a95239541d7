/** One rule of a POST policy, in one form: the object form `{field: value}` is an `eq`. Names without `$`, lower-case. */
export type PolicyCondition =
  | { kind: 'eq' | 'starts-with'; field: string; value: string }
  | { kind: 'in' | 'not-in'; field: string; values: readonly string[] }
  | { kind: 'content-length-range'; min: number; max: number }

export interface Policy {
  /** Milliseconds since the epoch, by the signer's clock. */
  expiresAtMs: number | undefined
  conditions: readonly PolicyCondition[]
}

/**
 * Reads a POST policy of OSS or S3: base64 of UTF-8 JSON. Undefined when it is not one; conditions of unknown shape are left
 * out. The store has the last word, so what cannot be read is no objection.
 * Source: https://www.alibabacloud.com/help/en/oss/developer-reference/postobject
 */
export function decodePolicy(base64: string): Policy | undefined {
  const parsed = parseBase64Json(base64)
  if (!isRecord(parsed) || !Array.isArray(parsed.conditions)) return undefined
  const expiresAtMs = typeof parsed.expiration === 'string' ? Date.parse(parsed.expiration) : Number.NaN
  return {
    expiresAtMs: Number.isNaN(expiresAtMs) ? undefined : expiresAtMs,
    conditions: parsed.conditions.flatMap(readCondition),
  }
}

function parseBase64Json(base64: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return undefined
  }
}

function readCondition(condition: unknown): PolicyCondition[] {
  if (Array.isArray(condition)) return readListForm(condition)
  if (!isRecord(condition)) return []
  return Object.entries(condition).flatMap(([field, value]) =>
    typeof value === 'string' ? [{ kind: 'eq' as const, field: field.toLowerCase(), value }] : [],
  )
}

function readListForm([operator, subject, operand]: unknown[]): PolicyCondition[] {
  const kind = typeof operator === 'string' ? operator.toLowerCase() : ''
  if (kind === 'content-length-range') {
    const [min, max] = [Number(subject), Number(operand)]
    return Number.isFinite(min) && Number.isFinite(max) ? [{ kind, min, max }] : []
  }
  if (typeof subject !== 'string') return []
  const field = subject.replace(/^\$/, '').toLowerCase()
  if ((kind === 'eq' || kind === 'starts-with') && typeof operand === 'string') return [{ kind, field, value: operand }]
  if ((kind === 'in' || kind === 'not-in') && Array.isArray(operand)) {
    return [{ kind, field, values: operand.filter((value) => typeof value === 'string') }]
  }
  return []
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
