import { useId } from 'react'

interface SwitchNumberProps {
  label: string
  unit: string
  /** In the switch's own unit; null is off. */
  value: number | null
  /** What one of the shown units is in the switch's own. @default 1 */
  scale?: number | undefined
  /** With null when the field was emptied. Called when the field is left or Enter is pressed. */
  onChange: (value: number | null) => void
}

/** A number of the simulator, shown in a unit people think in. */
export function SwitchNumber({ label, unit, value, scale = 1, onChange }: SwitchNumberProps) {
  const id = useId()
  const shown = value === null ? '' : String(round(value / scale))
  const commit = (text: string) => {
    if (text === shown) return
    const number = Number(text)
    onChange(text.trim() === '' || !Number.isFinite(number) ? null : round(number * scale))
  }
  return (
    <p className="switch-number">
      <label htmlFor={id}>{label}</label>
      <input
        // Another value from outside (a reset) starts the field anew.
        key={shown}
        id={id}
        type="number"
        defaultValue={shown}
        placeholder="off"
        onBlur={(event) => commit(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && commit(event.currentTarget.value)}
      />
      <span className="quiet">{unit}</span>
    </p>
  )
}

/** Without the tail that dividing leaves, as in 0.07 / 0.01. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
