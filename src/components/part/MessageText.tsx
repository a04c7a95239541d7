'use client'
import type { ReactElement } from 'react'
import { textDirection } from '../../messages/textDirection.ts'
import { useMessages } from '../../react/useMessages.ts'

interface MessageTextProps {
  children: string
}

/** A text from the messages, written in its language's direction whatever the page's is. Renders a `<span>`. */
export function MessageText({ children }: MessageTextProps): ReactElement {
  return <span dir={textDirection(useMessages().locale)}>{children}</span>
}
