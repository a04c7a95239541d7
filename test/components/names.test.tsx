import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { attachment, failed, queued } from '../../stories/support/posedItems.ts'
import { oddNames } from '../support/oddNames.ts'
import { posableSession } from './posableSession.ts'

const nameOf = (row: HTMLElement) => row.querySelector('[data-part="item-name"]')

describe('odd names', () => {
  it.each(oddNames)('R48 R72 stands isolated and without hidden turns in a row, for %j', (name, shown) => {
    render(<AttachmentListView upload={posableSession([queued(name, 1)])} attachments={[attachment(name)]} />)
    const rows = screen.getAllByRole('listitem')
    expect(rows.map((row) => nameOf(row)?.textContent)).toEqual([shown, shown])
    expect(rows.map((row) => nameOf(row)?.tagName)).toEqual(['BDI', 'BDI'])
    expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual([shown, shown])
    expect(document.body.innerHTML).not.toMatch(/[^\P{Cc}\n]|[\u2029\u202A-\u202E\u2066-\u2069]/u)
  })

  it('R48 is neutral in what screen readers are told, too', () => {
    const upload = posableSession([queued('invoice\u202Efdp.exe', 1)])
    render(<AttachmentListView upload={upload} />)
    upload.pose([failed('invoice\u202Efdp.exe', 1, { code: 'network', stage: 'transfer' })])
    expect(screen.getByRole('alert')).toHaveTextContent('invoicefdp.exe failed.')
  })
})
