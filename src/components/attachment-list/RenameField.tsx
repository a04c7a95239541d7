'use client'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { displayName } from '../../engine/displayName.ts'
import { useMessages } from '../../react/useMessages.ts'
import { useAttachmentListContext } from './attachmentListContext.ts'
import { useAttachmentListItemContext } from './attachmentListItemContext.ts'
import { splitExtension } from './splitName.ts'

/**
 * The field for a row's new name; its extension stands beside it and stays. Enter and leaving the field save, Escape does
 * not. Renders an `<input>` and a `<span>`.
 */
export function RenameField(): ReactElement {
  const { announcer } = useAttachmentListContext('AttachmentList.ItemName')
  const { file, rename } = useAttachmentListItemContext('AttachmentList.ItemName')
  const { list, announcements } = useMessages()
  const field = useRef<HTMLInputElement>(null)
  const hasEnded = useRef(false)
  const { stem, extension } = splitExtension(file.name)
  useEffect(() => field.current?.select(), [])

  function save() {
    const wanted = displayName(field.current?.value ?? '')
    const isOther = wanted !== '_' && wanted !== stem
    if (hasEnded.current) return
    hasEnded.current = true
    if (!isOther) return rename.cancel()
    const name = `${wanted}${extension}`
    rename.save(name)
    announcer.say({ urgency: 'polite', text: announcements.renamed({ name }) })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) save()
    else if (event.key === 'Escape') cancel()
    else return
    // Enter would send the form around the list, Escape would close the dialog around it.
    event.preventDefault()
    event.stopPropagation()
  }

  function cancel() {
    // Taking the field away blurs it, which would save.
    hasEnded.current = true
    rename.cancel()
  }

  return (
    <>
      <input
        ref={field}
        data-scope="attachment-list"
        data-part="item-name-field"
        aria-label={list.newName(file)}
        defaultValue={stem}
        autoComplete="off"
        spellCheck={false}
        onKeyDown={onKeyDown}
        onBlur={save}
      />
      {extension !== '' && (
        <span data-scope="attachment-list" data-part="item-name-extension">
          {extension}
        </span>
      )}
    </>
  )
}
