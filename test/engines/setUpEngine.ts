import { afterAll, beforeAll } from 'vitest'
import type { Engine, EngineName } from './enginePage.ts'
import { launchFirefox } from './firefox.ts'
import { launchWebKit } from './webkit.ts'

const launchers = { firefox: launchFirefox, webkit: launchWebKit } as const

/** One browser for the tests of a file. */
export function setUpEngine(name: EngineName): Pick<Engine, 'newPage'> {
  let engine: Engine | undefined
  beforeAll(async () => {
    engine = await launchers[name]()
  })
  afterAll(() => engine?.close())
  return {
    newPage() {
      if (!engine) throw new Error(`${name} has not started.`)
      return engine.newPage()
    },
  }
}
