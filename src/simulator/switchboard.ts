import { isPreflight, matchesFault, type Exchange, type Fault, type ScriptedFault } from './faults.ts'
import { createSeededRandom } from './seededRandom.ts'
import { applySwitches, defaultSwitches, type Switches } from './switches.ts'

/** The switches of one running simulator, with what its script has already used up. */
export interface Switchboard {
  get(): Switches
  /**
   * Changes the switches that are named. A new `faults` list or `seed` starts the script or the dice anew.
   * @throws TypeError that names a switch it does not take
   */
  set(change: unknown): Switches
  /** Back to the defaults. */
  reset(): void
  /** The fault that strikes this exchange, if any. Counts: ask once per exchange. */
  draw(exchange: Exchange): Fault | undefined
}

export function createSwitchboard(initial: Partial<Switches> = {}): Switchboard {
  let switches = applySwitches(defaultSwitches, initial)
  let script = startScript(switches.faults)
  let random = createSeededRandom(switches.seed)

  function replace(next: Switches) {
    if (next.faults !== switches.faults) script = startScript(next.faults)
    if (next.seed !== switches.seed) random = createSeededRandom(next.seed)
    switches = next
  }

  return {
    get: () => switches,
    set(change) {
      replace(applySwitches(switches, change))
      return switches
    },
    reset() {
      replace(defaultSwitches)
      random = createSeededRandom(switches.seed)
    },
    draw(exchange) {
      const scripted = nextScripted(script, exchange)
      if (scripted || isPreflight(exchange) || switches.failureRate === 0) return scripted
      if (random() >= switches.failureRate) return undefined
      return switches.failures[Math.floor(random() * switches.failures.length)]
    },
  }
}

interface ScriptLine {
  scripted: ScriptedFault
  seen: number
}

function startScript(faults: readonly ScriptedFault[]): ScriptLine[] {
  return faults.map((scripted) => ({ scripted, seen: 0 }))
}

/** Every line that matches counts the exchange, so that "the second PUT" means the second PUT whatever struck the first. */
function nextScripted(script: ScriptLine[], exchange: Exchange): Fault | undefined {
  let struck: Fault | undefined
  for (const line of script) {
    const { match = {}, after = 0, times = 1, fault } = line.scripted
    if (!matchesFault(match, exchange)) continue
    line.seen += 1
    const isDue = line.seen > after && (times === null || line.seen <= after + times)
    if (isDue) struck ??= fault
  }
  return struck
}
