import { expect, it } from 'vitest'
import { readOptions } from '../../bench/options.ts'
import { judge } from '../../bench/report/bars.ts'
import { placeBetweenMarks } from '../../bench/report/readme.ts'
import { summarise } from '../../bench/report/summary.ts'
import { formatTable } from '../../bench/report/table.ts'
import { drawFault } from '../../bench/server/faults.ts'
import { countOrphans } from '../../bench/measures/faults.ts'

const measure = {
  id: 'large',
  title: 'One file',
  about: 'sent once',
  floor: 'floor',
  figures: [
    { id: 'wallMs', label: 'wall', unit: 'ms', comparesWithFloor: true },
    { id: 'heapMb', label: 'heap', unit: 'MB' },
  ],
} as const

const rounds = (...walls: number[]) => walls.map((wallMs) => ({ wallMs, heapMb: 1.5 }))

it('compares medians with the floor of the same run', () => {
  const { rows } = summarise(measure, [
    { id: 'floor', name: 'floor', rounds: rounds(900, 1000, 1100) },
    { id: 'kit-hooks', name: 'kit', rounds: rounds(1200, 1010, 990) },
  ])
  expect(rows[1]!.cells['wallMs']!.ratio).toBeCloseTo(1.01)
  expect(rows[1]!.cells['heapMb']!.ratio).toBeNaN()
})

it('writes a table with spread, ratio and the reason of a gap', () => {
  const summary = summarise(measure, [
    { id: 'floor', name: 'floor', rounds: rounds(900, 1000, 1100) },
    { id: 'kit-hooks', name: 'kit', rounds: rounds(2000) },
    { id: 'peer', name: 'peer', rounds: [], problem: 'no end after 120 s' },
  ])
  expect(formatTable(summary)).toBe(`**One file**: sent once.

|       |                  wall |   heap |
| ----- | --------------------: | -----: |
| floor | 1.00 s ±10 % (1.00 ×) | 1.5 MB |
| kit   |       2.00 s (2.00 ×) | 1.5 MB |
| peer  |    no end after 120 s |        |
`)
})

it('judges only the bars whose figures are there', () => {
  const summary = summarise(measure, [
    { id: 'floor', name: 'floor', rounds: rounds(1000) },
    { id: 'kit-hooks', name: 'kit', rounds: rounds(1030) },
  ])
  expect(judge([summary]).map(({ isMet, text }) => [text, isMet])).toEqual([
    ['1 GiB, wall to the floor', false],
    ['1 GiB, heap growth', true],
  ])
})

it('judges nothing against peers that did not run', () => {
  const summary = summarise({ ...measure, id: 'small-3' }, [
    { id: 'floor', name: 'floor', rounds: rounds(1000) },
    { id: 'kit-hooks', name: 'kit', rounds: rounds(800) },
  ])
  expect(judge([summary]).map(({ text }) => text)).toEqual([
    '1,000 small files one by one, 3 at once, signed PUTs, to the floor',
  ])
})

it('replaces what stands between the marks, and nothing else', () => {
  const text = 'a\n<!-- bench:start -->\nold\n<!-- bench:end -->\nz\n'
  expect(placeBetweenMarks(text, 'new\n')).toBe('a\n<!-- bench:start -->\nnew\n<!-- bench:end -->\nz\n')
  expect(() => placeBetweenMarks('no marks', 'new')).toThrow('bench:start')
})

it('draws the same faults from the same seed, near the rate', () => {
  const draw = (seed: number) => Array.from({ length: 2000 }, (_, at) => drawFault(seed, 0.1, `f-${at}`, 1))
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
  const faults = draw(1).filter((fault) => fault !== undefined)
  expect(faults.length).toBeGreaterThan(150)
  expect(faults.length).toBeLessThan(250)
  expect(new Set(faults).size).toBe(4)
})

it('counts second objects of a file and objects of a failed one as orphans', () => {
  const object = (name: string) => ({ name, bytes: 1 })
  const objects = { 'a~1': object('a'), 'a~2': object('a'), 'b~1': object('b'), 'c~1': object('c') }
  expect(countOrphans(objects, ['c'])).toBe(2)
})

it('reads what the command line asks for', () => {
  expect(readOptions(['--only', 'large,rows', '--rounds', '7'])).toMatchObject({ only: ['large', 'rows'], rounds: 7 })
  expect(readOptions(['--quick'])).toMatchObject({ rounds: 2, readme: false })
  expect(() => readOptions(['--rounds', 'many'])).toThrow('--rounds')
})
