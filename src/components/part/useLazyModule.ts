'use client'
import { useCallback, useRef, useState, useSyncExternalStore } from 'react'
import type { LazyModule } from '../../engine/lazyModule.ts'

interface LazyCode<M> {
  /** Undefined until it is loaded, and on a server, whose page the browser takes over as it is. */
  code: M | undefined
  /** It could not be had. Tried again once the browser is online. */
  isLost: boolean
}

/** Code that is loaded with the first component that shows it. Never suspends, never throws. */
export function useLazyModule<M>(module: LazyModule<M>): LazyCode<M> {
  const [isLost, setIsLost] = useState(false)
  const isMounted = useRef(false)
  const subscribe = useCallback(
    (onLoaded: () => void) => {
      isMounted.current = true
      const load = () => void module.load('list').then(onLoaded, () => isMounted.current && setIsLost(true))
      if (!module.loaded()) load()
      window.addEventListener('online', load)
      return () => {
        isMounted.current = false
        window.removeEventListener('online', load)
      }
    },
    [module],
  )
  const code = useSyncExternalStore(subscribe, module.loaded, nothing)
  return { code, isLost: isLost && !code }
}

function nothing(): undefined {}
