import { lazyModule } from '../../engine/lazyModule.ts'
import type { BackendAdapter, BatchSigner, CredentialKind, CredentialOf } from '../../engine/ports.ts'
import type { FileRules } from '../../engine/rules.ts'
import { lazyAdapter } from '../lazyAdapter.ts'
import type { BackendOptions } from '../request.ts'
import { lazyMultipart } from './lazyMultipart.ts'
import type { MultipartOptions } from './lazyMultipart.ts'

/**
 * What a backend offers besides `sign`; each is `POST {endpoint}/{name}` with a JSON body, and `multipart` five of them:
 * `multipart/begin`, `part`, `list`, `complete` and `abort`. `batch` signs many small files in one call.
 */
export type EndpointOperation = 'commit' | 'verify' | 'list' | 'download' | 'discard' | 'remove' | 'multipart' | 'batch'

export interface SignedEndpointOptions<K extends CredentialKind = CredentialKind> extends BackendOptions {
  /** Which hook it serves; a reply of the other kind is refused. @default either kind */
  kind?: K | undefined
  /** @default ['commit', 'list', 'download', 'discard'] */
  offers?: readonly EndpointOperation[] | undefined
  /** Which files are sent in parts, where the backend offers that; given, it counts as an offer. @default from 100 MiB on */
  multipart?: MultipartOptions | undefined
  /** Limits of the backend. */
  rules?: FileRules | undefined
}

/** What a store needs in every credential besides what its backend says, of one file and of a batch. */
export type CredentialChange<K extends CredentialKind> = (credential: CredentialOf<K>) => CredentialOf<K>

const byDefault: readonly EndpointOperation[] = ['commit', 'list', 'download', 'discard']

/** Few enough to be signed in a moment, and used up before the last one is old. */
const maxBatchFiles = 32

/**
 * A backend written by hand: `POST {endpoint}/sign` answers `{ url, method?, headers?, fields?, key, expiresAt | expiresIn }`,
 * in any of the shapes that signers in the field send. Handles are the reply's `attachmentId`, else `signed_id`, else `key`.
 */
export function createSignedEndpointAdapter<K extends CredentialKind = CredentialKind>(
  options: SignedEndpointOptions<K>,
  change: CredentialChange<K> = (credential) => credential,
): BackendAdapter<K> {
  const offers = new Set(options.offers ?? byDefault)
  const calls = lazyModule(() => import('./calls.ts').then((module) => module.createCalls(options, offers, change)))
  const requestUploads: BatchSigner<K>['requestUploads'] = async (request) =>
    (await calls.load('credentials')).requestUploads(request)
  return lazyAdapter(
    {
      name: 'signed-endpoint',
      capabilities: {
        list: offers.has('list'),
        download: offers.has('download'),
        discard: offers.has('discard'),
        remove: offers.has('remove'),
        verify: offers.has('verify'),
      },
      rules: options.rules ?? {},
      multipart: offers.has('multipart') || options.multipart ? lazyMultipart(options, options.multipart) : undefined,
      batch: offers.has('batch') ? { maxFiles: maxBatchFiles, requestUploads } : undefined,
    },
    calls,
  )
}
