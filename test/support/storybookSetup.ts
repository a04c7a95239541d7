import axe from 'axe-core'
import type { Result, RunOptions } from 'axe-core'
import { afterEach } from 'vitest'

/** The looks a story was not rendered in, as the toolbar would set them; the addon has checked the story as it came. */
const looks: ReadonlyArray<Readonly<Record<string, string>>> = [
  { 'data-theme': 'dark' },
  { dir: 'rtl' },
  { 'data-density': 'compact' },
]

const options: RunOptions = {
  resultTypes: ['violations'],
  // A story is no page: it has landmarks only where its component has.
  rules: { region: { enabled: false }, 'target-size': { enabled: true } },
}

/** Colours and sizes are looked at where they end, not on their way. */
const stillness = document.createElement('style')
stillness.textContent = '*, ::before, ::after { transition: none !important; animation-play-state: paused !important }'

/** A short line for each element, with what axe says of it. */
function lines({ id, nodes }: Result): string[] {
  return nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 300)}`)
}

/** Puts a look onto the story's frame and gives back what it had. */
function dress(frame: Element, look: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(look).map((name) => [name, frame.getAttribute(name)] as const)
  for (const [name, value] of Object.entries(look)) frame.setAttribute(name, value)
  return () => {
    for (const [name, value] of before) {
      if (value === null) frame.removeAttribute(name)
      else frame.setAttribute(name, value)
    }
  }
}

// The story is still shown: one rendering is looked at in every look, which costs a fraction of rendering it anew.
afterEach(async ({ task }) => {
  const frame = document.querySelector('.story')
  if (!frame || task.result?.state === 'fail') return
  document.head.append(stillness)
  const found: string[] = []
  for (const look of looks) {
    const undress = dress(frame, look)
    const { violations } = await axe.run(document.body, options)
    found.push(...violations.flatMap(lines).map((line) => `${Object.values(look).join()}: ${line}`))
    undress()
  }
  stillness.remove()
  if (found.length > 0) throw new Error(`R57 axe found in this story:\n${found.join('\n')}`)
})
