import type { ReactElement } from 'react'
import { earlyShapes } from './earlyShapes.ts'
import { Shape } from './Shape.tsx'

export interface EarlyIconProps {
  name: keyof typeof earlyShapes
}

/** An icon of a page without files: the others come with the first file. */
export function EarlyIcon({ name }: EarlyIconProps): ReactElement {
  return <Shape name={name} path={earlyShapes[name]} />
}
