import { UploadError } from '../engine/errors.ts'
import type { Stage } from '../engine/errors.ts'

/**
 * Reads a vendor's answer field by field. Whatever does not fit is refused with `answer-unreadable` and the field's full
 * name; values never enter the error. `null` counts as absent, as vendors write it.
 */
export interface Fields {
  has(name: string): boolean
  /** As it is, for fields of several types. */
  value(name: string): unknown
  isList(name: string): boolean
  string(name: string): string
  optionalString(name: string): string | undefined
  /** The first of several spellings that is there; the error names them all. */
  firstString(...names: readonly string[]): string
  number(name: string): number
  optionalNumber(name: string): number | undefined
  boolean(name: string): boolean
  optionalBoolean(name: string): boolean | undefined
  /** A code that vendors print as text in one place and as a number in another. */
  code(name: string): string
  object(name: string): Fields
  optionalObject(name: string): Fields | undefined
  objects(name: string): Fields[]
  /** Entries as they are, in order. */
  list(name: string): readonly unknown[]
  /** One entry of a list, as an object. */
  entry(name: string, index: number): Fields
  /** Every value, for maps whose names are data. */
  values(): readonly unknown[]
  optionalStrings(name: string): Readonly<Record<string, string>> | undefined
  /** Refuses the field with a reason that follows its name: "is not a date". */
  refuse(name: string, reason: string): UploadError
}

/** Starts reading an answer. */
export function readFields(answer: unknown, stage: Stage, path = ''): Fields {
  if (!isRecord(answer)) throw unreadable(path || 'The answer', 'is not an object', stage)
  return fieldsOf(answer, stage, path)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fieldsOf(record: Record<string, unknown>, stage: Stage, path: string): Fields {
  const full = (name: string) => (path ? `${path}.${name}` : name)
  const valueOf = (name: string): unknown => (Object.hasOwn(record, name) ? (record[name] ?? undefined) : undefined)
  const refuse = (name: string, reason: string) => unreadable(full(name), reason, stage)

  function optional<T>(name: string, fits: (value: unknown) => value is T, kind: string): T | undefined {
    const value = valueOf(name)
    if (value === undefined || fits(value)) return value
    throw refuse(name, `is not ${kind}`)
  }
  function required<T>(name: string, value: T | undefined): T {
    if (value === undefined) throw refuse(name, 'is missing')
    return value
  }
  const optionalString = (name: string) => optional(name, isString, 'a text')
  const optionalNumber = (name: string) => optional(name, isNumber, 'a number')
  const optionalBoolean = (name: string) => optional(name, isBoolean, 'true or false')
  const optionalObject = (name: string) => {
    const value = optional(name, isRecord, 'an object')
    return value && fieldsOf(value, stage, full(name))
  }
  const list = (name: string) => required(name, optional(name, isArray, 'a list'))
  const entry = (name: string, index: number) => readFields(list(name)[index], stage, `${full(name)}[${index}]`)

  return {
    has: (name) => valueOf(name) !== undefined,
    value: valueOf,
    isList: (name) => Array.isArray(valueOf(name)),
    string: (name) => filled(required(name, optionalString(name)), () => refuse(name, 'is empty')),
    optionalString,
    firstString: (...names) => {
      const name = names.find((each) => valueOf(each) !== undefined) ?? names.join(' or ')
      return filled(required(name, optionalString(name)), () => refuse(name, 'is empty'))
    },
    number: (name) => required(name, optionalNumber(name)),
    optionalNumber,
    boolean: (name) => required(name, optionalBoolean(name)),
    optionalBoolean,
    code: (name) => String(required(name, optional(name, isCode, 'a text or a number'))),
    object: (name) => required(name, optionalObject(name)),
    optionalObject,
    objects: (name) => list(name).map((_value, index) => entry(name, index)),
    list,
    entry,
    values: () => Object.values(record),
    optionalStrings: (name) => optional(name, isStringRecord, 'a map of texts'),
    refuse,
  }
}

function unreadable(field: string, reason: string, stage: Stage): UploadError {
  return new UploadError({
    code: 'answer-unreadable',
    stage,
    hint: `The backend's answer does not fit: ${field} ${reason}.`,
  })
}

function filled(text: string, refusal: () => UploadError): string {
  if (text === '') throw refusal()
  return text
}

const isString = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
const isCode = (value: unknown): value is string | number => isString(value) || isNumber(value)
const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isStringRecord = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every(isString)
