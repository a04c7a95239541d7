import type { TestProject } from 'vitest/node'
import { startStoreServer } from '../../src/dev-server/storeServer.ts'
import { createAccessKey } from '../../src/signing/accessKey.ts'
import { createMemoryStorage } from '../../src/simulator/object-store/memoryStorage.ts'
import { createObjectStore } from '../../src/simulator/object-store/createObjectStore.ts'
import { createSwitchboard } from '../../src/simulator/switchboard.ts'
import { azureStores, createAttachmentBackend, s3Stores } from './attachmentBackend.ts'
import { countUnfinished, createBucket } from './createBucket.ts'
import { countUncommitted, createContainer } from './createContainer.ts'
import { startAzurite } from './startAzurite.ts'
import { startCeph } from './startCeph.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the backend over each store is reached. */
    backends: { ceph: string; simulator: string; azurite: string }
  }
}

const bucket = 'uploads'
const region = 'us-east-1'

/** Starts Ceph, Azurite and the simulated store, each on a port of its own, and the kit's server over each. Fails when one cannot be had. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const closers: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of closers.splice(0).toReversed()) await close()
  }
  const listen = async (handler: (request: Request) => Promise<Response>) => {
    const onError = (error: unknown) => console.error(error)
    const server = await startStoreServer(handler, { host: '127.0.0.1', port: 0, onError })
    closers.push(() => server.close())
    return server.url
  }
  try {
    const ceph = await startCeph()
    closers.push(() => ceph.stop())
    await createBucket(ceph, bucket)
    const azurite = await startAzurite()
    closers.push(() => azurite.stop())
    await createContainer(azurite, bucket)
    const simulated = createSimulatedStore()
    const endpoint = await listen(simulated.handler)
    const simulator = { endpoint, region, accessKey: simulated.accessKey, bucket }
    project.provide('backends', {
      ceph: await listen(
        createAttachmentBackend(s3Stores({ ...ceph, bucket }), {
          unfinished: () => countUnfinished(ceph, bucket),
          'restart-gateway': () => ceph.restartGateway(),
        }),
      ),
      simulator: await listen(
        createAttachmentBackend(s3Stores(simulator), { unfinished: () => countUnfinished(simulator, bucket) }),
      ),
      azurite: await listen(
        createAttachmentBackend(azureStores({ ...azurite, container: bucket }), {
          unfinished: () => countUncommitted(azurite, bucket),
        }),
      ),
    })
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

/** As strict as Ceph: pages read no refusal of a signature. */
function createSimulatedStore() {
  const accessKey = createAccessKey()
  const store = createObjectStore({
    storage: createMemoryStorage(),
    accessKeys: [accessKey],
    buckets: [bucket],
    region,
    requiresContentLength: true,
    switches: createSwitchboard({ corsOnErrors: 'authorised' }),
  })
  return { accessKey, handler: store.fetch }
}
