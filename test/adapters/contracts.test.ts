import { createActiveStorageAdapter } from '../../src/adapters/active-storage/createAdapter.ts'
import { createAlibabaCloudBackupAdapter } from '../../src/adapters/alibaba-cloud-backup/createAdapter.ts'
import { createAlibabaTicketAdapter } from '../../src/adapters/alibaba-ticket/createAdapter.ts'
import { createAzureBlobAdapter } from '../../src/adapters/azure-blob/createAdapter.ts'
import { createDingtalkStorageAdapter } from '../../src/adapters/dingtalk-storage/createAdapter.ts'
import { createGcsAdapter } from '../../src/adapters/gcs/createAdapter.ts'
import { createHuaweiCocAdapter } from '../../src/adapters/huawei-coc/createAdapter.ts'
import { createMemoryAdapter } from '../../src/adapters/memory/createAdapter.ts'
import { createMemoryTransports } from '../../src/adapters/memory/createTransports.ts'
import type { MemoryAdapter } from '../../src/adapters/memory/createAdapter.ts'
import { createS3Adapter } from '../../src/adapters/s3/createAdapter.ts'
import { createSignedEndpointAdapter } from '../../src/adapters/signed-endpoint/createAdapter.ts'
import { createZendeskAdapter } from '../../src/adapters/zendesk/createAdapter.ts'
import type { Transport } from '../../src/engine/ports.ts'
import { describeAdapter } from '../contracts/describeAdapter.ts'
import { deskUrl } from '../simulator/simulatorFetch.ts'

const minute = 60_000

describeAdapter('alibaba-ticket', {
  vendor: 'alibaba-ticket',
  create: ({ fetch }) => createAlibabaTicketAdapter({ endpoint: `${deskUrl}/alibaba-ticket`, fetch }),
  required: {
    credentials: ['Success', 'Code', 'Data', 'Data.ObjectKey', 'Data.PutSignedUrl', 'Data.GetSignedUrl'],
    download: ['AccessFileUrl'],
  },
  urls: { credentials: ['Data.PutSignedUrl', 'Data.GetSignedUrl'], download: ['AccessFileUrl'] },
  resigns: true,
  lifeMs: minute,
})

describeAdapter('alibaba-cloud-backup', {
  vendor: 'alibaba-cloud-backup',
  create: ({ fetch }) => createAlibabaCloudBackupAdapter({ endpoint: `${deskUrl}/alibaba-cloud-backup`, fetch }),
  required: {
    credentials: [
      'Success',
      'Code',
      'BucketName',
      'Endpoint',
      'TempFileKey',
      'OssAccessKeyId',
      'Policy',
      'Signature',
      'ExpireTime',
    ],
    download: ['Success', 'Code', 'Url'],
  },
  urls: { download: ['Url'] },
  resigns: true,
  lifeMs: minute,
})

describeAdapter('huawei-coc', {
  vendor: 'huawei-coc',
  create: () => createHuaweiCocAdapter({ endpoint: `${deskUrl}/huawei-coc` }),
  required: {},
  urls: {},
  resigns: true,
  lifeMs: undefined,
})

describeAdapter('dingtalk-storage', {
  vendor: 'dingtalk-storage',
  create: ({ fetch }) => createDingtalkStorageAdapter({ endpoint: `${deskUrl}/dingtalk-storage`, fetch }),
  required: {
    credentials: ['uploadKey', 'headerSignatureInfo.resourceUrls'],
    commit: ['dentry.id', 'dentry.spaceId', 'dentry.name'],
    download: ['headerSignatureInfo.resourceUrls'],
  },
  urls: {
    credentials: ['headerSignatureInfo.resourceUrls.0'],
    download: ['headerSignatureInfo.resourceUrls.0'],
  },
  resigns: false,
  lifeMs: minute,
})

