import { Unstyled } from '@storybook/addon-docs/blocks'
import type { ComponentType } from 'react'
import { Code } from './Code.tsx'
import './docs.css'

interface ExampleProps {
  /** The snippet's file, as text. */
  code: string
  /** The same file, running. */
  of?: ComponentType | undefined
  /** @default 'tsx' */
  language?: 'tsx' | 'typescript' | 'css' | undefined
}

/** A snippet as it is compiled and tested, and, where it needs no backend, at work. */
export function Example({ code, of: Live, language = 'tsx' }: ExampleProps) {
  return (
    <div className="docs-example">
      {Live && (
        <Unstyled>
          <div className="docs-live">
            <Live />
          </div>
        </Unstyled>
      )}
      <Code code={code} language={language} />
    </div>
  )
}
