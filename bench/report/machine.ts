import { readFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import path from 'node:path'
import type { SubjectInfo } from '../pages/subjects.ts'

/** Where and with what a run was made. */
export interface Machine {
  /** ISO date. */
  date: string
  cpu: string
  browser: string
  node: string
  /** Of the kit, React and the peers, by package. */
  versions: Readonly<Record<string, string>>
}

export async function describeMachine(
  root: string,
  bench: string,
  browserVersion: string,
  subjects: readonly SubjectInfo[],
): Promise<Machine> {
  const versions: Record<string, string> = { attachkit: await versionIn(root) }
  const packages = ['react', ...subjects.flatMap((subject) => subject.packages)]
  for (const name of packages) versions[name] = await versionIn(path.join(bench, 'node_modules', name))
  const [first] = cpus()
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: `${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    browser: `Chromium ${browserVersion}`,
    node: process.versions.node,
    versions,
  }
}

async function versionIn(folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string }
  return version
}
