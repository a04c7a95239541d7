import type { Switches } from '../../src/dev-server/index.ts'
import { faultPresets } from './faultPresets.ts'
import { SwitchNumber } from './SwitchNumber.tsx'
import { useSwitches } from './useSwitches.ts'

const toggles: ReadonlyArray<readonly [keyof Switches, string]> = [
  ['drainBeforeError', 'Read the whole body before an error'],
  ['forbidsOverwrite', 'Refuse to replace an object'],
  ['strictFormFields', 'Refuse fields the policy does not name'],
  ['callbackFails', 'Store, then fail the callback (203)'],
]

/** Lets whoever looks at the page make the network and the vendors misbehave. Changes count at once, for all pages. */
export function SimulatorPanel() {
  const { switches, set, refusal } = useSwitches()
  return (
    <details className="simulator">
      <summary>Simulator</summary>
      {switches && (
        <div className="simulator-body">
          <fieldset>
            <legend>Network</legend>
            <SwitchNumber
              label="Latency"
              unit="ms"
              value={switches.latencyMs}
              onChange={(latencyMs) => set({ latencyMs: latencyMs ?? 0 })}
            />
            <SwitchNumber
              label="Upload speed"
              unit="kB/s"
              scale={1000}
              value={switches.uploadBytesPerSecond}
              onChange={(value) => set({ uploadBytesPerSecond: value })}
            />
            <SwitchNumber
              label="Download speed"
              unit="kB/s"
              scale={1000}
              value={switches.downloadBytesPerSecond}
              onChange={(value) => set({ downloadBytesPerSecond: value })}
            />
            <SwitchNumber
              label="Requests that fail"
              unit="%"
              scale={0.01}
              value={switches.failureRate}
              onChange={(value) => set({ failureRate: value ?? 0 })}
            />
          </fieldset>
          <fieldset>
            <legend>Credentials</legend>
            <SwitchNumber
              label="Credential life"
              unit="s"
              scale={1000}
              value={switches.credentialLifeMs}
              onChange={(value) => set({ credentialLifeMs: value })}
            />
            <SwitchNumber
              label="Servers' clock ahead"
              unit="s"
              scale={1000}
              value={switches.clockSkewMs}
              onChange={(value) => set({ clockSkewMs: value ?? 0 })}
            />
          </fieldset>
          <fieldset>
            <legend>Store</legend>
            {toggles.map(([name, label]) => (
              <label key={name} className="toggle">
                <input
                  type="checkbox"
                  checked={switches[name] === true}
                  onChange={(event) => set({ [name]: event.target.checked })}
                />
                {label}
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend>Next requests</legend>
            <p className="simulator-presets">
              {faultPresets.map(({ label, fault }) => (
                <button key={label} type="button" onClick={() => set({ faults: [...switches.faults, fault] })}>
                  {label}
                </button>
              ))}
            </p>
            <p className="quiet" aria-live="polite">
              {switches.faults.length === 0
                ? 'Nothing scripted.'
                : `${switches.faults.length} scripted since the last reset.`}
            </p>
          </fieldset>
          <p>
            <button type="button" onClick={() => set(null)}>
              Reset the simulator
            </button>
            {refusal !== undefined && <span role="alert"> {refusal}</span>}
          </p>
        </div>
      )}
    </details>
  )
}
