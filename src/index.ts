export { AttachkitProvider, type AttachkitProviderProps } from './react/AttachkitProvider.tsx'
export { useAttachmentDownload, type AttachmentDownloadOptions } from './react/useAttachmentDownload.ts'
export {
  useAttachmentPreviews,
  type AttachmentPreviews,
  type AttachmentPreviewsOptions,
} from './react/useAttachmentPreviews.ts'
export { useAttachmentRemovals, type AttachmentRemovalsOptions } from './react/useAttachmentRemovals.ts'
export { useAttachments, type AttachmentsOptions } from './react/useAttachments.ts'
export { useFormPolicyUpload, type FormPolicyUploadOptions } from './react/useFormPolicyUpload.ts'
export { useMessages } from './react/useMessages.ts'
export { useSession, type ReadableSession } from './react/useSession.ts'
export { useSignedUpload, type SignedUploadOptions } from './react/useSignedUpload.ts'
export { attachmentsQueryKey, callMutationKey } from './react/cacheKeys.ts'
export { useSubmitGate, type SubmitGateHandle, type SubmitGateHookOptions } from './react/useSubmitGate.ts'
export { useUnloadGuard } from './react/useUnloadGuard.ts'
export type { UnmountPolicy } from './react/unmountPolicy.ts'
export type { UploadHookOptions } from './react/uploadOptions.ts'

export * from './components/attachment-field/index.ts'
export * from './components/attachment-list/index.ts'
export * from './components/dropzone/index.ts'
export * from './components/upload-progress/index.ts'

export {
  canCancel,
  canRetry,
  isBusy,
  isDone,
  isUnfinished,
  selectAttachments,
  selectFailed,
  selectHold,
  selectIds,
  selectItem,
  selectRules,
} from './engine/selectors.ts'
export { selectIsSettled, selectTotals, type Totals } from './engine/totals.ts'
export { isAbortError, UploadError, type ErrorCode, type RejectionCode, type Stage } from './engine/errors.ts'
export { displayName } from './engine/displayName.ts'
export { supportDetails } from './engine/supportDetails.ts'
export { createHasher, type HasherOptions } from './integrity/createHasher.ts'
export { createFormPostTransport, type FormPostOptions } from './transports/formPost.ts'
export { createSignedPutTransport, type SignedPutOptions } from './transports/signedPut.ts'

export type { Item, ItemStatus, PauseReason, PendingRetry, Rejection } from './engine/item.ts'
export type {
  Attachment,
  BackendAdapter,
  Capabilities,
  Credential,
  DownloadCredential,
  FileMeta,
  FormPolicyCredential,
  Receipt,
  SignedPutCredential,
  Transport,
  Transports,
} from './engine/ports.ts'
export type { LeftBehindItem } from './engine/leftBehind.ts'
export type { Removal, Removals, RemovalsState } from './engine/removalTypes.ts'
export type { FileRules } from './engine/rules.ts'
export type { ItemChange, Session, SessionCallbacks, SessionOptions, SessionState } from './engine/sessionTypes.ts'
export type { Submission, SubmitState } from './engine/submitTypes.ts'
export type { Download, DownloadStatus } from './engine/downloadPorts.ts'
export type { Downloads, DownloadsState } from './engine/downloads.ts'
export type { Messages, MessageOverrides } from './messages/messages.ts'
