import type { AccessKey } from '../../signing/accessKey.ts'
import type { AccessKeySource } from '../signingStore.ts'
import { currentKey } from '../signingStore.ts'
import { ownEnvironment, type Environment } from './environment.ts'
import { VendorFailure } from './vendorFailure.ts'

/** Where a vendor's key comes from. */
export interface KeyOptions {
  /** The key to sign with, or a function that is asked before every call. @default read from the environment */
  accessKey?: AccessKeySource | undefined
  /** Where the key is read from. @default the process's own environment */
  environment?: Environment | undefined
}

/** The variables that hold a pair, under the names that the vendor's own SDK reads. */
export interface KeyVariables {
  id: string
  secret: string
  token: string
}

export const alibabaVariables: KeyVariables = {
  id: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
  secret: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
  token: 'ALIBABA_CLOUD_SECURITY_TOKEN',
}

export const huaweiVariables: KeyVariables = {
  id: 'HUAWEICLOUD_SDK_AK',
  secret: 'HUAWEICLOUD_SDK_SK',
  token: 'HUAWEICLOUD_SDK_SECURITY_TOKEN',
}

/** Read at every call: what is built without a key may be run with one. @throws VendorFailure `credentials-missing` */
export async function findVendorKey(
  { accessKey, environment = ownEnvironment() }: KeyOptions,
  variables: KeyVariables,
  asked: { vendor: string; operation: string },
): Promise<AccessKey> {
  if (accessKey) return currentKey(accessKey)
  const [id, secret] = [environment[variables.id], environment[variables.secret]]
  if (id && secret) return { id, secret, token: environment[variables.token] || undefined }
  throw missingCredentials(asked, variables.id, variables.secret)
}

export function missingCredentials(
  asked: { vendor: string; operation: string },
  ...names: [id: string, secret: string]
): VendorFailure {
  const sentence = `Nothing to sign with: set ${names.join(' and ')} in the server's environment, or give the key as an option.`
  return new VendorFailure({ ...asked, code: 'credentials-missing', status: 500, sentence })
}
