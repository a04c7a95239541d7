import type { ScriptedFault } from '../simulator/faults.ts'

/** Faults to play with; each strikes the next request it is for, once. */
export const faultPresets: ReadonlyArray<{ label: string; fault: ScriptedFault }> = [
  {
    label: 'Vendor error',
    fault: { match: { plane: 'api' }, fault: { type: 'answer', status: 500, code: 'InternalError' } },
  },
  {
    label: 'Session ended (401)',
    fault: { match: { plane: 'api' }, fault: { type: 'answer', status: 401, code: 'Unauthorized' } },
  },
  {
    label: 'Upload refused (403)',
    fault: { match: { plane: 'store' }, fault: { type: 'answer', status: 403, code: 'AccessDenied' } },
  },
  {
    label: 'Store busy (503)',
    fault: { match: { plane: 'store' }, fault: { type: 'answer', status: 503, code: 'ServiceUnavailable' } },
  },
  {
    label: 'Connection cut half-way',
    fault: { match: { plane: 'store' }, fault: { type: 'reset', at: { received: 0.5 } } },
  },
  { label: 'Stall', fault: { match: { plane: 'store' }, fault: { type: 'stall', at: { received: 0.5 } } } },
  {
    label: 'Refused by CORS rules',
    fault: { match: { plane: 'store' }, fault: { type: 'cors-refused' } },
  },
  { label: 'Download cut short', fault: { match: { method: 'GET' }, fault: { type: 'truncate', at: 0.5 } } },
]
