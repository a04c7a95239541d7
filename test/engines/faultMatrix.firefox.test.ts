import { serveHelpdesk } from '../flows/support/serveHelpdesk.ts'
import { describeFaultMatrix } from '../matrix/describeFaultMatrix.ts'
import { expectedDifferences } from './expectedDifferences.ts'
import { setUpEngine } from './setUpEngine.ts'

describeFaultMatrix(serveHelpdesk(), setUpEngine('firefox').newPage, expectedDifferences.firefox)
