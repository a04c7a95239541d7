import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AzureAccount } from '../../src/signing/azure/blobSas.ts'
import { freePort } from '../support/freePort.ts'
import { start } from '../support/programs.ts'
import { installAzurite } from './installAzurite.ts'
import { untilItAnswers } from './untilItAnswers.ts'

/** A running blob service with one account and no container. */
export interface Azurite {
  /** With the account in its path. */
  endpoint: string
  account: AzureAccount
  /** Ends it and removes what was stored. */
  stop(): Promise<void>
}

/** Starts Microsoft's emulator of Azure Storage with an account of its own, on a free port: takes three seconds once it is there. */
export async function startAzurite(): Promise<Azurite> {
  const program = await installAzurite()
  const folder = mkdtempSync(path.join(tmpdir(), 'attachkit-azurite-'))
  const port = await freePort()
  const account = { name: 'desk', key: randomBytes(32).toString('base64') }
  const place = ['--blobHost', '127.0.0.1', '--blobPort', String(port), '--location', folder]
  // It would call its makers otherwise, and refuse a version of the protocol that is newer than itself.
  const manner = ['--silent', '--disableTelemetry', '--skipApiVersionCheck']
  const log = path.join(folder, 'azurite.out')
  const daemon = start(process.execPath, [program, ...place, ...manner], log, {
    AZURITE_ACCOUNTS: `${account.name}:${account.key}`,
  })
  const stop = async () => {
    await daemon.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const endpoint = `http://127.0.0.1:${port}/${account.name}`
    await untilItAnswers('Azurite', endpoint, [daemon])
    return { endpoint, account, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
