// Marked as pure, so that a page brings no adapter but its own.
import { createSignedEndpointAdapter } from 'attachkit/adapters/signed-endpoint'

/** Signs small files in groups. */
export const batchAdapter = /* @__PURE__ */ createSignedEndpointAdapter({
  kind: 'signed-put',
  endpoint: '/api',
  offers: ['verify', 'discard', 'batch'],
})

/** Signs one by one, and can verify and discard. */
export const adapter = /* @__PURE__ */ createSignedEndpointAdapter({
  kind: 'signed-put',
  endpoint: '/api',
  offers: ['verify', 'discard'],
})

/** Signs forms one by one; they all go to one address, for which the browser keeps what a preflight was answered. */
export const formAdapter = /* @__PURE__ */ createSignedEndpointAdapter({
  kind: 'form-policy',
  endpoint: '/api/form-sign',
  offers: ['verify', 'discard'],
})
