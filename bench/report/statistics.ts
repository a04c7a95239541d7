/** The middle value, or the mean of the two middle ones. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return Number.NaN
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Half the distance from the lowest to the highest value, as a share of the median: the "±" of a table. 0 for a single value. */
export function spread(values: readonly number[]): number {
  const middle = median(values)
  if (values.length < 2 || middle === 0) return 0
  return (Math.max(...values) - Math.min(...values)) / 2 / Math.abs(middle)
}

/** How many times the other; NaN where there is nothing to compare with. */
export function ratio(value: number, other: number | undefined): number {
  return other === undefined || other === 0 ? Number.NaN : value / other
}
