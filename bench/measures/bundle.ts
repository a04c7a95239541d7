import { gzipSync } from 'node:zlib'
import { bundleSubject } from '../pages/buildPages.ts'
import type { Measure } from './measure.ts'

export const bundle: Measure = {
  id: 'bundle',
  title: 'Bundle',
  about: "what the subject's page loads, minified and gzipped, without React",
  floor: 'floor',
  maxRounds: 1,
  figures: [
    { id: 'initialKb', label: 'script at first', unit: 'kB' },
    { id: 'laterKb', label: 'script on demand', unit: 'kB' },
    { id: 'cssKb', label: 'CSS', unit: 'kB' },
  ],
  takes: ({ id }) => id !== 'kit-batch' && id !== 'kit-form',
  async run(_context, subject) {
    const { css, initial, later } = await bundleSubject(subject)
    return { initialKb: gzipKb(initial), laterKb: gzipKb(later), cssKb: gzipKb(css) }
  },
}

function gzipKb(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0) / 1000
}
