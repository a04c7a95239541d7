import { composeStories } from '@storybook/react-vite'
import type { composeStory } from '@storybook/react-vite'
import { within } from 'storybook/test'
import { page } from 'vitest/browser'
import { afterEach, describe, expect, it } from 'vitest'
import { ar } from '../../src/messages/ar.ts'
import { en } from '../../src/messages/en.ts'
import type { Messages } from '../../src/messages/messages.ts'
import { AttachkitProvider } from '../../src/react/AttachkitProvider.tsx'
import '../../src/styles/styles.css'
import '../../.storybook/preview.css'
import './screenshots.css'

/** How a story is looked at. */
interface Look {
  name: string
  theme: 'light' | 'dark'
  dir: 'ltr' | 'rtl'
  messages: Messages
  width: number
}

const looks: readonly Look[] = [
  { name: 'light', theme: 'light', dir: 'ltr', messages: en, width: 720 },
  { name: 'dark', theme: 'dark', dir: 'ltr', messages: en, width: 720 },
  { name: 'rtl', theme: 'light', dir: 'rtl', messages: ar, width: 720 },
  { name: 'phone', theme: 'light', dir: 'ltr', messages: en, width: 390 },
]

const modules = import.meta.glob<StoryModule>('../../stories/components/*.stories.tsx', { eager: true })
type StoryModule = Parameters<typeof composeStories>[0]

/** A file of stories that others have pictures of already says so. */
const pictured = Object.entries(modules).filter(([, { default: meta }]) => !meta.tags?.includes('unpictured'))

type Story = ReturnType<typeof composeStory>

/** A playground is another story with controls; what moves looks different each time. */
function isStill(name: string, { tags }: Story): boolean {
  return name !== 'Playground' && !tags.includes('moving')
}

let stage: HTMLElement
afterEach(() => stage.remove())

function setStage({ theme, dir }: Look, isWide: boolean): HTMLElement {
  stage = document.createElement('div')
  stage.className = isWide ? 'story' : 'story story-column'
  stage.dataset['theme'] = theme
  stage.dataset['density'] = 'regular'
  stage.dir = dir
  // The browser's own bubble fades in with letters of the machine's: what is looked at is the field's sentence.
  stage.addEventListener('invalid', (event) => event.preventDefault(), { capture: true })
  document.body.append(stage)
  return stage
}

/** Shown anew once its letters are there: what was measured with other ones may have found less room. */
async function showStory(story: Story, element: HTMLElement) {
  const show = () => story.run({ canvasElement: element, canvas: within(element) })
  await show()
  const areFontsMissing = element.offsetHeight > 0 && document.fonts.status === 'loading'
  await document.fonts.ready
  if (areFontsMissing) await show()
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}

describe.each(pictured)('%s', (path, module) => {
  const component = /(\w+)\.stories/.exec(path)?.[1] ?? ''

  describe.each(looks.map((look) => [look.name, look] as const))('%s', (lookName, look) => {
    const stories = composeStories(module, {
      decorators: [
        (Story) => (
          <AttachkitProvider messages={look.messages}>
            <Story />
          </AttachkitProvider>
        ),
      ],
    })
    // A page of all states side by side shows the themes by itself.
    const all = Object.entries(stories as Record<string, Story>)
    const shown = all.filter(
      ([name, story]) => isStill(name, story) && (lookName === 'light' || !story.parameters['wide']),
    )

    it.each(shown)('R79 %s looks as it did', async (story, composed) => {
      const isWide = composed.parameters['wide'] === true
      const width = isWide ? 1600 : look.width
      await page.viewport(width, 1300)
      const element = setStage(look, isWide)
      await showStory(composed, element)
      // What is below the window is white in a picture.
      if (element.offsetHeight > 1300) await page.viewport(width, element.offsetHeight)
      await expect(page.elementLocator(element)).toMatchScreenshot(`${component}-${story}-${lookName}`)
    })
  })
})
