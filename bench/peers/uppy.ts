import AwsS3 from '@uppy/aws-s3'
import Uppy from '@uppy/core'
import type { SubjectHost } from '../pages/subject.ts'
import { signUpload } from '../subjects/sendFile.ts'

/** https://uppy.io/docs/aws-s3/: single PUTs that are signed by the page's own backend. */
export function createUppy({ concurrency, onDone, onFail }: SubjectHost) {
  const uppy = new Uppy({ autoProceed: true })
  uppy.use(AwsS3, {
    shouldUseMultipart: false,
    limit: concurrency,
    generateObjectKey: (file) => file.name ?? 'file',
    signRequest: async (request) => {
      const type = 'contentType' in request ? (request.contentType ?? '') : ''
      return { url: (await signUpload({ name: request.key, size: 0, type })).url }
    },
  })
  uppy.on('upload-success', (file) => file && onDone(file.name ?? ''))
  uppy.on('upload-error', (file) => file && onFail(file.name ?? ''))
  return uppy
}
