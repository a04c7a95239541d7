/** One promise, for any test runner: `for (const { name, run } of checks) it(name, run)`. */
export interface ContractCheck {
  readonly name: string
  /** Rejects with a `ContractError` where the promise is broken. */
  readonly run: () => Promise<void>
}

/** A broken promise, in a sentence that says what was expected and what came. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
}

/** Throws unless it is so. */
export function promised(isKept: boolean, sentence: string): asserts isKept {
  if (!isKept) throw new ContractError(sentence)
}

/** A value as it stands in a sentence. */
export function shown(value: unknown): string {
  return value instanceof Error ? `${value.name}: ${value.message}` : (JSON.stringify(value) ?? String(value))
}
