#!/usr/bin/env node
import { devStoreUsage, readDevStoreArguments } from './devStoreArguments.ts'
import { startDevStore } from './startDevStore.ts'
import { StartError } from './startError.ts'

/** `npx attachkit-dev-store`: runs until it is told to stop. */
async function main(): Promise<void> {
  const told = readDevStoreArguments(process.argv.slice(2))
  if (told.help) return void process.stdout.write(devStoreUsage)
  const store = await startDevStore(told, report)
  process.stdout.write(store.greeting)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void store.close().then(() => process.exit(0)))
  }
}

/** What its user can mend in words alone; what is our own fault with its place. */
function report(error: unknown): void {
  const isMendable = error instanceof StartError || !(error instanceof Error)
  process.stderr.write(
    `${isMendable ? String(error instanceof Error ? error.message : error) : (error.stack ?? error.message)}\n`,
  )
}

main().catch((error: unknown) => {
  report(error)
  process.exitCode = 1
})
