import { lazyModule } from '../../engine/lazyModule.ts'
import type { MultipartBackend } from '../../engine/multipartPorts.ts'
import type { BackendOptions } from '../request.ts'

export interface MultipartOptions {
  /** Files of so many bytes or more are sent in parts. @default 100 MiB */
  minFileSize?: number | undefined
}

/** Uploads in parts; the code that asks for them is loaded with the first one. */
export function lazyMultipart(
  options: BackendOptions,
  { minFileSize = 100 * 1024 ** 2 }: MultipartOptions = {},
): MultipartBackend {
  const { load } = lazyModule(() => import('./createMultipart.ts').then((module) => module.createMultipart(options)))
  return {
    minFileSize,
    beginMultipart: async (request) => (await load('credentials')).beginMultipart(request),
    requestPart: async (request) => (await load('credentials')).requestPart(request),
    listParts: async (request) => (await load('credentials')).listParts(request),
    completeMultipart: async (request) => (await load('transfer')).completeMultipart(request),
    abortMultipart: async (request) => (await load('transfer')).abortMultipart(request),
  }
}
