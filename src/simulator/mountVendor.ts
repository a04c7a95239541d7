import { playFault } from './playFault.ts'
import type { Switchboard } from './switchboard.ts'
import type { Handler, VendorApi } from './vendorContext.ts'
import type { Wait } from './wait.ts'

/** A fake vendor as a handler that obeys the switches. */
export function mountVendor(vendor: string, api: VendorApi, switchboard: Switchboard, wait?: Wait): Handler {
  return (request) => {
    const call = { method: request.method, url: new URL(request.url), headers: request.headers }
    const operation = api.operationOf(call)
    return playFault({
      request,
      switches: switchboard.get(),
      fault: switchboard.draw({ plane: 'api', vendor, method: request.method, operation }),
      describeError: ({ code, message }) => ({
        contentType: 'application/json;charset=utf-8',
        text: JSON.stringify(api.describeError(code, message)),
      }),
      wait,
      handle: (body) => api.answer({ ...call, body }),
    })
  }
}
