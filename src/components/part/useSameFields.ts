'use client'
import { useState } from 'react'
import { hasSameFields } from '../../engine/hasSameFields.ts'

/** The earlier object as long as the new one holds the same: what a context hands out is not to be new at each render. */
export function useSameFields<T extends object>(value: T): T {
  const [keep] = useState(createKeeper<T>)
  return keep(value)
}

function createKeeper<T extends object>(): (value: T) => T {
  let kept: T | undefined
  return (value) => (kept && hasSameFields(kept, value) ? kept : (kept = value))
}
