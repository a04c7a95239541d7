export { createFetchDownloadTransport } from './fetchDownload.ts'
export { createFileSaver } from './saveFile.ts'
