import { describe, expect, it } from 'vitest'
import { readOssCredential } from '../../src/adapters/ossCredential.ts'
import type { Credential } from '../../src/engine/ports.ts'
import { UploadError } from '../../src/engine/errors.ts'
import vectors from '../vectors/oss-post.json' with { type: 'json' }
import { uploadRequest } from './support.ts'

const { file } = uploadRequest()
const context = { file, itemId: 'item-1', serverNowMs: 1000 }
const url = 'https://b.oss-cn-hangzhou.aliyuncs.com/k.pdf?Expires=1700000000&OSSAccessKeyId=ak&Signature=s'
const host = 'https://b.oss-cn-hangzhou.aliyuncs.com'
const policy = 'eyJub3QiOiJhIHBvbGljeSJ9'
const v1Fields = (key: string): [string, string][] => [
  ['key', key],
  ['OSSAccessKeyId', 'ak'],
  ['policy', policy],
  ['Signature', 'sig'],
]
const token: [string, string] = ['x-oss-security-token', 'tok']
const inSeconds = { atMs: 1_700_000_000_000, serverNowMs: 1000 }

describe('readOssCredential', () => {
  it.each<[string, unknown, Partial<Credential>]>([
    [
      'workorder GetAttachmentUploadUrl',
      { Code: 0, Success: true, Data: { ObjectKey: 'o.pdf', PutSignedUrl: url, GetSignedUrl: url } },
      { handle: 'o.pdf', url, expiry: inSeconds },
    ],
    [
      'workorder GetAttachmentUploadUrl of 2020-08-01',
      { ObjectKey: 'o.pdf', PutObjectUrl: url, AccessFileUrl: url },
      { handle: 'o.pdf', url },
    ],
    ['ccc GetCaseFileUploadUrl', { Data: { CaseFileKey: 'c.pdf', Url: url } }, { handle: 'c.pdf', url }],
    [
      'vs DescribeComfyUserDataUploadUrl',
      { UploadUrl: `${host}/k.pdf`, ExpiredTime: '2023-11-14T22:13:20Z' },
      { handle: 'k.pdf', expiry: inSeconds },
    ],
    [
      'pds GetUploadUrl',
      { upload_id: 'u-1', part_info_list: [{ part_number: 1, upload_url: url }] },
      { handle: 'u-1', url },
    ],
  ])('reads the signed URL of %s', (_operation, answer, expected) => {
    const credential = readOssCredential(answer, context)
    expect(credential).toMatchObject({
      kind: 'signed-put',
      method: 'PUT',
      contentType: 'none',
      headers: {},
      ...expected,
    })
  })

  it.each<[string, unknown, string, [string, string][], unknown?]>([
    [
      'hbr CreateTempFileUploadUrl',
      {
        BucketName: 'b',
        Endpoint: 'oss-cn-hangzhou.aliyuncs.com',
        TempFileKey: 't/k',
        OssAccessKeyId: 'ak',
        Policy: policy,
        Signature: 'sig',
        ExpireTime: 1_700_000_000,
      },
      `${host}/`,
      v1Fields('t/k'),
      inSeconds,
    ],
    [
      'aiccs GetAudioNoteUploadUrl',
      {
        Data: {
          Host: host,
          Key: 'k',
          AccessKeyId: 'ak',
          Policy: policy,
          Signature: 'sig',
          SecurityToken: 'tok',
          MaxFileSize: 5,
          Method: 'POST',
          UploadUrl: `${host}/up`,
          Expire: '1700000000',
        },
      },
      host,
      [...v1Fields('k'), token],
      inSeconds,
    ],
    [
      'domain GetQualificationUploadPolicy',
      {
        Accessid: 'ak',
        Dir: 'dir/',
        Host: host,
        Policy: policy,
        Signature: 'sig',
        Prefix: 'other',
        Expire: '1700000000',
      },
      host,
      v1Fields('dir/item-1.pdf'),
      inSeconds,
    ],
    [
      'domain GetOperationOssUploadPolicy',
      {
        Accessid: 'ak',
        EncodedPolicy: policy,
        FileDir: 'dir',
        Host: host,
        Signature: 'sig',
        ExpireTime: '2023-11-14T22:13:20Z',
      },
      host,
      v1Fields('dir/item-1.pdf'),
      inSeconds,
    ],
    [
      'eiam GenerateUploadAuth',
      {
        UploadAuth: 'ignored',
        AccessId: 'ak',
        Host: host,
        Key: 'k',
        Policy: policy,
        Signature: 'sig',
        SecurityToken: 'tok',
      },
      host,
      [...v1Fields('k'), token],
    ],
    [
      'green GetUploadInfo',
      {
        Data: {
          AccessId: 'ak',
          Folder: 'f',
          Host: host,
          Key: 'f/n',
          Name: 'n',
          Policy: policy,
          Signature: 'sig',
          SecurityToken: 'tok',
        },
      },
      host,
      [...v1Fields('f/n'), token],
    ],
    [
      'lingmou GetUploadPolicy',
      {
        data: {
          ossKey: 'k',
          ossPolicy: { accessId: 'ak', dir: 'd/', host, policy, signature: 'sig', expire: '1700000000' },
        },
      },
      host,
      v1Fields('k'),
      inSeconds,
    ],
    [
      'outboundbot GenerateUploadUrl',
      {
        AccessId: 'ak',
        Folder: 'f',
        Host: 'b.oss-cn-hangzhou.aliyuncs.com',
        Policy: policy,
        Signature: 'sig',
        Expire: 1_700_000_000,
      },
      host,
      v1Fields('f/item-1.pdf'),
      inSeconds,
    ],
    [
      'sas CreateFileDetectUploadUrl',
      {
        UploadUrlList: [
          {
            PublicUrl: host,
            InternalUrl: 'http://b.oss-cn-hangzhou-internal.aliyuncs.com',
            FileExist: false,
            Context: { AccessId: 'ak', OssKey: 'k', Policy: policy, Signature: 'sig' },
          },
        ],
      },
      host,
      v1Fields('k'),
    ],
    [
      'sas DescribeDictUploadInfo',
      {
        PublicUrl: host,
        InternalUrl: 'x',
        FileExist: true,
        Context: { AccessId: 'ak', OssKey: 'k', Policy: policy, Signature: 'sig' },
      },
      host,
      v1Fields('k'),
    ],
    [
      'tdsr CreateUploadPolicy',
      { AccessId: 'ak', Callback: 'cb', Dir: 'd', Host: host, Policy: policy, Signature: 'sig', Expire: '1700000000' },
      host,
      [...v1Fields('d/item-1.pdf'), ['callback', 'cb']],
      inSeconds,
    ],
    [
      'xtee DescribeUploadPolicy',
      {
        ResultObject: 'ignored',
        Accessid: 'ak',
        Host: host,
        Key: 'k',
        Policy: policy,
        Signature: 'sig',
        StsToken: 'tok',
      },
      host,
      [...v1Fields('k'), token],
    ],
    [
      'safconsole DescribeModelOssToken',
      { AccessId: 'ak', Host: host, Key: 'k', Policy: policy, Signature: 'sig', XOssSecurityToken: 'tok' },
      host,
      [...v1Fields('k'), token],
    ],
    [
      'websitebuild GetOssUploadPolicy',
      {
        Module: {
          Dir: 'd',
          Host: host,
          Policy: policy,
          SecurityToken: 'tok',
          Signature: 'sig',
          Version: 'OSS4-HMAC-SHA256',
          XossCredential: 'ak/20240115/cn-hangzhou/oss/aliyun_v4_request',
          XossDate: '20240115T083000Z',
        },
      },
      host,
      [
        ['key', 'd/item-1.pdf'],
        ['policy', policy],
        ['x-oss-signature-version', 'OSS4-HMAC-SHA256'],
        ['x-oss-credential', 'ak/20240115/cn-hangzhou/oss/aliyun_v4_request'],
        ['x-oss-date', '20240115T083000Z'],
        ['x-oss-signature', 'sig'],
        token,
      ],
    ],
  ])('R15 reads the form of %s', (_operation, answer, formUrl, fields, expiry) => {
    const credential = readOssCredential(answer, context)
    expect(credential).toMatchObject({ kind: 'form-policy', url: formUrl, fields, fileField: 'file' })
    expect(credential.expiry).toEqual(expiry)
  })

  it('reads the header signature of aliding GetFileUploadInfo', () => {
    const HeaderSignatureInfo = {
      Headers: { Authorization: 'OSS ak:sig', 'x-oss-date': 'Sat, 21 Nov 2026 12:00:00 GMT', 'Content-Type': '' },
      ResourceUrls: [`${host}/k`],
      InternalResourceUrls: ['http://internal'],
      ExpirationSeconds: 900,
      Region: 'SHANGHAI',
    }
    const answer = { UploadKey: 'u', Protocol: 'HEADER_SIGNATURE', HeaderSignatureInfo }
    expect(readOssCredential(answer, context)).toEqual({
      kind: 'signed-put',
      method: 'PUT',
      handle: 'u',
      url: `${host}/k`,
      contentType: 'none',
      headers: { Authorization: 'OSS ak:sig', 'x-oss-date': 'Sat, 21 Nov 2026 12:00:00 GMT' },
      expiry: { afterMs: 900_000 },
    })
  })

  it.each([
    [
      'cams GetChatappUploadAuthorization',
      { Data: { AccessKeyId: 'STS.a', AccessKeySecret: 'shh', SecurityToken: 'tok' } },
    ],
    [
      'computenestsupplier GetUploadCredentials',
      {
        AccessKeyId: 'STS.a',
        AccessKeySecret: 'shh',
        SecurityToken: 'tok',
        BucketName: 'b',
        Key: 'k',
        RegionId: 'cn',
        ExpireDate: '2026-01-01T00:00:00Z',
      },
    ],
  ])('refuses to sign with the keys of %s, and keeps them to itself', (_operation, answer) => {
    const error = refusalOf(answer)
    expect(error).toMatchObject({ code: 'answer-unreadable', stage: 'credentials' })
    expect(JSON.stringify([error, error.message])).not.toMatch(/shh|tok/)
  })

  it.each([
    [{ AccessId: 'ak', Host: host, Key: 'k', Policy: policy }, 'signature or xosssignature is missing'],
    [{ Host: host, Key: 'k', Policy: policy, Signature: 's' }, 'accesskeyid'],
    [{ AccessId: 'ak', Host: host, Policy: policy, Signature: 's' }, 'dir or filedir'],
    [{ AccessId: 'ak', Key: 'k', Policy: policy, Signature: 's' }, 'bucketname or bucket is missing'],
    [{ AccessId: 'ak', Host: host, Key: 5, Policy: policy, Signature: 's' }, 'key is not a text'],
    [{}, 'putsignedurl'],
    [undefined, 'putsignedurl'],
  ])('names what is missing in %j', (answer, words) => {
    expect(refusalOf(answer).hint).toContain(words)
  })

  it('lets the earlier end of answer and policy count', () => {
    const answer = {
      AccessId: 'ak',
      Host: host,
      Key: 'k',
      Policy: vectors.v1.policyBase64,
      Signature: 's',
      Expire: 1_700_000_000,
    }
    expect(readOssCredential(answer, context).expiry).toEqual({
      atMs: Date.UTC(2022, 5, 4, 7, 11, 18),
      serverNowMs: 1000,
    })
  })

  it('R17 tells the real limit of a file that is too large', () => {
    const answer = { Host: host, Key: 'k', AccessKeyId: 'ak', Policy: policy, Signature: 's', MaxFileSize: 4 }
    expect(refusalOf(answer)).toMatchObject({ code: 'file-too-large', limitBytes: 4 })
  })

  it('R49 makes no key of the name', () => {
    const answer = { AccessId: 'ak', Dir: 'd/', Host: host, Policy: policy, Signature: 's' }
    const named = { ...context, file: { ...file, name: '../../ü.PDF' } }
    expect(readOssCredential(answer, named).handle).toBe('d/item-1.pdf')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://b.oss-cn-hangzhou-internal.aliyuncs.com'])(
    'refuses the host %s',
    (hostile) => {
      const answer = { AccessId: 'ak', Host: hostile, Key: 'k', Policy: policy, Signature: 's' }
      expect(['url-refused', 'store-misconfigured']).toContain(refusalOf(answer).code)
    },
  )
})

function refusalOf(answer: unknown): UploadError {
  try {
    readOssCredential(answer, context)
  } catch (error) {
    if (error instanceof UploadError) return error
  }
  throw new Error('expected a refusal')
}
