import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AttachkitProvider } from '../../src/index.ts'
import '../../src/styles/styles.css'
import { HelpdeskPage } from './HelpdeskPage.tsx'
import { createHttpHelpdesk } from './httpHelpdesk.ts'
import { keepPageOverRestart } from './keepPageOverRestart.ts'
import { s3Systems } from './s3Systems.ts'
import { SimulatorPanel } from './SimulatorPanel.tsx'
import { vendorSystems } from './vendorSystems.ts'

const client = new QueryClient({ defaultOptions: { queries: { retry: 1 } } })
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root".')

/** `npm start -- --store s3`: a bucket, and nothing that is simulated. */
const isSimulated = import.meta.env['VITE_ATTACHKIT_STORE'] !== 's3'

keepPageOverRestart()
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <AttachkitProvider>
        <HelpdeskPage
          helpdesk={createHttpHelpdesk('/api/helpdesk')}
          systems={isSimulated ? vendorSystems : s3Systems}
          tools={isSimulated && <SimulatorPanel />}
        />
      </AttachkitProvider>
    </QueryClientProvider>
  </StrictMode>,
)
