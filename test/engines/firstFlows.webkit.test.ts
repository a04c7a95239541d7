import { serveHelpdesk } from '../flows/support/serveHelpdesk.ts'
import { describeFirstFlows } from './describeFirstFlows.ts'

describeFirstFlows(serveHelpdesk(), 'webkit')
