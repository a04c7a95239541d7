/**
 * The dev server cannot start for a reason its user can mend. The message is one sentence that says what is wrong and what
 * to do; the stack says the same, because Vite prints the stack of whatever stops it.
 */
export class StartError extends Error {
  override readonly name = 'StartError'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.stack = message
  }
}