describeAdapter('signed-endpoint', {
  vendor: 'signed-endpoint',
  create: ({ fetch }) => createSignedEndpointAdapter({ endpoint: `${deskUrl}/signed-endpoint`, fetch }),
  createInParts: ({ fetch }) =>
    createSignedEndpointAdapter({ endpoint: `${deskUrl}/signed-endpoint`, fetch, multipart: {} }),
  required: { credentials: ['url', 'key'], download: ['url'] },
  urls: { credentials: ['url'], download: ['url'] },
  resigns: true,
  lifeMs: minute,
})

describeAdapter('s3', {
  vendor: 'signed-endpoint',
  create: ({ fetch, simulator }) => {
    simulator.setQuirks({ 'signed-endpoint': { signature: 's3' } })
    return createS3Adapter({ endpoint: `${deskUrl}/signed-endpoint`, fetch })
  },
  createInParts: ({ fetch, simulator }) => {
    simulator.setQuirks({ 'signed-endpoint': { signature: 's3' } })
    return createS3Adapter({ endpoint: `${deskUrl}/signed-endpoint`, fetch, multipart: {} })
  },
  required: { credentials: ['url', 'key'], download: ['url'] },
  urls: { credentials: ['url'], download: ['url'] },
  resigns: true,
  lifeMs: minute,
})

describeAdapter('azure-blob', {
  vendor: 'signed-endpoint',
  create: ({ fetch, simulator }) => {
    // As under a SAS, a header more than was signed does no harm.
    simulator.setQuirks({ 'signed-endpoint': { signature: 's3' } })
    return createAzureBlobAdapter({ endpoint: `${deskUrl}/signed-endpoint`, fetch })
  },
  createInParts: ({ fetch, simulator }) => {
    simulator.setQuirks({ 'signed-endpoint': { signature: 's3' } })
    return createAzureBlobAdapter({ endpoint: `${deskUrl}/signed-endpoint`, fetch, multipart: {} })
  },
  required: { credentials: ['url', 'key'], download: ['url'] },
  urls: { credentials: ['url'], download: ['url'] },
  resigns: true,
  lifeMs: minute,
})

describeAdapter('active-storage', {
  vendor: 'active-storage',
  create: ({ fetch }) => {
    const rails = `${deskUrl}/active-storage`
    return createActiveStorageAdapter({ endpoint: rails, blobs: `${rails}/blobs/proxy`, fetch })
  },
  required: { credentials: ['signed_id', 'direct_upload', 'direct_upload.url'] },
  urls: { credentials: ['direct_upload.url'] },
  resigns: false,
  lifeMs: minute,
})

describeAdapter('zendesk', {
  vendor: 'zendesk',
  create: ({ fetch }) => createZendeskAdapter({ endpoint: `${deskUrl}/zendesk`, fetch }),
  required: { download: ['attachment', 'attachment.content_url'] },
  urls: { download: ['attachment.content_url'] },
  resigns: true,
  lifeMs: undefined,
})

describeAdapter('gcs', {
  vendor: 'signed-endpoint',
  create: ({ fetch }) => createGcsAdapter({ endpoint: `${deskUrl}/signed-endpoint`, fetch }),
  createInParts: ({ fetch, simulator }) => {
    simulator.setQuirks({ 'signed-endpoint': { signature: 's3' } })
    return createGcsAdapter({ endpoint: `${deskUrl}/signed-endpoint`, fetch, multipart: {} })
  },
  required: { credentials: ['url', 'key'], download: ['url'] },
  urls: { credentials: ['url'], download: ['url'] },
  resigns: true,
  lifeMs: minute,
})

describeAdapter('memory', {
  create: () => createMemoryAdapter({ latencyMs: 0, bytesPerSecond: 1_000_000 }),
  required: {},
  urls: {},
  resigns: true,
  lifeMs: undefined,
  send: (adapter, credential, file) => {
    const request = {
      credential,
      file,
      meta: { name: file.name, size: file.size, contentType: file.type, lastModified: 0 },
      signal: new AbortController().signal,
      onProgress: () => {},
    }
    const transport: Transport = createMemoryTransports(adapter as MemoryAdapter)[credential.kind]
    return transport.send(request)
  },
})
