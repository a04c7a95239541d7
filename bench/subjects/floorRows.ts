import type { MountSubject } from '../pages/subject.ts'
import { drainLine, putFile, signUpload } from './sendFile.ts'

/** The loop with a plain DOM row for each file, written to at each progress event. */
export const mount: MountSubject = (root, { concurrency, onDone, onFail }) => {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  const list = document.createElement('ul')
  input.addEventListener('change', () => {
    const rows = [...(input.files ?? [])].map((file) => ({ file, row: createRow(list, file) }))
    void drainLine(rows, concurrency, async ({ file, row }) => {
      try {
        const { url } = await signUpload(file)
        await putFile(url, file, row.show)
        row.say('done')
        onDone(file.name)
      } catch {
        row.say('failed')
        onFail(file.name)
      }
    })
  })
  root.append(input, list)
  return () => {
    input.remove()
    list.remove()
  }
}

function createRow(list: HTMLElement, { name }: File) {
  const [item, label, bar, text] = ['li', 'span', 'progress', 'span'].map((tag) => document.createElement(tag))
  label!.textContent = name
  text!.textContent = 'queued'
  // One without a value moves by itself, and thousands of those leave the page no rest.
  ;(bar as HTMLProgressElement).value = 0
  item!.append(label!, bar!, text!)
  list.append(item!)
  return {
    show: (fraction: number) => {
      ;(bar as HTMLProgressElement).value = fraction
      text!.textContent = `${Math.round(fraction * 100)} %`
    },
    say: (words: string) => void (text!.textContent = words),
  }
}
