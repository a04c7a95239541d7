import { UploadDevtools } from 'attachkit/devtools'
import FirstUpload from './FirstUpload.tsx'

export default function WithDevtools() {
  return (
    <UploadDevtools>
      <FirstUpload />
    </UploadDevtools>
  )
}
