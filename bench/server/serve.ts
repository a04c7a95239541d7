/** Runs the server in a process of its own, so that its work is not the harness's; tells its addresses to the parent. */
import { startBenchServer } from './benchServer.ts'

const { pageUrl, storeUrl } = await startBenchServer(process.argv[2]!)
process.send?.({ pageUrl, storeUrl })
process.on('disconnect', () => process.exit(0))
