import { createSignedEndpointAdapter } from 'attachkit/adapters/signed-endpoint'

/** Signs small files in groups. */
export const batchAdapter = createSignedEndpointAdapter({
  kind: 'signed-put',
  endpoint: '/api',
  offers: ['verify', 'discard', 'batch'],
})

/** Signs one by one, and can verify and discard. */
export const adapter = createSignedEndpointAdapter({
  kind: 'signed-put',
  endpoint: '/api',
  offers: ['verify', 'discard'],
})
