#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { backendContract } from './backendContract.ts'

const usage = `Usage: attachkit-check-backend <endpoint> [options]

Proves that a backend, in whatever language, answers as attachkit's signed-endpoint and s3 adapters expect. It uploads a
handful of small files: give it a place for tests.

  --header <name: value>  sent with every call of the backend, e.g. "cookie: session=1"; may be repeated
  --offers <list>         calls that the backend has besides sign (commit,list,download,discard)
  --origin <origin>       also checks that the store lets this page in (CORS)
  --help                  this text
`

type Offers = NonNullable<Parameters<typeof backendContract>[0]['offers']>

/** Prints a line for each promise; the exit code says whether all are kept. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      header: { type: 'string', multiple: true },
      offers: { type: 'string' },
      origin: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [endpoint] = positionals
  if (values.help || endpoint === undefined) return void process.stdout.write(usage)
  const headers = Object.fromEntries((values.header ?? []).map(readHeader))
  const offers = values.offers?.split(',').map((name) => name.trim()) as Offers | undefined
  for (const { name, run } of backendContract({ endpoint, headers, offers, origin: values.origin })) {
    const broken = await run().then(
      () => undefined,
      (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
    )
    process.stdout.write(broken === undefined ? `ok      ${name}\n` : `BROKEN  ${name}\n        ${broken}\n`)
    if (broken !== undefined) process.exitCode = 1
  }
}

function readHeader(line: string): [string, string] {
  const at = line.indexOf(':')
  if (at < 1) throw new TypeError(`--header takes "name: value", not "${line}".`)
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
