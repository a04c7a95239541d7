import { expect, test } from 'vitest'
import { objectUrl, readAddress } from '../../../src/simulator/object-store/address.ts'

test.each([
  ['http://b.localhost:8399/a/b.txt', 'b', 'a/b.txt'],
  ['http://my.dotted.bucket.localhost/a', 'my.dotted.bucket', 'a'],
  ['http://localhost:8399/b/a/b.txt', 'b', 'a/b.txt'],
  ['http://127.0.0.1:8399/b/a/b.txt', 'b', 'a/b.txt'],
  ['http://[::1]:8399/b/a', 'b', 'a'],
  ['http://127.0.0.1:8399/b', 'b', ''],
  ['http://127.0.0.1:8399/b/', 'b', ''],
  ['http://b.localhost/', 'b', ''],
  ['https://b.oss-cn-hangzhou.aliyuncs.com/a', 'b', 'a'],
  ['http://b.oss-cn-hangzhou.aliyuncs.com/b/a', 'b', 'a'],
  ['http://b.localhost/b/a', 'b', 'b/a'],
  ['http://b.localhost//a', 'b', '/a'],
  ['http://b.localhost/%E6%96%87%20%2B%25+', 'b', '文 +%+'],
])('%s is the bucket %s and the key %s', (url, bucket, key) => {
  expect(readAddress(new URL(url), ['localhost'])).toEqual({ bucket, key, query: [] })
})

test.each(['http://localhost:8399', 'http://127.0.0.1:8399', 'http://[::1]:8399'])(
  'a URL at %s is read back',
  (store) => {
    const key = "a b+c/文件 'q'(1)#?%41.txt"
    const url = new URL(objectUrl(store, 'b', key))
    expect(readAddress(url, ['localhost'])).toEqual({ bucket: 'b', key, query: [] })
  },
)
