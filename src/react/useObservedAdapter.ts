'use client'
import { QueryClientContext } from '@tanstack/react-query'
import { useContext, useMemo } from 'react'
import type { BackendAdapter, CredentialKind } from '../engine/ports.ts'
import { observeAdapter } from './observeAdapter.ts'

/** The adapter as the app's React Query sees it; without a `QueryClientProvider` above, the adapter itself. */
export function useObservedAdapter<K extends CredentialKind>(adapter: BackendAdapter<K>): BackendAdapter<K> {
  const client = useContext(QueryClientContext)
  return useMemo(() => (client ? observeAdapter(adapter, client) : adapter), [client, adapter])
}
