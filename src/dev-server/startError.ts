import { inspect } from 'node:util'

/**
 * The dev server cannot start for a reason its user can mend. The message is one sentence that says what is wrong and what
 * to do, and all there is to print: where in the code it was noticed helps nobody.
 */
export class StartError extends Error {
  override readonly name = 'StartError'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.stack = message
  }

  /** Vite inspects whatever stops it. */
  [inspect.custom](): string {
    return this.message
  }
}
