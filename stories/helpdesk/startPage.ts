import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * `npm start`: Vite with the helpdesk page and the development server. `--store s3` is taken out, since Vite knows no such
 * option, and handed over as `ATTACHKIT_STORE`; all others are Vite's own.
 */
const given = process.argv.slice(2)
const at = given.findIndex((word) => word === '--store' || word.startsWith('--store='))
if (at >= 0) {
  const [word = ''] = given.splice(at, 1)
  process.env['ATTACHKIT_STORE'] = word === '--store' ? given.splice(at, 1)[0] : word.slice('--store='.length)
}
process.argv.splice(2, process.argv.length, '--mode', 'helpdesk', ...given)
const vite = createRequire(import.meta.url).resolve('vite/package.json')
await import(path.join(path.dirname(vite), 'bin/vite.js'))
