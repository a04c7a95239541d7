import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createAccessKey, type AccessKey } from '../../src/signing/accessKey.ts'
import { cephConfig } from './cephConfig.ts'
import { installCeph } from './installCeph.ts'
import { freePort } from '../support/freePort.ts'
import { run, start, type Daemon } from '../support/programs.ts'
import { untilItAnswers } from './untilItAnswers.ts'

/** A running gateway with one user and no bucket. */
export interface Ceph {
  endpoint: string
  region: string
  accessKey: AccessKey
  /** Kills the gateway in the middle of whatever it does and starts it anew; what was stored stays. */
  restartGateway(): Promise<void>
  /** Ends all and removes what was stored. */
  stop(): Promise<void>
}

/** Starts a cluster of its own, with keys of its own, on free ports: takes two seconds once Ceph is installed. */
export async function startCeph(): Promise<Ceph> {
  await installCeph()
  const folder = mkdtempSync(path.join(tmpdir(), 'attachkit-ceph-'))
  const daemons = new Set<Daemon>()
  const stop = async () => {
    for (const daemon of [...daemons].toReversed()) await daemon.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const [monitorPort, gatewayPort] = [await freePort(), await freePort()]
    const accessKey = createAccessKey()
    const launch = await startCluster({ folder, clusterId: randomUUID(), monitorPort, gatewayPort }, accessKey, daemons)
    const endpoint = `http://127.0.0.1:${gatewayPort}`
    const startGateway = () => launch('radosgw', '-n', 'client.rgw')
    let gateway = startGateway()
    await untilItAnswers('The Ceph gateway', endpoint, daemons)
    const restartGateway = async () => {
      await gateway.stop()
      daemons.delete(gateway)
      gateway = startGateway()
      await untilItAnswers('The Ceph gateway', endpoint, daemons)
    }
    return { endpoint, region: 'us-east-1', accessKey, restartGateway, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Launch = (program: string, ...args: string[]) => Daemon

/** All but the gateway; what it returns starts that too. */
async function startCluster(
  place: Parameters<typeof cephConfig>[0],
  accessKey: AccessKey,
  daemons: Set<Daemon>,
): Promise<Launch> {
  const { folder, clusterId, monitorPort } = place
  const [config, keyring, map] = ['ceph.conf', 'keyring', 'monmap'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(config, cephConfig(place))
  for (const name of ['mon', 'osd', 'rgw']) mkdirSync(path.join(folder, name))
  const launch: Launch = (program, ...args) => {
    const daemon = start(program, ['-f', '-c', config, ...args], path.join(folder, `${program}.out`))
    daemons.add(daemon)
    return daemon
  }

  await run('ceph-authtool', ['--create-keyring', keyring, '--gen-key', '-n', 'mon.', '--cap', 'mon', 'allow *'])
  const monitor = `[v2:127.0.0.1:${monitorPort}]`
  await run('monmaptool', ['--create', '--fsid', clusterId, '--addv', 'a', monitor, map])
  await run('ceph-mon', ['-c', config, '-i', 'a', '--mkfs', '--monmap', map, '--keyring', keyring])
  launch('ceph-mon', '-i', 'a')
  const osdId = randomUUID()
  await run('ceph', ['-c', config, '--connect-timeout', '60', 'osd', 'new', osdId])
  await run('ceph-osd', ['-c', config, '-i', '0', '--mkfs', '--osd-uuid', osdId])
  launch('ceph-osd', '-i', '0')
  const user = ['--uid=test', '--display-name=test', `--access-key=${accessKey.id}`, `--secret-key=${accessKey.secret}`]
  await run('radosgw-admin', ['-c', config, '-n', 'client.rgw', 'user', 'create', ...user])
  return launch
}
