/** Text of an expression that runs `call` with its argument and resolves to the JSON of what it gives. */
export function scriptOf<A, R>(call: (argument: A) => R, argument: A): string {
  const json = argument === undefined ? '' : JSON.stringify(argument)
  return `(async () => JSON.stringify(await (${call.toString()})(${json})))()`
}

/** What the page said, as it was there. JSON has no `undefined`, and a driver may make it null. */
export function parseResult<R>(json: unknown): R {
  return (typeof json === 'string' ? JSON.parse(json) : undefined) as R
}
