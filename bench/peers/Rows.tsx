import { memo } from 'react'

export interface RowState {
  name: string
  /** 0 to 1. */
  fraction: number
  status: string
}

/** A row for peers that bring none: as light as a row can be. */
export const Row = memo(function Row({ name, fraction, status }: RowState) {
  return (
    <li>
      <span>{name}</span>
      <progress value={fraction} />
      <span>{status === 'uploading' ? `${Math.round(fraction * 100)} %` : status}</span>
    </li>
  )
})
