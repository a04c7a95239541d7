/** What `dropFiles`, `pasteFiles` and `pickFiles` take. */
export type TestFiles = File | readonly File[]

export function listOf(files: TestFiles): readonly File[] {
  return files instanceof Array ? files : [files]
}

/** React's own switch: while it is on, React warns of every update that no `act` is around. */
interface ReactTestScope {
  IS_REACT_ACT_ENVIRONMENT?: boolean
}

/**
 * Runs what a person does, which no `act` is around, and gives the page its turn afterwards. Testing libraries of React do the
 * same while they wait; without React it changes nothing.
 */
export async function likeAPerson(action: () => void | Promise<void>): Promise<void> {
  const scope: ReactTestScope = globalThis as typeof globalThis & ReactTestScope
  const before = scope.IS_REACT_ACT_ENVIRONMENT
  if (before !== undefined) scope.IS_REACT_ACT_ENVIRONMENT = false
  try {
    await action()
    await turnOfThePage()
  } finally {
    if (before !== undefined) scope.IS_REACT_ACT_ENVIRONMENT = before
  }
}

/** By a message and no timer: a test that holds the clock does not hold this. */
export function turnOfThePage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
