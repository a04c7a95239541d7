import type { Session } from '../../src/engine/sessionTypes.ts'
import { frozenSession } from '../../src/testing/frozenSession.ts'
import { uploading } from './posedItems.ts'

/** A session with one file that moves steadily for as long as somebody looks, and begins again when it is there. */
export function movingSession(name: string, size: number, bytesPerSecond = 2_400_000): Session {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setInterval> | undefined
  let sentBytes = size * 0.3
  let frozen = frozenSession([uploading(name, size, sentBytes)])

  function move() {
    sentBytes = sentBytes < size * 0.9 ? sentBytes + bytesPerSecond / 4 : size * 0.3
    frozen = frozenSession([uploading(name, size, sentBytes)])
    for (const listener of listeners) listener()
  }

  return {
    ...frozen,
    getSnapshot: () => frozen.getSnapshot(),
    subscribe(listener) {
      listeners.add(listener)
      timer ??= setInterval(move, 250)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
  }
}
