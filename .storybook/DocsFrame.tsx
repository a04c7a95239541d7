import { DocsContainer } from '@storybook/addon-docs/blocks'
import type { DocsContainerProps } from '@storybook/addon-docs/blocks'
import { useEffect, useState } from 'react'
import type { PropsWithChildren } from 'react'
import { addons } from 'storybook/preview-api'
import { GLOBALS_UPDATED } from 'storybook/internal/core-events'
import { themes } from 'storybook/theming'
import { DarkDocs } from '../stories/docs/Code.tsx'

type Globals = Record<string, unknown>
const startGlobals = new URLSearchParams(globalThis.location?.search).get('globals') ?? ''

/** Pages of documentation in the colours that the toolbar names, as the stories are. */
export function DocsFrame(props: PropsWithChildren<DocsContainerProps>) {
  const [isDark, setIsDark] = useState(/(^|;)theme:dark(;|$)/.test(startGlobals))
  useEffect(() => {
    const channel = addons.getChannel()
    const follow = ({ globals }: { globals: Globals }) => setIsDark(globals['theme'] === 'dark')
    channel.on(GLOBALS_UPDATED, follow)
    return () => channel.off(GLOBALS_UPDATED, follow)
  }, [])
  return (
    <div style={{ colorScheme: isDark ? 'dark' : 'light' }} data-theme={isDark ? 'dark' : 'light'}>
      <DarkDocs.Provider value={isDark}>
        <DocsContainer {...props} theme={isDark ? themes.dark : themes.light} />
      </DarkDocs.Provider>
    </div>
  )
}
