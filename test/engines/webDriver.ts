/** One session of the W3C WebDriver protocol, as far as the suites need it (https://www.w3.org/TR/webdriver2/). */
export interface WebDriverSession {
  capabilities: { browserName: string; browserVersion: string }
  /** A command of the session: its method, its path after the session's, and what it takes. */
  command<R>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<R>
  /** Runs the text of a function body and gives what it returns, or what that resolves to. */
  run<R>(script: string): Promise<R>
  end(): Promise<void>
}

/** A reference to an element, under the key that the protocol gives it. */
export type ElementReference = Readonly<Record<string, string>>

const scriptPatienceMs = 600_000

/** @param capabilities what every session of this driver must have */
export async function startSession(driverUrl: string, capabilities: object): Promise<WebDriverSession> {
  const { sessionId, capabilities: granted } = await call<{
    sessionId: string
    capabilities: WebDriverSession['capabilities']
  }>(driverUrl, 'POST', '/session', { capabilities: { alwaysMatch: capabilities } })
  const command: WebDriverSession['command'] = (method, path, body) =>
    call(driverUrl, method, `/session/${sessionId}${path}`, body)
  await command('POST', '/timeouts', { script: scriptPatienceMs })
  return {
    capabilities: granted,
    command,
    run: (script) => command('POST', '/execute/sync', { script, args: [] }),
    end: () => command('DELETE', ''),
  }
}

/** Whether somebody answers there. */
export async function isDriverReady(driverUrl: string): Promise<boolean> {
  return call(driverUrl, 'GET', '/status').then(
    () => true,
    () => false,
  )
}

async function call<R>(driverUrl: string, method: string, path: string, body?: object): Promise<R> {
  // WebKitWebDriver refuses a POST without a body.
  const init = method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}
  const response = await fetch(driverUrl + path, { method, ...init })
  const { value } = (await response.json()) as { value: R & { error?: string; message?: string } }
  if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`)
  return value
}
