export { UploadDevtools, type UploadDevtoolsProps } from './UploadDevtools.tsx'
