import type { ReactElement } from 'react'

interface ShapeProps {
  name: string
  /** Drawn on a 20 by 20 grid with a stroke of 1.5, in `currentColor`. */
  path: string
}

/** Renders an `<svg>`: decoration beside a text, hidden from assistive technology. */
export function Shape({ name, path }: ShapeProps): ReactElement {
  return (
    <svg
      data-scope="icon"
      data-part="shape"
      data-icon={name}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  )
}
