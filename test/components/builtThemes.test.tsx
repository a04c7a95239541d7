import { render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { done } from '../../stories/support/posedItems.ts'
import { posableSession } from './posableSession.ts'

type Ground = 'light' | 'dark'

/** Colour of text on its surface, as the sets' files have them. */
const colours = {
  slate: { light: ['#16202a', '#ffffff'], dark: ['#e9edf0', '#1b1f23'] },
  clay: { light: ['#3a2a20', '#fffdf9'], dark: ['#f8eee4', '#2a2320'] },
  signal: { light: ['#000000', '#ffffff'], dark: ['#ffffff', '#000000'] },
} as const

const built = inject('builtSheets')
const style = document.createElement('style')
style.textContent = Object.values(built).join('\n')
beforeEach(() => document.head.append(style))
afterEach(() => style.remove())

function rgb(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))
  return `rgb(${red}, ${green}, ${blue})`
}

function shown(): [string, string] {
  const { color, backgroundColor } = getComputedStyle(screen.getByRole('list'))
  return [color, backgroundColor]
}

const List = () => <AttachmentListView upload={posableSession([done('a.pdf', 1)])} />

describe.each(Object.keys(colours) as Array<keyof typeof colours>)('the set %s, built for Chrome 111', (set) => {
  const named = (ground: Ground) => colours[set][ground].map(rgb)

  it('has no light-dark() left to rely on', () => {
    expect(built[`themes/${set}.css`]).not.toContain('light-dark(')
  })

  it.each(['light', 'dark'] as const)('R73 is %s where that is said beside it', (ground) => {
    render(
      <div data-attachkit-theme={set} data-theme={ground}>
        <List />
      </div>,
    )
    expect(shown()).toEqual(named(ground))
  })

  it.each(['light', 'dark'] as const)('R73 is %s where an ancestor says so', (ground) => {
    render(
      <div data-theme={ground}>
        <div data-attachkit-theme={set}>
          <List />
        </div>
      </div>,
    )
    expect(shown()).toEqual(named(ground))
  })

  it.each([
    ['dark', 'light'],
    ['light', 'dark'],
  ] as const)('R73 in a %s page is %s on an island of that', (outer, inner) => {
    const { unmount } = render(
      <div data-theme={outer}>
        <div data-theme={inner} data-attachkit-theme={set}>
          <List />
        </div>
      </div>,
    )
    expect(shown()).toEqual(named(inner))
    unmount()
    render(
      <div data-theme={outer}>
        <div data-theme={inner}>
          <div data-attachkit-theme={set}>
            <List />
          </div>
        </div>
      </div>,
    )
    expect(shown()).toEqual(named(inner))
  })

  it('R73 follows the system where nothing is said', () => {
    render(
      <div data-attachkit-theme={set}>
        <List />
      </div>,
    )
    expect(shown()).toEqual(named(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'))
  })
})
