import { triesOf, type Line } from './printTable.ts'

/** What of a row's end is other than it should be, in words; empty when all is well. */
export function differencesOf(line: Line): string[] {
  const { row, outcome } = line
  const { end } = row
  const tries = triesOf(line)
  const [least, most] = typeof end.tries === 'number' ? [end.tries, end.tries] : end.tries
  const missed = (end.passes ?? []).filter((status) => !outcome.passes.includes(status))
  return [
    ...differ('code', outcome.code, end.code),
    ...(tries < least || tries > most ? [`${tries} tries instead of ${least} to ${most}`] : []),
    ...(outcome.ms >= row.deadlineMs ? [`${outcome.ms} ms, which is past the deadline`] : []),
    ...(outcome.ms < (end.leastMs ?? 0) ? [`${outcome.ms} ms, which is too early`] : []),
    ...missed.map((status) => `was never ${status}`),
    ...differ('storageCode', outcome.storageCode, end.storageCode),
    ...differ('status', outcome.status, end.status),
    ...differ('limitBytes', outcome.limitBytes, end.limitBytes),
    ...differ('transfers', outcome.tries.transfer, end.transfers),
    ...differ('renewals', outcome.renewals.join(', '), end.renewals?.join(', ')),
    ...differ('verifies', outcome.tries.verify, end.verifies),
    ...(end.hasEtag === false && outcome.etag !== undefined ? ['the ETag was readable'] : []),
  ]
}

/** What the row does not ask for may be anything. */
function differ<T>(name: string, got: T, wanted: T | undefined): string[] {
  return wanted === undefined || got === wanted ? [] : [`${name} ${String(got)} instead of ${String(wanted)}`]
}
