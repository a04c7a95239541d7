import type { Refusal } from './refusals.ts'

const gone = 'Zendesk knows no such upload or attachment: a token that is on no ticket ends after 60 minutes.'

/** What Zendesk refuses with; what has no code here is told by its status. */
export const zendeskRefusals: Readonly<Record<string, Refusal>> = {
  'HTTP-401': { sentence: 'Zendesk does not take the token: check ZENDESK_EMAIL and ZENDESK_API_TOKEN.' },
  'HTTP-403': { sentence: 'The token’s person may not do this.' },
  'HTTP-404': { sentence: gone },
  'HTTP-413': { sentence: 'The file is larger than Zendesk takes.' },
  'HTTP-429': { sentence: 'Too many calls at the moment.' },
  RecordNotFound: { sentence: gone },
  RecordInvalid: { sentence: 'Zendesk does not take the file: check the account’s allowed file types.' },
  AttachmentTooLarge: { sentence: 'The file is larger than Zendesk takes.' },
  InvalidEndpoint: { status: 500, sentence: 'There is no such API: check ZENDESK_SUBDOMAIN.' },
}
