import { createAccessKey } from '../signing/accessKey.ts'
import type { AccessKey } from '../signing/accessKey.ts'
import { activeStorageBucket, createActiveStorageApi } from './active-storage/createActiveStorageApi.ts'
import { backupBucket, createAlibabaCloudBackupApi } from './alibaba-cloud-backup/createAlibabaCloudBackupApi.ts'
import { createAlibabaTicketApi } from './alibaba-ticket/createAlibabaTicketApi.ts'
import { ticketBucket } from './alibaba-ticket/ticketState.ts'
import { createDingtalkStorageApi } from './dingtalk-storage/createDingtalkStorageApi.ts'
import { dingtalkBucket } from './dingtalk-storage/signResource.ts'
import { createGateways } from './gateways/createGateways.ts'
import type { GatewayName } from './gateways/createGateways.ts'
import { createHuaweiCocApi } from './huawei-coc/createHuaweiCocApi.ts'
import { mountVendor } from './mountVendor.ts'
import { createMemoryStorage } from './object-store/memoryStorage.ts'
import { createObjectStore } from './object-store/createObjectStore.ts'
import type { ObjectStoreOptions } from './object-store/createObjectStore.ts'
import type { ObjectStorage } from './object-store/objectStorage.ts'
import { applyQuirks, defaultQuirks } from './quirks.ts'
import type { QuirkChange, Quirks, VendorName } from './quirks.ts'
import { createSignedEndpointApi } from './signed-endpoint/createSignedEndpointApi.ts'
import { uploadBucket } from './signed-endpoint/signReply.ts'
import { createSwitchboard } from './switchboard.ts'
import type { Switchboard } from './switchboard.ts'
import type { Switches } from './switches.ts'
import type { Handler, VendorApi, VendorContext } from './vendorContext.ts'
import { createZendeskApi, zendeskBucket } from './zendesk/createZendeskApi.ts'

export interface SimulatorOptions extends Pick<
  ObjectStoreOptions,
  'cors' | 'requiresContentLength' | 'callOut' | 'wait'
> {
  /** Where the object store will be reached, e.g. `http://localhost:4801`. */
  storeUrl: string
  /** @default in memory */
  storage?: ObjectStorage | undefined
  /** The pair the vendors sign with. @default a fresh one */
  accessKey?: AccessKey | undefined
  /** Further pairs the store takes, for clients that sign by themselves. */
  accessKeys?: readonly AccessKey[] | undefined
  /** Further buckets, for the same clients. */
  buckets?: readonly string[] | undefined
  /** @default 'cn-hangzhou' */
  region?: string | undefined
  switches?: Partial<Switches> | undefined
  quirks?: QuirkChange | undefined
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
}

/** Fake vendors and the object store they sign for. Handlers may reject with `ConnectionReset`. */
export interface Simulator {
  readonly store: Handler
  /** Each vendor's API as an embedder's endpoint passes it on; paths may stand under any prefix. */
  readonly api: Readonly<Record<VendorName, Handler>>
  /** The vendors' own APIs, as a backend calls them: every call is signed with `accessKey`, or brings the token it gave. */
  readonly gateways: Readonly<Record<GatewayName, Handler>>
  readonly storage: ObjectStorage
  readonly accessKey: AccessKey
  /** How requests go wrong. */
  readonly switchboard: Switchboard
  readonly getQuirks: () => Quirks
  readonly setQuirks: (change: QuirkChange) => Quirks
}

export function createSimulator(options: SimulatorOptions): Simulator {
  const { storeUrl, region = 'cn-hangzhou', storage = createMemoryStorage(), now = Date.now } = options
  const accessKey = options.accessKey ?? createAccessKey()
  const switchboard = createSwitchboard(options.switches)
  let quirks = applyQuirks(defaultQuirks, options.quirks ?? {})

  const place = {
    storage,
    region,
    accessKeys: [accessKey, ...(options.accessKeys ?? [])],
    buckets: [
      ticketBucket,
      backupBucket,
      dingtalkBucket,
      uploadBucket,
      activeStorageBucket,
      zendeskBucket,
      ...(options.buckets ?? []),
    ],
    hosts: [new URL(storeUrl).hostname],
  }
  const objectStore = createObjectStore({ ...options, ...place, now, switches: switchboard })
  const skewedNow = () => now() + switchboard.get().clockSkewMs
  const faultless = createObjectStore({ ...place, now: skewedNow })

  function mount<V extends VendorName>(
    vendor: V,
    createApi: (context: VendorContext<Quirks[V]>) => VendorApi,
  ): Handler {
    const api = createApi({
      storeUrl,
      storage,
      accessKey,
      region,
      callStore: (input, init) => faultless.fetch(new Request(input, init)),
      now: skewedNow,
      credentialLifeMs: (byVendor) => switchboard.get().credentialLifeMs ?? byVendor,
      quirks: () => quirks[vendor],
    })
    return mountVendor(vendor, api, switchboard, options.wait)
  }

  const api = {
    'alibaba-ticket': mount('alibaba-ticket', createAlibabaTicketApi),
    'alibaba-cloud-backup': mount('alibaba-cloud-backup', createAlibabaCloudBackupApi),
    'huawei-coc': mount('huawei-coc', createHuaweiCocApi),
    'dingtalk-storage': mount('dingtalk-storage', createDingtalkStorageApi),
    'signed-endpoint': mount('signed-endpoint', createSignedEndpointApi),
    'active-storage': mount('active-storage', createActiveStorageApi),
    zendesk: mount('zendesk', createZendeskApi),
  }

  return {
    store: (request) => objectStore.fetch(request),
    api,
    gateways: createGateways(api, { accessKeys: place.accessKeys, now: skewedNow }),
    storage,
    accessKey,
    switchboard,
    getQuirks: () => quirks,
    setQuirks: (change) => (quirks = applyQuirks(quirks, change)),
  }
}
