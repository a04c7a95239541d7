/** The time of day, in UTC to the millisecond. */
export function clockOf(at: number): string {
  return new Date(at).toISOString().slice(11, 23)
}
