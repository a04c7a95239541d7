import { describe, expect, test } from 'vitest'
import type { ByteStream } from '../../src/simulator/bodyStream.ts'
import { MultipartError, multipartBoundary, readMultipart } from '../../src/simulator/readMultipart.ts'
import vector from '../vectors/multipart.json'

function inChunks(bytes: Uint8Array, size: number): ByteStream {
  let at = 0
  return new ReadableStream(
    {
      pull(controller) {
        if (at >= bytes.length) return controller.close()
        controller.enqueue(bytes.slice(at, at + size))
        at += size
      },
    },
    { highWaterMark: 0 },
  )
}

async function readAll(body: ByteStream, boundary: string) {
  const parts = []
  for await (const { name, filename, contentType, body: bytes } of readMultipart(body, boundary)) {
    parts.push({ name, filename, contentType, text: await new Response(bytes).text() })
  }
  return parts
}

const vectorBytes = Uint8Array.from(atob(vector.bodyBase64), (character) => character.charCodeAt(0))
const vectorParts = [
  { name: 'key', filename: undefined, contentType: undefined, text: 'temp/${filename}' },
  { name: 'na%22me%0D%0Ax', filename: undefined, contentType: undefined, text: 'v' },
  { name: 'file', filename: 'q%22uo\\te%0D%0A名.txt', contentType: 'application/octet-stream', text: 'hi' },
]

describe('a form as browsers send it', () => {
  test('is read at every chunk size', async () => {
    for (let size = 1; size <= vectorBytes.length; size++) {
      expect(await readAll(inChunks(vectorBytes, size), vector.boundary)).toEqual(vectorParts)
    }
  })

  test('is refused wherever it is cut', async () => {
    const closed = vectorBytes.length - 2
    for (let length = 0; length < closed; length++) {
      const reading = readAll(inChunks(vectorBytes.slice(0, length), 16), vector.boundary)
      await expect(reading, `cut at ${length}`).rejects.toBeInstanceOf(MultipartError)
    }
  })

  test('is read as the platform’s own FormData writes it', async () => {
    const form = new FormData()
    form.set('key', 'a\r\n--b')
    form.set('file', new File(['\r\n--', '\r\n\r\n'], 'semi;colon "q".bin'))
    const request = new Request('http://store.test', { method: 'POST', body: form })
    const boundary = multipartBoundary(request.headers.get('content-type'))!
    expect(await readAll(request.body!, boundary)).toEqual([
      { name: 'key', filename: undefined, contentType: undefined, text: 'a\r\n--b' },
      {
        name: 'file',
        filename: 'semi;colon %22q%22.bin',
        contentType: 'application/octet-stream',
        text: '\r\n--\r\n\r\n',
      },
    ])
  })
})

test('parts that are not read are skipped', async () => {
  const names = []
  for await (const { name } of readMultipart(inChunks(vectorBytes, 7), vector.boundary)) names.push(name)
  expect(names).toEqual(vectorParts.map(({ name }) => name))
})

test('a preamble, an epilogue and curl’s escaped quotes are understood', async () => {
  const text =
    'hello\r\n--B\r\ncontent-disposition: form-data; name="a\\"b"; filename=plain.txt\r\n\r\n1\r\n--B--\r\nbye'
  const parts = await readAll(inChunks(new TextEncoder().encode(text), 5), 'B')
  expect(parts).toEqual([{ name: 'a"b', filename: 'plain.txt', contentType: undefined, text: '1' }])
})

test.each([
  ['a part without a name', '--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--\r\n'],
  ['a boundary in the middle of a line', '--Bx\r\n\r\n'],
  ['headers without an end', `--B\r\n${'a'.repeat(20_000)}\r\n\r\nx\r\n--B--`],
  ['nothing at all', ''],
])('%s is refused', async (_what, text) => {
  await expect(readAll(inChunks(new TextEncoder().encode(text), 64), 'B')).rejects.toBeInstanceOf(MultipartError)
})

test.each([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['Multipart/Form-Data; charset=utf-8; boundary="a b"', 'a b'],
  ['multipart/form-data', undefined],
  ['application/json; boundary=abc', undefined],
  [null, undefined],
])('the boundary of %s is %s', (contentType, boundary) => {
  expect(multipartBoundary(contentType)).toBe(boundary)
})
