import {
  createAlibabaCloudBackupHandler,
  createAlibabaTicketHandler,
  createDingtalkStorageHandler,
  createHuaweiCocHandler,
} from 'attachkit/server'

const isSignedIn = (request: Request) => request.headers.has('cookie')
const onError = (error: unknown) => console.error(error) // no key, token or URL is in it

// Stands for a question to your database: may this person read that ticket?
const mayRead = async (_request: Request, ticketId: string) => ticketId === '0005PYGCW'

export const tickets = createAlibabaTicketHandler({
  onError,
  authorize: async (request, call) => {
    if (!isSignedIn(request)) return 401
    const ticketId = call.operation === 'GetAttachmentUploadUrl' ? undefined : call.ticketId
    return ticketId === undefined || (await mayRead(request, ticketId)) ? true : 403
  },
})

export const backups = createAlibabaCloudBackupHandler({
  region: 'cn-shenzhen',
  onError,
  authorize: (request) => (isSignedIn(request) ? true : 401),
})

export const operations = createHuaweiCocHandler({
  onError,
  authorize: (request) => (isSignedIn(request) ? true : 401),
})

export const drive = createDingtalkStorageHandler({
  onError,
  authorize: (request) => (isSignedIn(request) ? { unionId: 'union-7', parentDentryUuid: 'folder-9' } : 401),
})
