import type { S3StoreOptions } from '../server/s3Store.ts'
import type { AccessKey } from '../signing/accessKey.ts'
import { StartError } from './startError.ts'

/** A bucket of a store that speaks S3, and the keys to sign for it. */
export interface S3Place extends Pick<S3StoreOptions, 'endpoint' | 'region' | 'bucket' | 'pathStyle'> {
  accessKey: AccessKey
}

/**
 * The store that `ATTACHKIT_STORE` asks for: undefined for the simulated one.
 *
 * @throws StartError for a store that is not known, or not told in full.
 */
export function readStore(env: Readonly<Record<string, string | undefined>>): S3Place | undefined {
  const name = env['ATTACHKIT_STORE'] || 'simulator'
  if (name === 's3') return readS3Place(env)
  if (name === 'simulator') return undefined
  throw new StartError(`There is no store named "${name}": it is simulator, or s3.`)
}

/**
 * The bucket that the environment names: `S3_ENDPOINT` (@default AWS in that region), `S3_REGION`, `S3_BUCKET`,
 * `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN` of temporary keys, and `S3_PATH_STYLE`, `true` or `false`
 * (@default `true` for every store but AWS).
 *
 * @throws StartError that names what is missing.
 */
export function readS3Place(env: Readonly<Record<string, string | undefined>>): S3Place {
  const needed = ['S3_REGION', 'S3_BUCKET', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const
  const missing = needed.filter((name) => !env[name])
  if (missing.length > 0)
    throw new StartError(`The store s3 needs ${missing.join(', ')} in the environment: set what is missing.`)
  const [region = '', bucket = '', id = '', secret = ''] = needed.map((name) => env[name])
  const endpoint = env['S3_ENDPOINT'] || `https://s3.${region}.amazonaws.com`
  const token = env['AWS_SESSION_TOKEN'] || undefined
  return {
    endpoint,
    region,
    bucket,
    pathStyle: readPathStyle(endpoint, env['S3_PATH_STYLE']),
    accessKey: { id, secret, token },
  }
}

function readPathStyle(endpoint: string, said: string | undefined): boolean {
  if (!/^https?:\/\//.test(endpoint) || !URL.canParse(endpoint))
    throw new StartError(`S3_ENDPOINT must be an http or https address, not "${endpoint}".`)
  if (said === 'true' || said === 'false') return said === 'true'
  if (said) throw new StartError(`S3_PATH_STYLE must be true or false, not "${said}".`)
  return !/\.amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname)
}
