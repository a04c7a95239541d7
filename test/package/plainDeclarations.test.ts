import { expect, it } from 'vitest'
import { plainDeclarations } from './api/plainDeclarations.ts'

const declarations = `import type { Item } from './engine/item.ts';
/**
 * What a session holds.
 */
export interface State {
    // Never shown.
    items: readonly Item[];
    /** @default 3 */
    concurrency?: number;
}
export { createSession } from "./engine/session.ts";
export declare const late: Promise<typeof import('./late.tsx')>;
//# sourceMappingURL=state.d.ts.map`

it('keeps every declaration and no comment', () => {
  expect(plainDeclarations(declarations).text.split('\n')).toEqual([
    "import type { Item } from './engine/item.ts';",
    'export interface State {',
    '    items: readonly Item[];',
    '    concurrency?: number;',
    '}',
    'export { createSession } from "./engine/session.ts";',
    "export declare const late: Promise<typeof import('./late.tsx')>;",
  ])
})

it('finds the files that it leads to', () => {
  expect(plainDeclarations(declarations).imports).toEqual([
    './engine/item.d.ts',
    './engine/session.d.ts',
    './late.d.ts',
  ])
})
