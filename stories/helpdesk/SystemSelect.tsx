import type { HelpdeskSystem } from './systems.ts'

interface SystemSelectProps {
  systems: readonly HelpdeskSystem[]
  current: string
  onChange: (name: string) => void
}

/** Chooses where the attachments of a new reply are kept. */
export function SystemSelect({ systems, current, onChange }: SystemSelectProps) {
  return (
    <label className="system">
      <span>Attachments in</span>
      <select value={current} onChange={(event) => onChange(event.target.value)}>
        {systems.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
