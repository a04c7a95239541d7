import type { MultipartStore } from './multipartStore.ts'

/** How a file is cut. */
export interface PartPlan {
  /** Bytes of every part but the last. */
  partSize: number
  count: number
}

/** A plan for a file of `size` bytes: parts of about `wanted` bytes, larger ones where they would be too many. */
export function planParts(size: number, wanted: number, store: MultipartStore): PartPlan {
  const { minPartSize, partStep, maxParts } = store
  const least = Math.max(wanted, minPartSize, Math.ceil(size / maxParts))
  const partSize = Math.ceil(least / partStep) * partStep
  return { partSize, count: Math.max(1, Math.ceil(size / partSize)) }
}

/** The plan that a page says it follows; undefined when the store would not take such parts. */
export function readPlan(size: number, partSize: unknown, store: MultipartStore): PartPlan | undefined {
  if (typeof partSize !== 'number' || !Number.isSafeInteger(partSize) || partSize < store.minPartSize) return undefined
  const count = Math.max(1, Math.ceil(size / partSize))
  return partSize % store.partStep === 0 && count <= store.maxParts ? { partSize, count } : undefined
}
