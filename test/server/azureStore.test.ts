import { expect, test } from 'vitest'
import { createAzureStore } from '../../src/server/azureStore.ts'
import vector from '../vectors/azure-sas.json'

const now = Date.parse(vector.params.st) + 5 * 60_000
const account = { name: vector.account, key: vector.key }
const requests: Request[] = []
const fetch: typeof globalThis.fetch = async (input, init) => {
  const request = new Request(input, init)
  requests.push(request)
  return new Response(null, { status: 200, headers: { 'content-length': '7' } })
}
const store = createAzureStore({ account, container: 'uploads', now: () => now, fetch })

test('permits a PUT of one block blob, as the vendor’s SDK signs it', async () => {
  const signed = await store.signUpload({ key: 'a/文件.png', size: 7, type: 'image/png', lifeSeconds: 600 })
  expect(signed).toEqual({
    method: 'PUT',
    url: `https://exampleaccount.blob.core.windows.net/uploads/a/%E6%96%87%E4%BB%B6.png?${vector.query}`,
    headers: { ...vector.putHeaders, 'Content-Type': 'image/png' },
  })
})

test('binds the name of a download', async () => {
  const url = await store.signDownload({ key: 'a', disposition: 'attachment; filename="a.png"', lifeSeconds: 60 })
  expect(new URL(url).searchParams.get('rscd')).toBe('attachment; filename="a.png"')
  expect(new URL(url).searchParams.get('sp')).toBe('r')
})

test('asks and removes under permissions of their own', async () => {
  expect(await store.head('a')).toEqual({ size: 7 })
  await store.remove('a')
  const asked = requests.map(({ method, url }) => [method, new URL(url).searchParams.get('sp')])
  expect(asked).toEqual([
    ['HEAD', 'r'],
    ['DELETE', 'd'],
  ])
})
