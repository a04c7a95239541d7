import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { run } from '../support/programs.ts'

const version = '3.37.0'
const tenMinutesMs = 600_000

/**
 * Makes sure that Azurite is there, in a cache of the person's own: its 250 MB are nothing that every `npm ci` should bring.
 * Resolves with the program of its blob service.
 * @throws Error that says what to do. What cannot be had fails the run: nothing is skipped.
 */
export async function installAzurite(): Promise<string> {
  const caches = path.join(process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'attachkit')
  const folder = path.join(caches, `azurite-${version}`)
  const program = path.join(folder, 'node_modules/azurite/dist/src/blob/main.js')
  if (existsSync(program)) return program
  console.warn(`Installing Azurite ${version} into ${folder}`)
  mkdirSync(caches, { recursive: true })
  const unfinished = mkdtempSync(path.join(caches, 'azurite-'))
  const install = ['install', '--prefix', unfinished, '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund']
  try {
    await run('npm', [...install, `azurite@${version}`], tenMinutesMs)
    // At once, so that a run beside this one never finds a half of it; and where that was faster, its copy is as good.
    if (!existsSync(program)) renameSync(unfinished, folder)
  } catch (cause) {
    if (!existsSync(program)) throw new Error(`${wayOut(folder)}\nHere that ended in: ${String(cause)}`, { cause })
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return program
}

function wayOut(folder: string): string {
  const command = `npm install --prefix ${folder} --omit=optional --ignore-scripts azurite@${version}`
  return `The store tests need Azurite, and cannot get it. Install it, then run them again:\n  ${command}`
}
