import type { Item } from '../../engine/item.ts'
import { isStalled } from '../../engine/selectors.ts'
import { nextRate } from '../../engine/transferRate.ts'
import type { TransferRate } from '../../engine/transferRate.ts'

/**
 * Makes a function that is shown one item's every state and tells how fast its bytes move. A stall or a retry begins anew:
 * the pause would otherwise count as slowness.
 *
 * @param now milliseconds of a clock that never jumps. @default performance.now
 */
export function createRateFollower(
  now = () => performance.now(),
): (item: Item | undefined) => TransferRate | undefined {
  let rate: TransferRate | undefined
  return (item) => {
    if (item?.status !== 'uploading' || item.retry || isStalled(item)) rate = undefined
    else if (item.sentBytes !== rate?.sentBytes) rate = nextRate(rate, item.sentBytes, now())
    return rate
  }
}
