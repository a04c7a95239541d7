/** Remembers the row that has focus, and puts focus back where it was, or next to it, once its control is gone. */
export interface FocusKeeper {
  /** Call when focus enters something in the list, whose children are the rows. */
  entered: (list: Element, target: Element) => void
  /** Call when focus leaves; leaving because the control was taken away does not count. */
  left: (target: Element) => void
  /** Call after the list or a row changed; focus goes to `fallback` when no row is left, else to the list's parent. */
  recover: (fallback: HTMLElement | undefined) => void
}

export function createFocusKeeper(): FocusKeeper {
  let held: { list: Element; row: Element; position: number } | undefined

  return {
    entered(list, target) {
      const rows = [...list.children]
      const row = rows.find((candidate) => candidate.contains(target))
      held = row && { list, row, position: rows.indexOf(row) }
    },
    left(target) {
      if (target.isConnected) held = undefined
    },
    recover(fallback) {
      if (!held) return
      const rows = [...held.list.children]
      const present = rows.indexOf(held.row)
      if (present >= 0) held.position = present
      if (!isFocusLost(held.list.ownerDocument)) return
      // The next row has moved up into the place of the removed one.
      const goal = rows[Math.min(held.position, rows.length - 1)] ?? fallback ?? held.list.parentElement
      if (goal instanceof HTMLElement) goal.focus()
    },
  }
}

function isFocusLost({ activeElement, body }: Document): boolean {
  return activeElement === null || activeElement === body
}
