import { findCorsRule, readCorsQuestion, type CorsRule } from './cors.ts'
import { StoreError } from './storeError.ts'

/**
 * Answers an OPTIONS request. The CORS headers every answer gets are added later; here come those of preflights alone.
 * @throws StoreError 403 AccessForbidden when no rule fits, 400 when it is no preflight
 */
export function answerPreflight(request: Request, rules: readonly CorsRule[]): Response {
  const question = readCorsQuestion(request)
  if (!question || !request.headers.has('access-control-request-method')) {
    throw new StoreError(400, 'BadRequest', 'Origin and Access-Control-Request-Method are needed.')
  }
  if (!findCorsRule(rules, question)) throw corsForbidden()
  const { headers = [] } = question
  const allowed = headers.length > 0 ? { 'access-control-allow-headers': headers.join(', ') } : undefined
  return new Response(null, { status: 200, headers: { ...allowed } })
}

function corsForbidden(): StoreError {
  return new StoreError(
    403,
    'AccessForbidden',
    'CORSResponse: This CORS request is not allowed. This is usually because the evaluation of Origin, request method / ' +
      "Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
    { isBeforeAuthorised: true },
  )
}
