import type { MountSubject } from '../pages/subject.ts'
import { drainLine, putFile, signUpload } from './sendFile.ts'

/** Nothing but an XMLHttpRequest loop. */
export const mount: MountSubject = (root, { concurrency, onDone, onFail }) => {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.addEventListener('change', () => {
    void drainLine([...(input.files ?? [])], concurrency, async (file) => {
      try {
        const { url } = await signUpload(file)
        await putFile(url, file, () => {})
        onDone(file.name)
      } catch {
        onFail(file.name)
      }
    })
  })
  root.append(input)
  return () => input.remove()
}
