/** How the server behaves during one run; sent to `POST /control/reset`. */
export interface ServerBehaviour {
  /** Milliseconds that every signing call takes. */
  signDelayMs: number
  /** Bytes a second over all uploads; 0: as fast as they come. */
  bytesPerSecond: number
  /** Uploads are taken and never answered. */
  hangs: boolean
  /** Share of uploads that go wrong, 0 to 1. */
  faultRate: number
  /** The same seed makes the same upload of the same file go wrong in the same way. */
  seed: number
  /** Keep a SHA-256 of each object: slower than counting its bytes. */
  hashes: boolean
}

export const calm: ServerBehaviour = {
  signDelayMs: 0,
  bytesPerSecond: 0,
  hangs: false,
  faultRate: 0,
  seed: 1,
  hashes: false,
}

export interface StoredObject {
  name: string
  bytes: number
  sha256?: string | undefined
}

/** What `GET /control/stats` answers. */
export interface ServerStats {
  signCalls: number
  signedUploads: number
  preflights: number
  uploads: number
  faults: number
  receivedBytes: number
  /** By key. */
  objects: Record<string, StoredObject>
}

/** What the server was told and what it saw since. Bodies are never kept. */
export interface Ledger {
  behaviour: ServerBehaviour
  stats: Omit<ServerStats, 'objects'>
  objects: Map<string, StoredObject>
  /** Upload attempts so far, by file name. */
  attempts: Map<string, number>
  /** When the throttled link is free again, in milliseconds of `performance.now()`. */
  linkFreeAt: number
}

export function createLedger(): Ledger {
  return {
    behaviour: calm,
    stats: { signCalls: 0, signedUploads: 0, preflights: 0, uploads: 0, faults: 0, receivedBytes: 0 },
    objects: new Map(),
    attempts: new Map(),
    linkFreeAt: 0,
  }
}

export function resetLedger(ledger: Ledger, behaviour: Partial<ServerBehaviour>): void {
  Object.assign(ledger, createLedger(), { behaviour: { ...calm, ...behaviour } })
}
