import { extensionOf } from './extensionOf.ts'
import { fileKinds, plainType } from './fileKinds.ts'
import type { FileMeta } from './ports.ts'

type NamedFile = Pick<FileMeta, 'name' | 'contentType'>

/** Whether a file is of an accepted kind: its extension or its type fits a rule, directly or by another name of its kind. */
export function matchesAccept(file: NamedFile, accept: readonly string[] | undefined): boolean {
  return createAcceptMatcher(accept)(file)
}

/** The same for many files: what was found of a kind holds for the next file of it. */
export function createAcceptMatcher(accept: readonly string[] = []): (file: NamedFile) => boolean {
  const rules = accept.map(plainType)
  const verdicts = new Map<string, boolean>()
  return (file) => {
    const kind = `${extensionOf(file.name)} ${file.contentType}`
    if (!verdicts.has(kind)) {
      const own = ownNames(file)
      verdicts.set(kind, rules.length === 0 || rules.some((rule) => fits(own, rule)))
    }
    return verdicts.get(kind) ?? false
  }
}

/** The file's extension, its type, and the other names of its kind; by the type only where there is no extension. */
function ownNames({ name, contentType }: NamedFile): ReadonlySet<string> {
  const extension = extensionOf(name)
  const type = plainType(contentType)
  const names = new Set([`.${extension}`, type])
  for (const { extensions, types } of fileKinds()) {
    const plainTypes = types.map(plainType)
    if (extension ? !extensions.includes(extension) : !plainTypes.includes(type)) continue
    for (const known of extensions) names.add(`.${known}`)
    for (const known of plainTypes) names.add(known)
  }
  return names
}

function fits(own: ReadonlySet<string>, rule: string): boolean {
  if (rule === '*/*' || rule === '*') return true
  if (rule.endsWith('/*')) return [...own].some((name) => name.startsWith(rule.slice(0, -1)))
  return own.has(rule)
}
