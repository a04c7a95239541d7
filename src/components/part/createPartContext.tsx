'use client'
import { createContext, useContext } from 'react'
import type { Provider } from 'react'

/**
 * A context that parts read strictly: outside of its parent a part throws, and the error names the parent.
 *
 * @param parent the part that provides it, as people write it: `Dropzone.Root`
 */
export function createPartContext<T>(parent: string): [Provider<T | null>, (part: string) => T] {
  const Context = createContext<T | null>(null)
  Context.displayName = parent

  function usePartContext(part: string): T {
    const value = useContext(Context)
    if (value === null) {
      throw new Error(
        `<${part}> was rendered outside of <${parent}>, which tells it what to show. Move it inside a <${parent}>.`,
      )
    }
    return value
  }
  return [Context.Provider, usePartContext]
}
