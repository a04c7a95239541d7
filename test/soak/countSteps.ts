/** How often each call was begun, and how often it came to an end, good or bad. */
export interface StepCounts {
  begun: Record<string, number>
  settled: Record<string, number>
}

/** The same object, with every call that returns a promise on record. */
export function countSteps<T extends object>(target: T, { begun, settled }: StepCounts): T {
  return new Proxy(target, {
    get(original, name, receiver) {
      const member: unknown = Reflect.get(original, name, receiver)
      if (typeof member !== 'function') return member
      return (...call: unknown[]) => {
        const returned: unknown = Reflect.apply(member, original, call)
        if (!(returned instanceof Promise)) return returned
        const step = String(name)
        begun[step] = (begun[step] ?? 0) + 1
        const settle = () => void (settled[step] = (settled[step] ?? 0) + 1)
        returned.then(settle, settle)
        return returned
      }
    },
  })
}
