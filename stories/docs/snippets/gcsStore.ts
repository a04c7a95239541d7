import { createGcsStore } from 'attachkit/server'

export const store = createGcsStore({
  bucket: 'attachments',
  serviceAccount: JSON.parse(process.env['GOOGLE_SERVICE_ACCOUNT'] ?? '{}'),
  pageOrigin: 'https://desk.example.com',
})
