import { expect, test } from 'vitest'
import { readS3Place, readStore } from '../../src/dev-server/s3Place.ts'

const env = {
  S3_REGION: 'eu-central-1',
  S3_BUCKET: 'desk',
  AWS_ACCESS_KEY_ID: 'DEVONLYID',
  AWS_SECRET_ACCESS_KEY: 'made-up',
}
const accessKey = { id: 'DEVONLYID', secret: 'made-up' }

test('is a bucket of AWS where no endpoint is named', () => {
  const endpoint = 'https://s3.eu-central-1.amazonaws.com'
  expect(readS3Place(env)).toEqual({ endpoint, region: 'eu-central-1', bucket: 'desk', pathStyle: false, accessKey })
})

test('names the bucket in the path elsewhere, unless it is told otherwise', () => {
  const elsewhere = { ...env, S3_ENDPOINT: 'http://ceph.example.test:7480', AWS_SESSION_TOKEN: 'made-up-too' }
  expect(readS3Place(elsewhere)).toMatchObject({ pathStyle: true, accessKey: { ...accessKey, token: 'made-up-too' } })
  expect(readS3Place({ ...elsewhere, S3_PATH_STYLE: 'false' }).pathStyle).toBe(false)
})

test.each([
  [{ ...env, S3_BUCKET: '', AWS_ACCESS_KEY_ID: undefined }, 'needs S3_BUCKET, AWS_ACCESS_KEY_ID in'],
  [{ ...env, S3_ENDPOINT: 'ceph:7480' }, 'S3_ENDPOINT must be an http or https address, not "ceph:7480".'],
  [{ ...env, S3_PATH_STYLE: 'yes' }, 'S3_PATH_STYLE must be true or false, not "yes".'],
])('says what is wrong, and no secret: %#', (broken, sentence) => {
  expect(() => readS3Place(broken)).toThrow(sentence)
  expect(() => readS3Place(broken)).not.toThrow('made-up')
})

test('is asked for by name', () => {
  expect(readStore({ ...env, ATTACHKIT_STORE: 's3' })).toMatchObject({ bucket: 'desk' })
  expect(readStore(env)).toBeUndefined()
  expect(() => readStore({ ATTACHKIT_STORE: 'azure' })).toThrow('There is no store named "azure"')
})
