/** Part of `npm run check`: what `npm pack` would publish is what users need, and all that `exports` names. */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }

/** No package of others is copied. Declarations need no maps: the sources they lead to are not published, and those of the code hold their own. */
const allowed = [
  /^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
  /^dist\/(?!node_modules\/)(?!.*(?:\.test|\.stories|\.d\.ts\.map|__)).*\.(js|js\.map|d\.ts|css|json)$/,
]

const root = path.resolve(import.meta.dirname, '../..')
const files = packedFiles()
const names = new Set(files.map((file) => file.path))
const promised = Object.values(packageJson.exports).flatMap((target) =>
  typeof target === 'object' ? [target.types, target.default] : [target],
)
const faults = [
  ...[...names].filter((name) => !allowed.some((pattern) => pattern.test(name))).map((name) => `${name} is of no use`),
  ...promised
    .map((name) => name.replace('./', ''))
    .filter((name) => !names.has(name))
    .map((name) => `${name} is missing`),
  ...['README.md', 'CHANGELOG.md', 'LICENSE'].filter((name) => !names.has(name)).map((name) => `${name} is missing`),
]
const bytes = files.reduce((sum, { size }) => sum + size, 0)
console.log(`pack: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB unpacked`)
for (const fault of faults) console.error(`pack: ${fault}`)
if (faults.length > 0) process.exitCode = 1

function packedFiles(): ReadonlyArray<{ path: string; size: number }> {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  })
  const [packed] = JSON.parse(output) as ReadonlyArray<{ files: ReadonlyArray<{ path: string; size: number }> }>
  return packed?.files ?? []
}
