import { createRoot } from 'react-dom/client'
import { createMemoryAdapter, createMemoryTransports } from '../../../src/adapters/memory/index.ts'
import styles from '../../../src/styles/styles.css?inline'
import { TicketFields } from '../../testing/TicketFields.tsx'

const sheet = document.head.appendChild(document.createElement('style'))
sheet.textContent = styles
const adapter = createMemoryAdapter({ latencyMs: 0 })
const place = document.body.appendChild(document.createElement('main'))
createRoot(place).render(<TicketFields adapter={adapter} transports={createMemoryTransports(adapter)} />)
