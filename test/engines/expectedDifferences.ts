import type { ExpectedDifferences } from '../matrix/expectedDifference.ts'
import type { EngineName } from './enginePage.ts'

/** Rows of the fault matrix that end otherwise in a browser, each asserted as it stands here. */
export const expectedDifferences: Readonly<Record<EngineName, ExpectedDifferences>> = {
  firefox: {},
  webkit: {},
}

/** Whether a paste event that a script makes keeps the files it was given. Firefox puts empty data of its own in their place. */
export const keepsMadeUpPastes: Readonly<Record<EngineName, boolean>> = { firefox: false, webkit: true }
