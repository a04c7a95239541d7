import type { VendorReach } from './callVendor.ts'
import type { Environment } from './environment.ts'
import { VendorFailure } from './vendorFailure.ts'

/** `Who` for a yes. */
export type Permission<Who> = Who | false | 401 | 403

/** What every vendor's handler is told. `Who` is what the vendor has to know of the person, `true` where it is nothing. */
export interface VendorHandlerOptions<Call, Who = true> extends VendorReach {
  /**
   * Who asks, and may they? The page's words stand in `call`: whatever it names is to be checked here. 401: nobody is signed
   * in. 403 or false: not allowed.
   */
  authorize: (request: Request, call: Call) => Permission<Who> | Promise<Permission<Who>>
  /** Where credentials are read from. @default the process's own environment */
  environment?: Environment | undefined
  /** Told of every failure, a `VendorFailure` for all that the vendor has to do with. @default nobody */
  onError?: ((error: unknown) => void) | undefined
  /** Milliseconds since the epoch: signatures are dated. @default Date.now */
  now?: (() => number) | undefined
}

/** What a handler says no with. */
export interface OwnRefusal {
  code: string
  message: string
  requestId?: string | undefined
}

export interface VendorSpec<Call, Who> {
  /** What the page asks for; undefined for a path that is none of the vendor's, `invalid` for a body that lacks something. */
  read: (request: Request) => Promise<Call | 'invalid' | undefined> | Call | 'invalid' | undefined
  answer: (call: Call, who: Who, request: Request) => Promise<Response>
  /** A refusal in the vendor's own spelling, as the adapter reads it. */
  describe: (refusal: OwnRefusal) => object
}

/** The frame of every vendor's handler: read, authorize, answer, and say what failed. Never rejects. */
export function createVendorHandler<Call, Who>(
  { read, answer, describe }: VendorSpec<Call, Who>,
  { authorize, onError = () => {} }: Pick<VendorHandlerOptions<Call, Who>, 'authorize' | 'onError'>,
): (request: Request) => Promise<Response> {
  const refuse = (status: number, code: string, message: string, requestId?: string) =>
    Response.json(describe({ code, message, requestId }), { status, headers: { 'cache-control': 'no-store' } })

  async function handle(request: Request): Promise<Response> {
    const call = await read(request)
    if (call === undefined) return refuse(404, 'unknown-operation', 'There is no such operation at this endpoint.')
    if (call === 'invalid') return refuse(400, 'invalid-request', 'The call lacks what the operation needs.')
    const who = await authorize(request, call)
    if (who === 401) return refuse(401, 'unauthorized', 'Nobody is signed in.')
    // A function that forgot to answer has not allowed anything.
    if (who === 403 || !who) return refuse(403, 'forbidden', 'This is not allowed.')
    return answer(call, who, request)
  }

  return async (request) => {
    try {
      return await handle(request)
    } catch (error) {
      // Whatever broke because the page has gone is no news.
      if (!request.signal.aborted) onError(error)
      if (!(error instanceof VendorFailure)) return refuse(500, 'server-error', 'The endpoint failed.')
      return refuse(error.status, error.code, error.sentence, error.requestId)
    }
  }
}

/** The vendor's JSON as it is, with the vendor's clock. */
export function passOn(json: unknown, status: number, date: string | null): Response {
  return Response.json(json, { status, headers: { 'cache-control': 'no-store', ...(date === null ? {} : { date }) } })
}
