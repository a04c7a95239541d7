export { UploadProgressBytes as Bytes } from './UploadProgressBytes.tsx'
export { UploadProgressLabel as Label } from './UploadProgressLabel.tsx'
export { UploadProgressRoot as Root } from './UploadProgressRoot.tsx'
export { UploadProgressTrack as Track } from './UploadProgressTrack.tsx'
