import { parseArgs } from 'node:util'
import { StartError } from './startError.ts'

/** What `npx attachkit-dev-store` was told. */
export interface DevStoreArguments {
  /** Of the APIs and the page with the switches; 0 takes any free one. @default 4800 */
  port: number
  /** Address that both servers listen on. @default '127.0.0.1' */
  host: string
  /** Of the object store. */
  storePort: number | undefined
  dataDir: string | undefined
  /** Pages of other machines that may call the APIs. */
  origins: string[]
  buckets: string[]
  help: boolean
}

export const devStoreUsage = `Usage: attachkit-dev-store [options]

An object store that checks signatures (S3 and OSS), the vendors' APIs and a signer, for development.

  --port <n>         APIs and the page with the switches (4800; 0 takes any free port)
  --store-port <n>   the object store (4801; 0 takes any free port)
  --host <address>   address to listen on (127.0.0.1)
  --data <folder>    where objects and keys are kept (.attachkit)
  --bucket <name>    a further bucket, for a backend of yours that signs by itself; may be repeated
  --origin <origin>  a page that may call the APIs; those of this machine always may; may be repeated
  --help             this text
`

const options = {
  port: { type: 'string' },
  'store-port': { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  bucket: { type: 'string', multiple: true },
  origin: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const

/** @throws StartError for what it does not know. */
export function readDevStoreArguments(args: readonly string[]): DevStoreArguments {
  const values = parse(args)
  return {
    port: portOf('--port', values.port) ?? 4800,
    storePort: portOf('--store-port', values['store-port']),
    host: values.host ?? '127.0.0.1',
    dataDir: values.data,
    origins: values.origin ?? [],
    buckets: values.bucket ?? [],
    help: values.help ?? false,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError(`${reason}\n\n${devStoreUsage}`, { cause: error })
  }
}

function portOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new StartError(`${name} must be a port number from 0 to 65535, not "${text}".`)
}
