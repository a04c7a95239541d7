import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { NewTicket } from './NewTicket'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <NewTicket />
  </StrictMode>,
)
