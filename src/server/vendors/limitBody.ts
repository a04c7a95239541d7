/** A body that breaks off as soon as it is longer than it may be. */
export interface LimitedBody {
  stream: ReadableStream<Uint8Array<ArrayBuffer>>
  isOver: () => boolean
}

/** Counts what goes by and keeps nothing of it. */
export function limitBody(body: ReadableStream<Uint8Array<ArrayBuffer>>, maxBytes: number): LimitedBody {
  let sentBytes = 0
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      sentBytes += chunk.length
      if (sentBytes > maxBytes) controller.error(new RangeError('The body is longer than it may be.'))
      else controller.enqueue(chunk)
    },
  })
  return { stream: body.pipeThrough(counting), isOver: () => sentBytes > maxBytes }
}
