import type { Meta, StoryObj } from '@storybook/react-vite'
import { http } from 'msw/http'
import { useContext, useEffect } from 'react'
import { expect, userEvent, waitFor } from 'storybook/test'
import { createSimulator, simulatorHandlers } from '../../src/testing/index.ts'
import { faultPresets } from '../helpdesk/faultPresets.ts'
import { UploadSession } from '../helpdesk/UploadSession.tsx'
import { vendorSystems } from '../helpdesk/vendorSystems.ts'
import { RecipeFrame } from '../recipes/RecipeFrame.tsx'
import { NetworkContext, networks } from '../support/networks.ts'
import { pickFiles } from '../support/pickFiles.ts'
import { SessionFiles } from './SessionFiles.tsx'

const storeUrl = 'https://store.example.test'
const simulator = createSimulator({ storeUrl })

interface VendorFlowProps {
  /** Whose API is spoken. */
  vendor: string
  latencyMs: number
  /** Fraction of requests that fail at random. */
  failureRate: number
  /** Strikes the next request it is for, once. */
  fault: string
}

/**
 * The real adapters and transports against the simulator: signed addresses are checked, refusals are the vendors' own. It
 * answers through a service worker, under which browsers tell no upload progress: the bars say that something moves, and no
 * more. For progress see Pace and failure, or the helpdesk page of `npm start`.
 */
function VendorFlow({ vendor, latencyMs, failureRate, fault }: VendorFlowProps) {
  const { switches } = networks[useContext(NetworkContext)]
  const system = vendorSystems.find(({ name }) => name === vendor) ?? vendorSystems[0]
  useEffect(() => {
    const preset = faultPresets.find(({ label }) => label === fault)
    simulator.switchboard.reset()
    simulator.switchboard.set({ latencyMs, failureRate, faults: preset ? [preset.fault] : [], ...switches })
  }, [latencyMs, failureRate, fault, switches])
  return (
    <UploadSession key={system.name} system={system} draftId="flow">
      {(session) => <SessionFiles session={session} adapter={system.adapter} />}
    </UploadSession>
  )
}

const meta = {
  title: 'Flows/Against the simulator',
  component: VendorFlow,
  args: { vendor: vendorSystems[0].name, latencyMs: 200, failureRate: 0, fault: 'none' },
  argTypes: {
    vendor: { control: 'select', options: vendorSystems.map(({ name }) => name) },
    latencyMs: { control: { type: 'range', min: 0, max: 5000, step: 100 } },
    failureRate: { control: { type: 'range', min: 0, max: 1, step: 0.05 } },
    fault: { control: 'select', options: ['none', ...faultPresets.map(({ label }) => label)] },
  },
  beforeEach: ({ msw }) => msw.use(...simulatorHandlers(http, simulator, { storeUrl })),
  decorators: [
    (Story) => (
      <RecipeFrame>
        <Story />
      </RecipeFrame>
    ),
  ],
} satisfies Meta<typeof VendorFlow>

export default meta
type Story = StoryObj<typeof meta>

/** What stays until somebody does something is waited for, never a state on the way. */
const patiently = { timeout: 15_000 }

const isAttached = (canvasElement: HTMLElement) =>
  waitFor(() => expect(canvasElement.querySelector('li[data-status="done"]')).toBeVisible(), patiently)

const log = () => new File(['the log of the export'], 'export.txt', { lastModified: 0 })

const attaches: NonNullable<Story['play']> = async ({ canvasElement }) => {
  pickFiles(canvasElement, log())
  await isAttached(canvasElement)
}

export const AlibabaTicket: Story = { play: attaches }
export const AlibabaCloudBackup: Story = { args: { vendor: 'alibaba-cloud-backup' }, play: attaches }
export const HuaweiCoc: Story = { args: { vendor: 'huawei-coc' }, play: attaches }
export const DingtalkStorage: Story = { args: { vendor: 'dingtalk-storage' }, play: attaches }

/** Refused by the store, shown in words, and attached by Retry. */
export const RefusedThenRetried: Story = {
  args: { fault: 'Upload refused (403)' },
  play: async ({ canvas, canvasElement }) => {
    pickFiles(canvasElement, log())
    await userEvent.click(await canvas.findByRole('button', { name: 'Retry export.txt' }, patiently))
    await isAttached(canvasElement)
  },
}

/** The page was signed out: the file waits, and goes on once somebody has signed in. */
export const SignedOut: Story = {
  args: { fault: 'Session ended (401)' },
  play: async ({ canvas, canvasElement }) => {
    pickFiles(canvasElement, log())
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign in' }, patiently))
    await isAttached(canvasElement)
  },
}
