export { createAttachmentServer } from './createAttachmentServer.ts'
export type { AttachmentServerOptions } from './createAttachmentServer.ts'
export { createMemoryRecords } from './attachmentRecords.ts'
export type { AttachmentRecord, AttachmentRecords } from './attachmentRecords.ts'
export { createAzureStore } from './azureStore.ts'
export type { AzureStoreOptions } from './azureStore.ts'
export { createGcsStore } from './gcsStore.ts'
export type { GcsStoreOptions } from './gcsStore.ts'
export { createOssStore } from './ossStore.ts'
export type { OssStoreOptions } from './ossStore.ts'
export { createS3Store } from './s3Store.ts'
export type { S3StoreOptions } from './s3Store.ts'
export type { PostToSign, S3Presigner, SigningTime } from './s3Presigner.ts'
export type { FileToCheck, RefusalCode } from './operation.ts'
export type {
  AccessKeySource,
  DownloadToSign,
  SignedUpload,
  SigningStore,
  StoreOptions,
  StoredFacts,
  UploadToSign,
} from './signingStore.ts'
export type {
  BegunUpload,
  ListedPart,
  MultipartStore,
  PartToSign,
  SignedPart,
  SkippedPart,
  UploadToComplete,
  UploadToList,
} from './multipartStore.ts'
export { createAlibabaTicketHandler } from './vendors/createAlibabaTicketHandler.ts'
export type { AlibabaTicketHandlerOptions, TicketCall } from './vendors/createAlibabaTicketHandler.ts'
export { createAlibabaCloudBackupHandler } from './vendors/createAlibabaCloudBackupHandler.ts'
export type { AlibabaCloudBackupHandlerOptions, BackupCall } from './vendors/createAlibabaCloudBackupHandler.ts'
export { createAlibabaApi } from './vendors/createAlibabaApi.ts'
export type { AlibabaApi, AlibabaApiOptions, AlibabaCall, AlibabaValues } from './vendors/createAlibabaApi.ts'
export { createDingtalkStorageHandler } from './vendors/createDingtalkStorageHandler.ts'
export type { DingtalkActor, DingtalkStorageHandlerOptions } from './vendors/createDingtalkStorageHandler.ts'
export type { DingtalkApp } from './vendors/dingtalkToken.ts'
export type { DingtalkCall } from './vendors/readDingtalkCall.ts'
export { createHuaweiCocHandler } from './vendors/createHuaweiCocHandler.ts'
export type { CocCall, HuaweiCocHandlerOptions } from './vendors/createHuaweiCocHandler.ts'
export { createZendeskHandler } from './vendors/createZendeskHandler.ts'
export type { ZendeskAccount, ZendeskCall, ZendeskHandlerOptions } from './vendors/createZendeskHandler.ts'
export type { Permission, VendorHandlerOptions } from './vendors/createVendorHandler.ts'
export type { VendorReach, VendorReply } from './vendors/callVendor.ts'
export type { KeyOptions } from './vendors/vendorKey.ts'
export { VendorFailure } from './vendors/vendorFailure.ts'
export type { VendorFailureFacts } from './vendors/vendorFailure.ts'
export type { Environment } from './vendors/environment.ts'
export { StoreUnavailable } from './signingStore.ts'
export type { AccessKey } from '../signing/accessKey.ts'
export type { AzureAccount } from '../signing/azure/blobSas.ts'
export type { GoogleServiceAccount } from '../signing/google/serviceAccount.ts'
export type { BucketPlace } from '../signing/objectUrl.ts'
