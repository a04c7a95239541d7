import '../../src/styles/themes/clay.css'
import '../../src/styles/themes/signal.css'
import '../../src/styles/themes/slate.css'

/** The token sets that ship, by the value of `data-attachkit-theme`; `default` has none. */
export const tokenSets = ['default', 'slate', 'clay', 'signal'] as const

export type TokenSet = (typeof tokenSets)[number]
