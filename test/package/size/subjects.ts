import type { Load } from './bundle.ts'
import packageJson from '../../../package.json' with { type: 'json' }

/** What an embedder imports, and the bytes (min+gzip) that it may cost. */
export interface Subject {
  name: string
  /** The module of the page, as an embedder writes it. */
  code: string
  bars: Load
}

const adapters = Object.keys(packageJson.exports)
  .filter((entry) => entry.startsWith('./adapters/'))
  .map((entry) => entry.replace('./adapters/', ''))

const kB = 1000

export const subjects: readonly Subject[] = [
  {
    name: 'one function of the root entry',
    code: take(['isDone'], 'attachkit'),
    bars: { firstBytes: 0.2 * kB, laterBytes: 0 },
  },
  {
    name: 'hooks with one adapter',
    code: take(['useSignedUpload'], 'attachkit') + takeAdapter('alibaba-ticket'),
    bars: { firstBytes: 8 * kB, laterBytes: 24 * kB },
  },
  {
    name: 'a ticket form: drop zone, progress, list, uploads, downloads, one adapter',
    code:
      take(['AttachkitProvider', 'DropzoneField', 'UploadProgressBar', 'AttachmentListView'], 'attachkit') +
      take(['useSignedUpload', 'useAttachmentDownload', 'useAttachments'], 'attachkit') +
      takeAdapter('alibaba-ticket'),
    bars: { firstBytes: 25 * kB, laterBytes: 60 * kB },
  },
  ...adapters.map((vendor) => ({
    name: `adapter ${vendor}`,
    code: takeAdapter(vendor),
    bars: { firstBytes: 1.5 * kB, laterBytes: 9 * kB },
  })),
]

/** Minified and compressed, as all the others. */
export const stylesBytes = 5 * kB

/** Puts the imports where no bundler can know them to be unused. */
function take(names: readonly string[], entry: string): string {
  return `import { ${names.join(', ')} } from '${entry}'\nglobalThis.used?.(${names.join(', ')})\n`
}

function takeAdapter(vendor: string): string {
  const name = vendor.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase())
  return take([`create${name}Adapter`], `attachkit/adapters/${vendor}`)
}
