/** Whether two objects hold the same, but for fields of some names. Both may be missing. */
export function hasSameFields<T extends object>(
  a: T | undefined,
  b: T | undefined,
  skipped: readonly string[] = [],
): boolean {
  const names = Object.keys({ ...a, ...b }) as (keyof T & string)[]
  return names.every((name) => skipped.includes(name) || a?.[name] === b?.[name])
}
