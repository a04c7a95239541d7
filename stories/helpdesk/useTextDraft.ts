import { useCallback, useState } from 'react'

/** The text of a reply that was not sent yet; it survives a reload. */
export function useTextDraft(ticketId: string): [text: string, change: (text: string) => void] {
  const key = `attachkit-helpdesk-draft-${ticketId}`
  const [text, setText] = useState(() => read(key))
  const change = useCallback(
    (next: string) => {
      setText(next)
      write(key, next)
    },
    [key],
  )
  return [text, change]
}

/** Storage may be closed to the page; a draft is then as long-lived as the page. */
function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function write(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Nothing is lost that the page does not still show.
  }
}
