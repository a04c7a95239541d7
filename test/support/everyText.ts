import type { Messages } from '../../src/messages/messages.ts'

const counts = [0, 1, 2, 3, 5, 11, 21, 100]

/** Arguments that any text may be asked with: between them every branch of every sentence is said. */
function argumentSets(): Array<Record<string, unknown>> {
  const common = { name: 'report.pdf', reason: 'REASON', multiple: true, at: 2, ms: 25_000, bytesPerSecond: 2_100_000 }
  const types = ['PDF', 'JPG']
  return counts.flatMap((count) => {
    const names = Array.from({ length: Math.max(1, Math.min(count, 5)) }, (_, at) =>
      at === 0 ? 'report.pdf' : `${at}.pdf`,
    )
    const numbers = {
      count,
      done: count,
      total: count,
      room: count,
      min: count,
      max: count,
      attempt: 2,
      maxAttempts: 4,
    }
    const bytes = { bytes: count * 1000, sentBytes: count * 10, receivedBytes: count * 10, totalBytes: 5000 }
    const full = {
      ...common,
      ...numbers,
      ...bytes,
      names,
      types,
      failed: 0,
      stage: 'transfer',
      used: { files: 1, bytes: 5 },
    }
    const limits = { maxFileSize: 9_000_000, minFileSize: 5, maxTotalSize: 25_000_000, maxFiles: count, limit: count }
    return [
      { ...full, ...limits, limitBytes: 10_000_000, detail: 'DETAIL' },
      { ...full, ...limits, used: undefined, failed: 2, stage: 'download', types: [], multiple: false },
      { ...full, totalBytes: 0, sentBytes: 0, types: [], used: undefined, names: ['report.pdf'] },
    ]
  })
}

const sets = argumentSets()

/** Every text of a language, said with all arguments, by its path in the messages. */
export function everyText(messages: Messages): Array<[path: string, text: string]> {
  return walk(messages, '').filter(([path]) => path !== 'locale')
}

function walk(value: unknown, path: string): Array<[string, string]> {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return sayAll(value as (args: unknown) => string, path)
  return Object.entries(value as object).flatMap(([key, inner]) => walk(inner, path === '' ? key : `${path}.${key}`))
}

function sayAll(sentence: (args: unknown) => string, path: string): Array<[string, string]> {
  // Of a download alone the length may be unknown.
  const asked = path === 'facts.downloading' ? [...sets, { receivedBytes: 7000, totalBytes: undefined }] : sets
  return asked.flatMap((args, at): Array<[string, string]> => {
    const text = sentence(args)
    return text === '' ? [] : [[`${path} ${at}`, text]]
  })
}
