import { uploading } from '../../src/engine/lazyUploads.ts'

// As on a page that has been open for a while: tests that hold the clock cannot wait for a module.
await uploading.load('transfer')
