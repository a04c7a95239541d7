import type { BackendAdapter } from '../../engine/ports.ts'
import type { FileRules } from '../../engine/rules.ts'

/** Bytes that a store takes at most. */
export interface StoreLimits {
  whole: number
  inParts: number
}

/** The backend's rules, with the store's own limit under them. */
export function rulesOfStore(
  { multipart, rules }: Pick<BackendAdapter, 'multipart' | 'rules'>,
  limits: StoreLimits,
): FileRules {
  const most = multipart ? limits.inParts : limits.whole
  return { ...rules, maxFileSize: Math.min(most, rules.maxFileSize ?? most) }
}
