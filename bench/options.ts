import { parseArgs } from 'node:util'

export interface BenchOptions {
  /** Measures whose id begins with one of these; empty: all. */
  only: readonly string[]
  /** Subjects by id; empty: all. */
  subjects: readonly string[]
  rounds: number
  /** Write the result into the README. */
  readme: boolean
  /** Keep what the last run measured and this one leaves out. */
  keep: boolean
  /** Take the kit as it was built last. */
  skipBuild: boolean
}

export const help = `npm run bench -- [options]

  --only large,rows     measures whose name begins so: bundle, large, small, intake, rows, leak, faults
  --subjects kit,uppy   subjects by id
  --rounds 5            rounds of each measure, subjects in turn
  --quick               two rounds
  --keep                keep what the last run measured and this one leaves out
  --readme              write the tables into README.md
  --skip-build          take dist as it is
`

export function readOptions(args: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      subjects: { type: 'string', default: '' },
      rounds: { type: 'string', default: '5' },
      quick: { type: 'boolean', default: false },
      readme: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      'skip-build': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  const rounds = values.quick ? 2 : Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`bench: --rounds takes a whole number, not ${values.rounds}`)
  return {
    only: listOf(values.only),
    subjects: listOf(values.subjects),
    rounds,
    readme: values.readme,
    keep: values.keep,
    skipBuild: values['skip-build'],
  }
}

function listOf(text: string): string[] {
  return text.split(',').filter((part) => part !== '')
}
