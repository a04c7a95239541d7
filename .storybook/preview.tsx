import type { Preview } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { setupWorker } from 'msw/browser'
import { mswLoader } from 'msw-storybook-addon/csf3'
import { textDirection } from '../src/messages/textDirection.ts'
import { AttachkitProvider } from '../src/react/AttachkitProvider.tsx'
import { MdxCode } from '../stories/docs/Code.tsx'
import { languages } from '../stories/support/languages.ts'
import { DocsFrame } from './DocsFrame.tsx'
import type { NetworkName } from '../stories/support/networks.ts'
import { NetworkContext, networkNames, usePosedConnection } from '../stories/support/networks.ts'
import { tokenSets } from '../stories/support/tokenSets.ts'
import '../src/styles/styles.css'
import './preview.css'

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    // Size of targets is part of WCAG 2.2 AA; axe leaves it out unless it is asked for.
    a11y: { test: 'error', config: { rules: [{ id: 'target-size', enabled: true }] } },
    layout: 'fullscreen',
    docs: { container: DocsFrame, components: { code: MdxCode } },
    controls: { expanded: true, hideNoControlsWarning: true },
    options: {
      storySort: {
        order: [
          'Docs',
          [
            'First upload',
            'Your backend',
            'Vendors and stores',
            'Forms',
            'Styling',
            'Accessibility',
            'Languages',
            'Testing',
            'CSP and CORS',
            'Troubleshooting',
            'Writing an adapter',
            'Limits',
            'Comparison',
          ],
          'Components',
          ['All states', 'Dropzone', 'UploadProgress', 'AttachmentList'],
          'Flows',
          'Recipes',
          'Foundations',
        ],
      },
    },
  },
  globalTypes: {
    theme: {
      description: 'Colours',
      toolbar: { title: 'Theme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    tokens: {
      description: 'Token set',
      toolbar: { title: 'Token set', icon: 'paintbrush', items: [...tokenSets], dynamicTitle: true },
    },
    network: {
      description: 'Network of flows and recipes',
      toolbar: { title: 'Network', icon: 'lightning', items: [...networkNames], dynamicTitle: true },
    },
    locale: {
      description: 'Language',
      toolbar: { title: 'Language', icon: 'globe', items: Object.keys(languages), dynamicTitle: true },
    },
    direction: {
      description: 'Reading direction',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['as written', 'ltr', 'rtl'], dynamicTitle: true },
    },
    density: {
      description: 'Height of rows',
      toolbar: { title: 'Density', icon: 'menu', items: ['regular', 'compact'], dynamicTitle: true },
    },
  },
  initialGlobals: {
    theme: 'light',
    tokens: 'default',
    network: networkNames[0],
    locale: 'en',
    direction: 'as written',
    density: 'regular',
  },
  decorators: [
    (Story, { globals, parameters }) => (
      <AttachkitProvider messages={languages[String(globals['locale'])]}>
        <StoryNetwork name={globals['network'] as NetworkName}>
          <div
            className="story"
            data-theme={globals['theme']}
            data-attachkit-theme={globals['tokens']}
            data-density={globals['density']}
            dir={directionOf(String(globals['direction']), String(globals['locale']))}
          >
            {/* Components are shown at the width of a form; pages and comparisons take it all. */}
            <div className={parameters['wide'] === true ? undefined : 'story-column'}>
              <Story />
            </div>
          </div>
        </StoryNetwork>
      </AttachkitProvider>
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

function StoryNetwork({ name, children }: { name: NetworkName; children: ReactNode }) {
  usePosedConnection(name)
  return <NetworkContext value={name}>{children}</NetworkContext>
}

function directionOf(chosen: string, locale: string): string {
  return chosen === 'as written' ? textDirection(locale) : chosen
}

export default preview
