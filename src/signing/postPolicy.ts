import { toBase64, utf8 } from './encoding.ts'

/** One condition of a policy, as it stands in its JSON. S3 knows no `in` and `not-in`. */
export type PolicyCondition =
  | Readonly<Record<string, string>>
  | readonly ['eq' | 'starts-with', field: string, value: string]
  | readonly ['in' | 'not-in', field: string, values: readonly string[]]
  | readonly ['content-length-range', minBytes: number, maxBytes: number]

export interface PostPolicy {
  /** ISO 8601, UTC, e.g. `2022-06-04T07:11:18.000Z`. */
  expiration: string
  conditions: readonly PolicyCondition[]
}

/** Base64 of the policy's JSON: what goes into the `policy` field and is signed. */
export function encodePostPolicy(policy: PostPolicy): string {
  return toBase64(utf8(JSON.stringify(policy)))
}

/** Reads a form field by its lower-case name. */
export type ReadField = (lowerCaseName: string) => string | undefined
