import type { Meta, StoryObj } from '@storybook/react-vite'
import type { CSSProperties } from 'react'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { DropzoneField } from '../../src/components/dropzone/index.ts'
import { UploadProgressBar } from '../../src/components/upload-progress/index.ts'
import { frozenSession } from '../../src/testing/frozenSession.ts'
import { Panes } from '../support/Panes.tsx'
import { done, uploading } from '../support/posedItems.ts'
import './foundations.css'

const colours = [
  'surface',
  'sunken',
  'hover',
  'border',
  'border-strong',
  'text',
  'muted',
  'accent',
  'danger',
  'warning',
  'success',
]
const items = [done('invoice-4411.pdf', 312_000), uploading('walkthrough.mp4', 84_000_000, 35_280_000)]
const empty = frozenSession([])
const busy = frozenSession(items)

const meta = { title: 'Foundations/Tokens', parameters: { wide: true } } satisfies Meta

export default meta

/** The colours every rule is written on, as the components resolve them. */
export const Colours: StoryObj = {
  render: () => (
    <Panes>
      {() => (
        <div data-scope="upload-progress" data-part="root" className="foundation-colours">
          {colours.map((name) => (
            <div key={name}>
              <span className="foundation-swatch" style={{ '--swatch': `var(--_${name})` } as CSSProperties} />
              <code>{name}</code>
            </div>
          ))}
        </div>
      )}
    </Panes>
  ),
}

/** A host changes the look by setting public properties on any ancestor. */
export const OwnTheme: StoryObj = {
  render: () => (
    <div
      className="story-column"
      style={
        {
          '--attachkit-accent': 'light-dark(#0b6b5b, #6fd6c2)',
          '--attachkit-radius': '0.125rem',
          '--attachkit-radius-control': '0.125rem',
        } as CSSProperties
      }
    >
      <DropzoneField upload={empty} />
      <UploadProgressBar upload={busy} />
      <AttachmentListView upload={busy} />
    </div>
  ),
}
