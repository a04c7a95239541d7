/** Adapter calls that React Query sees as mutations. */
export type ObservedOperation = 'requestUpload' | 'commitUpload' | 'requestDownload' | 'removeAttachment'

/** What a list belongs to, e.g. a ticket's id. It becomes part of a query key, so it must be serialisable. */
export type AttachmentsScope = string | number

/** Key of a call's mutation: `useIsMutating({ mutationKey: ['attachkit'] })` counts all of them. */
export function callMutationKey(adapterName: string, operation: ObservedOperation) {
  return ['attachkit', adapterName, operation] as const
}

/** Key of a list's query; without a scope, of every list of that adapter. */
export function attachmentsQueryKey(adapterName: string, scope?: AttachmentsScope) {
  return scope === undefined ? (['attachkit', adapterName] as const) : (['attachkit', adapterName, scope] as const)
}
