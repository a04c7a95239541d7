'use client'
import { useCallback, useEffect, useRef, useState } from 'react'

const passesAfterMs = 2000

/** A value that is undefined again after two seconds: a confirmation nobody has to put away. */
export function usePassing<T>(): [T | undefined, (value: T) => void] {
  const [value, setValue] = useState<T>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const show = useCallback((next: T) => {
    clearTimeout(timer.current)
    setValue(next)
    timer.current = setTimeout(() => setValue(undefined), passesAfterMs)
  }, [])
  return [value, show]
}
