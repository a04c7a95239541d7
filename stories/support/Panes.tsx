import type { ReactNode } from 'react'

const panes = [
  { caption: 'Light', theme: 'light', dir: 'ltr', density: 'regular' },
  { caption: 'Dark', theme: 'dark', dir: 'ltr', density: 'regular' },
  { caption: 'Right to left', theme: 'light', dir: 'rtl', density: 'regular' },
  { caption: 'Compact', theme: 'light', dir: 'ltr', density: 'compact' },
] as const

/** The same thing in light, dark, right-to-left and compact, side by side. */
export function Panes({ children }: { children: (caption: string) => ReactNode }) {
  return (
    <div className="story-panes">
      {panes.map(({ caption, theme, dir, density }) => (
        <section
          key={caption}
          className="story-pane"
          data-theme={theme}
          data-density={density}
          dir={dir}
          aria-label={caption}
        >
          <p className="story-caption">{caption}</p>
          {children(caption)}
        </section>
      ))}
    </div>
  )
}
