import { isInstalled, run } from './programs.ts'

/** What a suite needs of the system. */
export interface SystemPackages {
  /** Of whom the missing is told, e.g. `The store tests`. */
  neededBy: string
  /** What is needed, e.g. `Ceph RADOS Gateway`. */
  product: string
  /** Debian's package for each program. */
  packageOf: Readonly<Record<string, string>>
}

const tenMinutesMs = 600_000

/**
 * Makes sure that the programs are there; root on a Debian installs what is missing.
 * @throws Error that says what to install. What cannot be had fails the run: nothing is skipped.
 */
export async function installPackages({ neededBy, product, packageOf }: SystemPackages): Promise<void> {
  const missing = await missingPackages(packageOf)
  if (missing.length === 0) return
  const command = `apt-get install --no-install-recommends ${missing.join(' ')}`
  const wayOut = `${neededBy} need ${product}, and cannot get it. Install it as root, then run them again:\n  ${command}`
  if (process.getuid?.() !== 0 || !(await isInstalled('apt-get'))) throw new Error(wayOut)
  console.warn(`Installing ${product}: ${missing.join(' ')}`)
  await install(missing).catch((cause: unknown) => {
    throw new Error(`${wayOut}\nHere that ended in: ${String(cause)}`, { cause })
  })
}

async function missingPackages(packageOf: SystemPackages['packageOf']): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(packageOf).map(async ([program, name]) => ((await isInstalled(program)) ? undefined : name)),
  )
  return [...new Set(found.filter((name) => name !== undefined))]
}

/** Package lists may be missing or too old, so a failure is tried once more with fresh ones. */
async function install(packages: readonly string[]): Promise<void> {
  const apt = (...args: string[]) =>
    run(
      'env',
      ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=600', ...args],
      tenMinutesMs,
    )
  const installAll = () => apt('install', '-y', '--no-install-recommends', ...packages)
  await installAll().catch(async () => {
    await apt('update')
    await installAll()
  })
}
