import { readFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { createAlibabaCloudBackupHandler } from '../../src/server/vendors/createAlibabaCloudBackupHandler.ts'
import { createAlibabaTicketHandler } from '../../src/server/vendors/createAlibabaTicketHandler.ts'
import { createDingtalkStorageHandler } from '../../src/server/vendors/createDingtalkStorageHandler.ts'
import { createHuaweiCocHandler } from '../../src/server/vendors/createHuaweiCocHandler.ts'
import { accessKey, createVendorHarness, type VendorHarness } from '../server/vendors/vendorHarness.ts'
import { endpoint, fileOf, play, type Golden, type GoldenExchange, type GoldenRequest } from './vendorExchange.ts'

const names = ['alibaba-ticket', 'alibaba-cloud-backup', 'huawei-coc', 'dingtalk-storage']
const files = await Promise.all(names.map(readGolden))
const ajv = new Ajv({ strict: false, allowUnionTypes: true })
const named = (of: 'exchanges' | 'refusals') =>
  files.flatMap((golden) =>
    golden[of].map((exchange) => ({ golden, exchange, title: `${golden.adapter}: ${exchange.name}` })),
  )
const answered = named('exchanges').filter(({ exchange }) => exchange.answer?.schema !== undefined)

describe('R78 the golden requests and answers of the vendors', () => {
  it.each(named('exchanges'))('$title is what the adapter asks, and what it makes of the answer', async (given) => {
    const { asked, outcome } = await play(given.golden, given.exchange)
    const { request, outcome: expected } = given.exchange
    expect({ asked, outcome }).toEqual({ asked: request ? [request] : [], outcome: expected })
  })

  it.each(named('refusals'))('$title is what the adapter tells of the refusal', async ({ golden, exchange }) => {
    expect((await play(golden, exchange)).outcome).toEqual(exchange.outcome)
    expect(golden.exchanges.map(({ name }) => name)).toContain(exchange.of)
  })

  it.each(answered)('$title asks of an answer what the adapter needs, and no more', async ({ golden, exchange }) => {
    const { answer } = exchange
    expect(fits(answer?.schema, answer?.example)).toBe(true)
    for (const lacking of withoutEach(answer?.example)) {
      const isTaken = !isFailure(await outcomeOf(golden, exchange, lacking))
      expect({ lacking, isTaken }).toEqual({ lacking, isTaken: fits(answer?.schema, lacking) })
    }
  })
})

/** Our own handlers of the vendors, held against the same files as a backend in another language. */
const backends: Readonly<Record<string, () => VendorHarness>> = {
  'attachkit/adapters/alibaba-ticket': () =>
    createVendorHarness('alibaba-ticket', (place) => createAlibabaTicketHandler({ ...place, ...allowed })),
  'attachkit/adapters/alibaba-cloud-backup': () =>
    createVendorHarness('alibaba-cloud-backup', (place) => createAlibabaCloudBackupHandler({ ...place, ...allowed })),
  'attachkit/adapters/huawei-coc': () =>
    createVendorHarness('huawei-coc', (place) => createHuaweiCocHandler({ ...place, ...allowed })),
  'attachkit/adapters/dingtalk-storage': () =>
    createVendorHarness('dingtalk-storage', (place) =>
      createDingtalkStorageHandler({ ...place, app, authorize: () => actor }),
    ),
}
const allowed = { accessKey, authorize: () => true as const }
const app = { clientId: accessKey.id, clientSecret: accessKey.secret }
const actor = { unionId: 'union-7', parentDentryUuid: 'folder-9' }

describe('R78 the kit’s own handlers', () => {
  it.each(answered)('pass on what the vendor answers to $title', async ({ golden, exchange }) => {
    const response = await answerOf(golden, exchange)
    expect(response.status).toBe(exchange.answer?.status)
    expect(response.headers.get('date')).toBe(exchange.answer?.headers['date'])
    expect(await response.json()).toEqual(exchange.answer?.example)
  })

  it.each(named('refusals').filter(({ exchange }) => exchange.answer))(
    'pass on $title, so that the page tells it as it should',
    async ({ golden, exchange }) => {
      const response = await answerOf(golden, exchange)
      const answer = { status: response.status, headers: Object.fromEntries(response.headers) }
      const { outcome } = await play(golden, { ...exchange, answer }, await response.json())
      expect(outcome).toEqual(exchange.outcome)
    },
  )
})

/** The vendor's answer as it comes out of the handler; a token is had of the simulator. */
async function answerOf(golden: Golden, { answer, of, request }: GoldenExchange): Promise<Response> {
  const backend = backends[golden.adapter]?.()
  const asked = request ?? golden.exchanges.find(({ name }) => name === of)?.request
  if (!backend || !asked) throw new TypeError(`${golden.adapter} has no backend or no request`)
  backend.breakVendor(({ url }) =>
    url.endsWith('/accessToken')
      ? undefined
      : Response.json(answer?.example, { ...answer, status: answer?.status ?? 0 }),
  )
  return backend.handler(sent(asked, golden))
}

function sent({ method, path, headers, form, body, parts }: GoldenRequest, golden: Golden): Request {
  const json = body === undefined ? null : JSON.stringify(body)
  const content = parts ? formOf(parts, golden) : form ? new URLSearchParams(form) : json
  return new Request(`${endpoint}/${path}`, { method, headers, body: content })
}

function formOf(parts: NonNullable<GoldenRequest['parts']>, golden: Golden): FormData {
  const form = new FormData()
  for (const { name, value } of parts) form.append(name, value ?? fileOf(golden))
  return form
}

/** What the bytes were answered is read by the commit, whatever else is read by the call itself. */
async function outcomeOf(golden: Golden, exchange: GoldenExchange, example: unknown): Promise<unknown> {
  if (exchange.call !== 'send') return (await play(golden, exchange, example)).outcome
  const receipt = { status: 200, headers: {}, body: JSON.stringify(example) }
  const given = { handle: 'item-1', receipt }
  return (await play(golden, { name: 'commit', call: 'commitUpload', given })).outcome
}

const isFailure = (outcome: unknown) => typeof outcome === 'object' && outcome !== null && 'error' in outcome
const fits = (schema: object | undefined, value: unknown) => ajv.validate(schema ?? {}, value)

/** The answer as many times as it has members, each time without one of them, however deep. */
function withoutEach(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown, at) => withoutEach(each).map((lacking) => value.with(at, lacking) as unknown))
  }
  return Object.entries(value).flatMap(([name, each]) => {
    const { [name]: _left, ...others } = value as Record<string, unknown>
    return [others, ...withoutEach(each).map((lacking) => ({ ...value, [name]: lacking }))]
  })
}

async function readGolden(name: string): Promise<Golden> {
  const file = new URL(`../../src/testing/golden/${name}.json`, import.meta.url)
  return JSON.parse(await readFile(file, 'utf8')) as Golden
}
