import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** A file of the built pages. `/{subject}` is the page of a subject. */
export async function answerPage(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://page')
  const isPage = path.extname(pathname) === ''
  if (isPage) {
    response.writeHead(200, { 'content-type': types['.html'] }).end(pageOf(pathname.slice(1)))
    return
  }
  const file = path.join(folder, path.normalize(pathname))
  const body = await readFile(file)
  const type = types[path.extname(file)] ?? 'application/octet-stream'
  response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' }).end(body)
}

function pageOf(subject: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${subject}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/${subject}/style.css">
<body><div id="root"></div><script type="module" src="/${subject}/subject.js"></script></body>
</html>`
}
