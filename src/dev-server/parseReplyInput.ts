import type { ReplyInput } from './helpdeskTypes.ts'

/** A field of a request that cannot be taken; the message is a sentence for whoever sent it. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly field: string

  constructor(field: string, message: string) {
    super(message)
    this.field = field
  }
}

const limits = { body: 20_000, attachments: 200, handle: 2048, name: 1024, contentType: 255, key: 200 }
const vendorName = /^[a-z][a-z0-9-]{0,63}$/

/**
 * Reads the body of a reply out of whatever JSON came. Unknown members are left out.
 * @throws InputError naming the first field that does not fit.
 */
export function parseReplyInput(json: unknown): ReplyInput {
  const input = objectAt(json, 'body of the request')
  const body = textAt(input['body'], 'body', limits.body)
  const attachments = listAt(input['attachments'] ?? [], 'attachments').map(parseAttachment)
  if (body.trim() === '' && attachments.length === 0) {
    throw new InputError('body', 'A reply needs a text or at least one attachment.')
  }
  const idempotencyKey = filledTextAt(input['idempotencyKey'], 'idempotencyKey', limits.key)
  if (attachments.length === 0) return { body, attachments, idempotencyKey }
  const vendor = filledTextAt(input['vendor'], 'vendor', 64)
  if (!vendorName.test(vendor)) throw new InputError('vendor', '"vendor" must be an adapter\'s name in kebab-case.')
  return { body, attachments, vendor, idempotencyKey }
}

function parseAttachment(json: unknown, index: number): ReplyInput['attachments'][number] {
  const at = (member: string) => `attachments[${index}].${member}`
  const input = objectAt(json, `attachments[${index}]`)
  return {
    handle: filledTextAt(input['handle'], at('handle'), limits.handle),
    name: filledTextAt(input['name'], at('name'), limits.name),
    size: input['size'] === undefined ? undefined : sizeAt(input['size'], at('size')),
    contentType:
      input['contentType'] === undefined
        ? undefined
        : textAt(input['contentType'], at('contentType'), limits.contentType),
  }
}

function objectAt(value: unknown, field: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw new InputError(field, `The ${field} must be a JSON object.`)
}

function listAt(value: unknown, field: string): unknown[] {
  if (!Array.isArray(value)) throw new InputError(field, `"${field}" must be a list.`)
  if (value.length > limits.attachments) {
    throw new InputError(field, `"${field}" may hold at most ${limits.attachments} entries.`)
  }
  return value
}

/** Lone surrogates cannot be stored as UTF-8: they become the replacement character here, not somewhere on the way. */
function textAt(value: unknown, field: string, limit: number): string {
  if (typeof value !== 'string') throw new InputError(field, `"${field}" must be a text.`)
  if (value.length > limit) throw new InputError(field, `"${field}" may be at most ${limit} characters long.`)
  return value.replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
}

function filledTextAt(value: unknown, field: string, limit: number): string {
  const text = textAt(value, field, limit)
  if (text === '') throw new InputError(field, `"${field}" must not be empty.`)
  return text
}

function sizeAt(value: unknown, field: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new InputError(field, `"${field}" must be a whole number of bytes.`)
}
