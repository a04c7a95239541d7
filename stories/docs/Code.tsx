import { CodeOrSourceMdx, Source } from '@storybook/addon-docs/blocks'
import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'

/** Whether the page around is dark; set by Storybook's frame of the documentation. */
export const DarkDocs = createContext(false)

interface CodeProps {
  code: string
  language: 'tsx' | 'typescript' | 'css' | 'json' | 'html' | 'bash'
}

/** A block of code in the page's own colours. */
export function Code({ code, language }: CodeProps) {
  return <Source code={code.trim()} language={language} dark={useContext(DarkDocs)} />
}

const languages: Readonly<Record<string, CodeProps['language']>> = { sh: 'bash', json: 'json', css: 'css' }

/** Code in MDX: a fenced block, or a word in a sentence. */
export function MdxCode({ className, children }: { className?: string; children: ReactNode }) {
  if (typeof children !== 'string' || !children.includes('\n')) return <CodeOrSourceMdx>{children}</CodeOrSourceMdx>
  return <Code code={children} language={languages[className?.replace('language-', '') ?? ''] ?? 'bash'} />
}
