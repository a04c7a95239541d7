import { render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { done, uploading } from '../../stories/support/posedItems.ts'
import { patient } from '../support/patient.ts'
import { posableSession } from './posableSession.ts'
import '../../src/styles/styles.css'

function rulesIn(
  list: CSSRuleList,
  layers: readonly string[] = [],
): Array<{ rule: CSSStyleRule; layers: readonly string[] }> {
  return [...list].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return [{ rule, layers }]
    const inner = rule instanceof CSSLayerBlockRule ? [...layers, rule.name] : layers
    return rule instanceof CSSGroupingRule ? rulesIn(rule.cssRules, inner) : []
  })
}

const all = () => [...document.styleSheets].flatMap((sheet) => rulesIn(sheet.cssRules))
const kit = () => all().filter(({ layers }) => layers.some((layer) => layer.startsWith('attachkit')))

/** What is left of a selector without all that stands in parentheses. */
function outermost(selector: string): string {
  const less = selector.replace(/\([^()]*\)/g, '')
  return less === selector ? selector : outermost(less)
}

describe('the style sheet', () => {
  it('R73 keeps every rule in its layers, without importance or specificity', () => {
    expect(kit().length).toBeGreaterThan(60)
    for (const { rule } of kit()) {
      expect(rule.cssText).not.toContain('!important')
      expect(outermost(rule.selectorText)).toMatch(/^(?:[\s,]|:where|::after|::before|::backdrop)*$/)
      expect(rule.selectorText).toMatch(/data-(?:scope|part|action)/)
    }
  })

  it('R73 lets any rule of the host win', () => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('li { min-height: 77px }')
    document.adoptedStyleSheets.push(sheet)
    render(<AttachmentListView upload={posableSession([done('a.pdf', 1)])} />)
    const row = screen.getByRole('listitem')
    document.adoptedStyleSheets.pop()
    expect(row).toBeVisible()
    expect(getComputedStyle(row).minHeight).toBe('48px')
    document.adoptedStyleSheets.push(sheet)
    expect(getComputedStyle(row).minHeight).toBe('77px')
    document.adoptedStyleSheets.pop()
  })

  it('R72 cuts a long name in the middle and keeps its extension in sight', async () => {
    const name = 'a-very-long-name-that-cannot-fit-into-so-little-room-at-all.pdf'
    render(
      <div style={{ width: 260 }}>
        <AttachmentListView upload={posableSession([done(name, 1), done('short.pdf', 1)])} />
      </div>,
    )
    const row = screen.getByRole('listitem', { name })
    await vi.waitUntil(() => row.querySelector('[data-part="item-name-end"]') !== null, patient)
    const end = row.querySelector('[data-part="item-name-end"]')!
    const name1 = row.querySelector('[data-part="item-name"]')!
    expect(end).toHaveTextContent('-all.pdf')
    expect(end.getBoundingClientRect().right).toBeLessThanOrEqual(name1.getBoundingClientRect().right + 0.5)
    expect(name1).toHaveTextContent(name)
    expect(screen.getByText('short.pdf')).not.toHaveAttribute('data-clipped')
  })

  it.each(['ltr', 'rtl'] as const)('R72 fills the bar from where the text begins in %s', (dir) => {
    render(
      <div dir={dir} style={{ width: 400 }}>
        <AttachmentListView upload={posableSession([uploading('a.pdf', 100, 25)])} />
      </div>,
    )
    const bar = screen.getByRole('progressbar')
    const { left, right, transform } = getComputedStyle(bar, '::after')
    const width = bar.getBoundingClientRect().width
    const [start, end] = (dir === 'ltr' ? [left, right] : [right, left]).map(parseFloat)
    const scale = new DOMMatrix(transform).a
    const [centre, half] = [(start! + width - end!) / 2, ((width - start! - end!) / 2) * scale]
    expect(centre - half).toBeLessThanOrEqual(0)
    expect(centre + half).toBeCloseTo(width / 4, 0)
  })
})
