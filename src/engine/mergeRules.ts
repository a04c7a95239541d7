import { hasSameFields } from './hasSameFields.ts'
import { matchesAccept } from './matchesAccept.ts'
import type { FileRules } from './rules.ts'

/** The stricter of two rule sets, field by field: what both the vendor and the embedder allow. */
export function mergeRules(vendor: FileRules, embedder: FileRules = {}): FileRules {
  return {
    accept: stricterAccept(vendor.accept, embedder.accept),
    maxFileSize: lower(vendor.maxFileSize, embedder.maxFileSize),
    minFileSize: higher(vendor.minFileSize, embedder.minFileSize),
    maxFiles: lower(vendor.maxFiles, embedder.maxFiles),
    maxTotalSize: lower(vendor.maxTotalSize, embedder.maxTotalSize),
    allowEmpty: vendor.allowEmpty !== false && embedder.allowEmpty === true,
    checkName: (name) => vendor.checkName?.(name) ?? embedder.checkName?.(name),
  }
}

/** Whether two rule sets show the same limits. `checkName` does not count: an inline function is new each time. */
export function isSameRules(a: FileRules, b: FileRules): boolean {
  return a.accept?.join() === b.accept?.join() && hasSameFields(a, b, ['accept', 'checkName'])
}

const lower = (a: number | undefined, b: number | undefined) => (a === undefined ? b : Math.min(a, b ?? a))
const higher = (a: number | undefined, b: number | undefined) => (a === undefined ? b : Math.max(a, b ?? a))

/** The embedder's kinds that the vendor takes too; the vendor's where a range such as `image/*` covers them. */
function stricterAccept(vendor: readonly string[] | undefined, embedder: readonly string[] | undefined) {
  if (!vendor?.length) return embedder
  if (!embedder?.length) return vendor
  const wanted = embedder.filter((rule) => isCovered(rule, vendor))
  const narrowed = vendor.filter((rule) => isCovered(rule, embedder) && !wanted.includes(rule))
  return [...wanted, ...narrowed]
}

function isCovered(rule: string, by: readonly string[]): boolean {
  return rule.startsWith('.')
    ? matchesAccept({ name: `file${rule}`, contentType: '' }, by)
    : matchesAccept({ name: 'file', contentType: rule }, by)
}
