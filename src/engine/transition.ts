import type { BegunMultipart, Item, ItemEvent, ItemStatus } from './item.ts'

/**
 * The next item after a fact. Pure. A fact that no longer fits (a late progress event after a cancel) changes nothing and
 * returns the same reference.
 */
export function transition(item: Item, event: ItemEvent): Item {
  switch (event.type) {
    case 'credentialRequested':
      if (!isOneOf(item, ['queued', 'preparing', 'uploading'])) return item
      return { ...carried(item), retry: item.retry, status: 'preparing', attempt: event.attempt }
    case 'credentialIssued':
      if (item.status !== 'preparing') return item
      return { ...carried(item), retry: item.retry, status: 'uploading', attempt: item.attempt, handle: event.handle }
    case 'multipartBegun':
      return withMultipart(item, event.upload)
    case 'multipartFound':
      if (item.status !== 'queued' || item.multipart) return item
      return { ...item, handle: event.upload.handle, multipart: event.upload }
    case 'multipartLost':
      return item.status === 'uploading' ? { ...item, multipart: undefined } : item
    case 'bytesSent':
      return withSentBytes(item, event.sentBytes)
    case 'stalled':
      return withStall(item, event.isStalled)
    case 'bytesStored':
      if (!isOneOf(item, ['queued', 'preparing', 'uploading'])) return item
      return {
        ...carried(item),
        status: 'committing',
        sentBytes: item.meta.size,
        handle: event.stored.handle,
        stored: event.stored,
      }
    case 'committed':
      if (item.status !== 'committing') return item
      return { ...carried(item), multipart: undefined, status: 'done', attachment: event.attachment }
    case 'attemptFailed':
      if (!isOneOf(item, ['preparing', 'uploading', 'committing'])) return item
      return { ...withStall(item, false), retry: event.retry }
    case 'failed':
      if (!isOneOf(item, ['queued', 'preparing', 'uploading', 'committing'])) return item
      return { ...carried(item), status: 'failed', error: event.error }
    case 'paused':
      if (!isOneOf(item, ['preparing', 'uploading', 'committing'])) return item
      return { ...carried(item), status: 'paused', reason: event.reason }
    case 'cancelled':
      if (!isOneOf(item, ['queued', 'preparing', 'uploading', 'paused', 'failed'])) return item
      return { ...fresh(item), status: 'cancelled' }
    case 'requeued':
      if (!isOneOf(item, ['failed', 'cancelled', 'paused'])) return item
      return { ...carried(item), status: 'queued' }
    case 'givenUp':
      return givenUp(item)
    case 'admitted':
      return item.status === 'rejected' ? { ...fresh(item), status: 'queued' } : item
    case 'renamed':
      return renamed(item, event.name)
    case 'mismatchFound':
      return item.status === 'queued' ? { ...item, mismatch: event.kind } : item
  }
}

/** A step at work was stopped with the page: the item waits for its return, as it does for the network's. */
function givenUp(item: Item): Item {
  if (isOneOf(item, ['preparing', 'uploading', 'committing'])) {
    return { ...fresh(item), status: 'paused', reason: 'offline' }
  }
  if (item.handle === undefined || !isOneOf(item, ['queued', 'failed', 'paused'])) return item
  return { ...item, ...fresh(item), handle: undefined, multipart: undefined, stored: undefined }
}

/** Only where no step is at work with the old name. What is stored keeps its bytes; its row and the form get the new name. */
function renamed(item: Item, name: string): Item {
  if (item.meta.name === name || !isOneOf(item, ['queued', 'failed', 'done'])) return item
  const meta = { ...item.meta, name }
  return item.status === 'done' ? { ...item, meta, attachment: { ...item.attachment, name } } : { ...item, meta }
}

/** What an item keeps from one status to the next: identity, and what was achieved. */
function carried({ id, file, meta, mismatch, multipart, sentBytes, handle, stored }: Item) {
  return { id, file, meta, mismatch, multipart, sentBytes, handle, stored }
}

/** Identity alone: what was written for a cancelled item is discarded, so nothing of it is carried on. */
function fresh({ id, file, meta }: Item) {
  return { id, file, meta, sentBytes: 0 }
}

/** The upload has its name, and its bytes may move; one that was lost is replaced while bytes move. */
function withMultipart(item: Item, multipart: BegunMultipart): Item {
  if (!isOneOf(item, ['preparing', 'uploading'])) return item
  const { attempt, retry } = item
  return { ...carried(item), retry, status: 'uploading', attempt, handle: multipart.handle, multipart }
}

/** Never falls and never passes the file's size; a retry that catches up changes nothing until it is past. */
function withSentBytes(item: Item, reported: number): Item {
  const sentBytes = Math.min(reported, item.meta.size)
  if (item.status !== 'uploading' || !(sentBytes > item.sentBytes)) return item
  return { ...item, sentBytes, retry: undefined }
}

function withStall<I extends Item>(item: I, isStalled: boolean): I {
  if (item.status !== 'uploading' || (item.isStalled ?? false) === isStalled) return item
  return { ...item, isStalled }
}

function isOneOf<S extends ItemStatus>(item: Item, statuses: readonly S[]): item is Extract<Item, { status: S }> {
  return (statuses as readonly string[]).includes(item.status)
}
