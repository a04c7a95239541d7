import { isRetryableCode } from 'attachkit/engine'
import type { ErrorCode } from 'attachkit'
import { refusals, troubles } from './troubles.ts'
import './docs.css'

const codes = Object.keys(troubles) as ErrorCode[]

/** Every error code: what it means, who can act, and what they do. */
export function TroubleList() {
  return (
    <dl className="docs-codes">
      {codes.map((code) => (
        <div key={code} id={code}>
          <dt>
            <code>{code}</code>
            <span>
              Up to: {troubles[code].who}
              {isRetryableCode(code) && ' · retried by itself'}
            </span>
          </dt>
          <dd>{troubles[code].means}</dd>
          <dd>{troubles[code].todo}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Every reason for which a file is not taken. */
export function RefusalList() {
  return (
    <dl className="docs-codes">
      {Object.entries(refusals).map(([code, reason]) => (
        <div key={code} id={`rejected-${code}`}>
          <dt>
            <code>{code}</code>
          </dt>
          <dd>{reason}</dd>
        </div>
      ))}
    </dl>
  )
}
