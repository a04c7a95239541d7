import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { en } from '../../src/messages/en.ts'
import { say, type MessageOverrides } from '../../src/messages/messages.ts'
import { AttachkitProvider } from '../../src/react/AttachkitProvider.tsx'
import { useMessages } from '../../src/react/useMessages.ts'

function renderMessages(messages?: MessageOverrides) {
  return renderHook(() => useMessages(), {
    wrapper: ({ children }) => <AttachkitProvider messages={messages}>{children}</AttachkitProvider>,
  }).result.current
}

it('speaks English without a provider, and with one that says nothing else', () => {
  expect(renderHook(() => useMessages()).result.current).toBe(en)
  expect(renderMessages()).toEqual(en)
})

it('puts single texts over English, at any depth', () => {
  const messages = renderMessages({
    locale: 'de',
    list: { empty: 'Keine Dateien', remove: ({ name }) => `${name} entfernen` },
    errors: { forbidden: 'Nicht erlaubt.' },
  })
  expect(messages.locale).toBe('de')
  expect(messages.list.empty).toBe('Keine Dateien')
  expect(messages.list.remove({ name: 'a.pdf' })).toBe('a.pdf entfernen')
  expect(messages.list.label).toBe(en.list.label)
  expect(say(messages.errors.forbidden, { stage: 'transfer', limitBytes: undefined })).toBe('Nicht erlaubt.')
  expect(messages.errors.network).toBe(en.errors.network)
})
