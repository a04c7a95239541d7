import type { Meta, StoryObj } from '@storybook/react-vite'
import { Icon, iconNames } from '../../src/components/icons/Icon.tsx'
import './foundations.css'

const meta = { title: 'Foundations/Icons', parameters: { wide: true } } satisfies Meta

export default meta

/** Drawn on a grid of 20 with a stroke of 1.5, in the colour of the text. */
export const Icons: StoryObj = {
  render: () => (
    <ul className="foundation-grid">
      {iconNames.map((name) => (
        <li key={name}>
          <Icon name={name} />
          <code>{name}</code>
        </li>
      ))}
    </ul>
  ),
}
