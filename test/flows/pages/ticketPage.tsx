import { createRoot } from 'react-dom/client'
import { createSignedEndpointAdapter } from '../../../src/adapters/signed-endpoint/index.ts'
import { TicketFields } from '../../testing/TicketFields.tsx'

const adapter = createSignedEndpointAdapter({ endpoint: '/api/signed-endpoint', kind: 'signed-put' })
const place = document.createElement('main')
document.body.replaceChildren(place)
createRoot(place).render(<TicketFields adapter={adapter} />)
