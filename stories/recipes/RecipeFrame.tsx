import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { AttachkitProvider } from '../../src/index.ts'
import './recipes.css'

/** What an app has around its pages already. */
export function RecipeFrame({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <AttachkitProvider>{children}</AttachkitProvider>
    </QueryClientProvider>
  )
}
