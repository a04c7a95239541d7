import type { AccessKey } from '../../signing/accessKey.ts'

/** What the gateways know of whoever calls. */
export interface GatewayContext {
  accessKeys: readonly AccessKey[]
  /** The vendors' clock, milliseconds since the epoch. */
  now: () => number
}

export function findKeyAmong(accessKeys: readonly AccessKey[]): (id: string) => AccessKey | undefined {
  return (id) => accessKeys.find((key) => key.id === id)
}
