import type { Preview } from '@storybook/react-vite'
import { setupWorker } from 'msw/browser'
import { mswLoader } from 'msw-storybook-addon/csf3'
import '../src/styles/styles.css'
import './preview.css'

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    controls: { expanded: true, hideNoControlsWarning: true },
    options: {
      storySort: {
        order: ['Helpdesk', 'Components', ['Dropzone', 'UploadProgress', 'AttachmentList'], 'Flows', 'Foundations'],
      },
    },
  },
  globalTypes: {
    theme: {
      description: 'Colours',
      toolbar: { title: 'Theme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    direction: {
      description: 'Reading direction',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
    density: {
      description: 'Height of rows',
      toolbar: { title: 'Density', icon: 'menu', items: ['regular', 'compact'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'light', direction: 'ltr', density: 'regular' },
  decorators: [
    (Story, { globals, parameters }) => (
      <div
        className="story"
        data-theme={globals['theme']}
        data-density={globals['density']}
        dir={globals['direction'] === 'rtl' ? 'rtl' : 'ltr'}
      >
        {/* Components are shown at the width of a form; pages and comparisons take it all. */}
        <div className={parameters['wide'] === true ? undefined : 'story-column'}>
          <Story />
        </div>
      </div>
    ),
  ],
  loaders: [
    mswLoader(async () => {
      const worker = setupWorker()
      // Unhandled requests are not warned about: the warning carries the whole body of an upload.
      await worker.start({ quiet: true, onUnhandledFrame: 'bypass' })
      return worker
    }),
  ],
}

export default preview
