import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { UploadProgressBar } from '../../src/components/upload-progress/index.ts'
import {
  committing,
  done,
  failed,
  paused,
  preparing,
  queued,
  rejected,
  uploading,
} from '../../stories/support/posedItems.ts'
import { posableSession } from './posableSession.ts'

const network = { code: 'network', stage: 'transfer' } as const

describe('UploadProgress', () => {
  it('renders nothing without files that count', () => {
    const { container } = render(
      <UploadProgressBar upload={posableSession([rejected('a.exe', 1, { code: 'file-invalid-type' })])} />,
    )
    expect(container).toBeEmptyDOMElement()
  })

  it('R24 weighs bytes over all files, also those that wait', () => {
    const files = Array.from({ length: 5 }, (_, at) => queued(`${at}.bin`, 10_000_000))
    const sent = Array.from({ length: 5 }, (_, at) => done(`d${at}.bin`, 10_000_000))
    render(<UploadProgressBar upload={posableSession([...files, ...sent])} />)
    const bar = screen.getByRole('progressbar', { name: 'Upload progress' })
    expect(bar).toHaveAttribute('aria-valuenow', '50')
    expect(bar).toHaveAttribute('aria-valuetext', '50%, 5 of 10 files attached')
    expect(bar.style.getPropertyValue('--progress')).toBe('0.5')
    expect(screen.getByText('50 MB of 100 MB')).toBeVisible()
  })

  it('R23 says 100 % of nothing that is not committed', () => {
    render(<UploadProgressBar upload={posableSession([committing('a.pdf', 1000)])} />)
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '99')
    expect(screen.getByText('0 of 1 file attached')).toBeVisible()
  })

  it('is indeterminate while no byte was counted', () => {
    render(<UploadProgressBar upload={posableSession([preparing('a.pdf', 4000), uploading('b.pdf', 1000, 0)])} />)
    const bar = screen.getByRole('progressbar')
    expect(bar).toHaveAttribute('data-indeterminate')
    expect(bar).not.toHaveAttribute('aria-valuenow')
    expect(bar).toHaveAttribute('aria-valuetext', 'Uploading')
  })

  it('tells before the first byte how many there are', () => {
    const session = posableSession([queued('a.pdf', 4000), uploading('b.pdf', 1000, 0)])
    render(<UploadProgressBar upload={session} />)
    const bytes = screen.getByText('5 kB')
    expect(bytes).toBeVisible()
    session.pose([queued('a.pdf', 4000), uploading('b.pdf', 1000, 500)])
    expect(bytes).toHaveTextContent('500 bytes of 5 kB')
  })

  it('R29 tells why the queue waits', () => {
    render(<UploadProgressBar upload={posableSession([paused('a.pdf', 9, 'offline', 3)], { hold: 'offline' })} />)
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', 'Waiting for a connection')
    expect(screen.getByText('Waiting for a connection')).toBeVisible()
  })

  it('ends quietly when all is attached', () => {
    render(<UploadProgressBar upload={posableSession([done('a.pdf', 1), done('b.pdf', 1)])} />)
    expect(screen.getByText('All 2 files attached')).toBeVisible()
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it('never ends green when a file failed', () => {
    const { container } = render(
      <UploadProgressBar upload={posableSession([done('a.pdf', 1), failed('b.pdf', 1, network)])} />,
    )
    expect(container.querySelector('[data-part="root"]')).toHaveAttribute('data-status', 'failed')
    expect(screen.getByText('1 of 2 files attached, 1 failed')).toBeVisible()
  })
})
