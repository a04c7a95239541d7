import { createAzureStore } from 'attachkit/server'

export const store = createAzureStore({
  account: { name: process.env['AZURE_ACCOUNT'] ?? 'desk', key: process.env['AZURE_KEY'] ?? '' },
  container: 'attachments',
})
