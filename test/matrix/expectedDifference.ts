/** What one browser shows in a row otherwise than the row asks, and may: nobody's fault, or none that the kit could mend. */
export interface ExpectedDifference {
  /** Every difference, in the words of `differencesOf`. */
  shows: readonly string[]
  because: string
}

/** By the titles of the rows, see `titleOf`. */
export type ExpectedDifferences = Readonly<Record<string, ExpectedDifference>>
