import { faultPresets } from './faultPresets.ts'

/** The switches of the simulator as a page, for development; it asks `/api/simulator` on its own origin. */
export function switchesPage(): Response {
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "frame-ancestors 'none'",
    },
  })
}

/** Numbers, with what a unit of the page is in the switch's own; empty is null where the switch takes that. */
const numbers = [
  { name: 'latencyMs', label: 'Delay of every answer (ms)', scale: 1 },
  { name: 'uploadBytesPerSecond', label: 'Upload speed (kB/s)', scale: 1000, isOptional: true },
  { name: 'downloadBytesPerSecond', label: 'Download speed (kB/s)', scale: 1000, isOptional: true },
  { name: 'failureRate', label: 'Requests that fail at random (%)', scale: 0.01 },
  { name: 'credentialLifeMs', label: 'Life of a credential (s)', scale: 1000, isOptional: true },
  { name: 'clockSkewMs', label: 'Clock of the servers ahead by (s)', scale: 1000 },
]

const toggles = [
  { name: 'forbidsOverwrite', label: 'Refuses to replace an object' },
  { name: 'strictFormFields', label: 'Refuses form fields that the policy does not name' },
  { name: 'callbackFails', label: 'Stores, and then says that its callback failed' },
]

const script = /* js */ `
const { numbers, toggles, presets } = JSON.parse(document.getElementById('data').textContent)
const byId = (id) => document.getElementById(id)
let switches
async function ask(method, name, body) {
  const init = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}
  const answer = await fetch('/api/simulator/' + name, { method, ...init })
  const json = await answer.json()
  // The list of requests is read every second: it must not take away what a person has to read.
  if (name === 'switches') byId('refusal').textContent = answer.ok ? '' : json.error.message
  return answer.ok ? json : undefined
}
let queue = Promise.resolve()
let waiting = 0
// One after another, and shown once the last is answered: an answer from before must not undo what was set since.
function change(method, bodyOf = () => undefined) {
  waiting += 1
  queue = queue.then(async () => {
    try {
      switches = (await ask(method, 'switches', bodyOf())) ?? switches
    } catch {
      byId('refusal').textContent = 'The server does not answer.'
    }
    waiting -= 1
    if (waiting === 0 && switches) show()
  })
  return queue
}
function show() {
  // What is being typed is not written over.
  for (const { name, scale } of numbers) if (byId(name) !== document.activeElement) byId(name).value = switches[name] === null ? '' : Number((switches[name] / scale).toFixed(6))
  for (const { name } of toggles) byId(name).checked = switches[name]
  byId('scripted').textContent = switches.faults.length === 0 ? 'Nothing scripted.' : switches.faults.length + ' scripted since the last reset.'
}
for (const { name, scale, isOptional } of numbers)
  byId(name).addEventListener('change', ({ target }) => {
    const value = target.value === '' ? (isOptional ? null : 0) : target.valueAsNumber * scale
    change('PUT', () => ({ [name]: value }))
  })
for (const { name } of toggles)
  byId(name).addEventListener('change', ({ target: { checked } }) => change('PUT', () => ({ [name]: checked })))
presets.forEach(({ fault }, index) => byId('preset-' + index).addEventListener('click', () => {
  const times = byId('always').checked ? null : 1
  change('PUT', () => ({ faults: [...switches.faults, { ...fault, times }] }))
}))
byId('reset').addEventListener('click', () => change('DELETE'))
byId('clear').addEventListener('click', async () => list(await ask('DELETE', 'requests')))
function list(requests = []) {
  byId('requests').replaceChildren(...requests.slice(-30).reverse().map(({ plane, method, path, status }) => {
    const row = document.createElement('tr')
    row.append(...[plane, method, path, status].map((text) => {
      const cell = document.createElement('td')
      cell.textContent = text
      return cell
    }))
    return row
  }))
}
await change('GET')
setInterval(async () => { if (!document.hidden) list(await ask('GET', 'requests')) }, 1000)
`

const field = ({ name, label }: { name: string; label: string }, type: string, rest = '') =>
  `<label for="${name}">${label}</label><input id="${name}" type="${type}"${rest}>`

const html = /* html */ `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Switches of the store</title>
<style>
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
body { max-inline-size: 46rem; margin: 2rem auto; padding-inline: 1rem }
fieldset { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 8px; margin-block: 1rem; padding: .75rem 1rem }
.grid { display: grid; grid-template-columns: 1fr max-content; gap: .4rem 1rem; align-items: center }
input[type=number] { inline-size: 8rem; font: inherit }
button { font: inherit; padding: .25rem .75rem }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center }
td { padding-inline-end: 1rem; vertical-align: top; overflow-wrap: anywhere }
[role=alert] { color: light-dark(#b3261e, #f2b8b5) }
</style>
<main>
<h1>Switches of the store</h1>
<p>They count at once, for every page that uploads here. By HTTP: <code>GET</code>, <code>PUT</code> and <code>DELETE /api/simulator/switches</code>.</p>
<fieldset class="grid"><legend>Time and chance</legend>${numbers.map((each) => field(each, 'number', ' step="any" min="-86400"')).join('')}</fieldset>
<fieldset class="grid"><legend>Store</legend>${toggles.map((each) => field(each, 'checkbox')).join('')}</fieldset>
<fieldset><legend>The next request that fits</legend>
<p class="row">${faultPresets.map(({ label }, index) => `<button id="preset-${index}" type="button">${label}</button>`).join('')}</p>
<p class="row"><input id="always" type="checkbox"><label for="always">and every one after it, until the reset</label></p>
<p id="scripted" aria-live="polite"></p></fieldset>
<p class="row"><button id="reset" type="button">Reset all switches</button> <span id="refusal" role="alert"></span></p>
<h2>Latest requests</h2>
<p><button id="clear" type="button">Forget them</button></p>
<table aria-label="Latest requests"><tbody id="requests"></tbody></table>
</main>
<script type="application/json" id="data">${JSON.stringify({ numbers, toggles, presets: faultPresets })}</script>
<script type="module">${script}</script>
</html>
`
