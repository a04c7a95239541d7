import { version } from 'react'
import { version as rendererVersion } from 'react-dom'
import { expect, inject, it } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The React that the project's tests are meant to run on. */
    react: string
  }
}

it('runs on the React that its project names', () => {
  expect([version, rendererVersion]).toEqual([inject('react'), inject('react')])
})
