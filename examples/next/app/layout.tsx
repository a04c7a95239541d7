import 'attachkit/styles.css'
import { AttachkitProvider } from 'attachkit'
import type { ReactNode } from 'react'

/** A server component: the provider is the kit's own client component, and needs no file of yours around it. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <AttachkitProvider>{children}</AttachkitProvider>
      </body>
    </html>
  )
}
