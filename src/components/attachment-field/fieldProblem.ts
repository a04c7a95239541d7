import type { SessionState } from '../../engine/sessionTypes.ts'
import { isUnfinished, selectFailed } from '../../engine/selectors.ts'
import type { Messages } from '../../messages/messages.ts'
import { displayName } from '../../engine/displayName.ts'
import type { FieldProblem } from './attachmentFieldContext.ts'

/** What a form asks of its attachments. */
export interface FieldRules {
  required: boolean
  min: number | undefined
  max: number | undefined
  /** Whether files that are still on their way, or failed, make the field invalid. */
  isBusyInvalid: boolean
}

interface Problem {
  kind: FieldProblem
  text: string
}

/** The one thing to do first before the form can be sent; undefined when it can. */
export function fieldProblem(
  state: SessionState,
  count: number,
  { required, min, max, isBusyInvalid }: FieldRules,
  { field }: Messages,
): Problem | undefined {
  const unfinished = [...state.items.values()].filter(isUnfinished).length
  const failed = selectFailed(state)
  if (isBusyInvalid && unfinished > 0) return { kind: 'busy', text: field.busy({ count: unfinished }) }
  if (isBusyInvalid && failed.length > 0) {
    return { kind: 'failed', text: field.failed({ names: failed.map(({ meta }) => displayName(meta.name)) }) }
  }
  if (required && count === 0 && unfinished === 0) return { kind: 'required', text: field.required }
  if (min !== undefined && count > 0 && count + unfinished < min)
    return { kind: 'too-few', text: field.tooFew({ min }) }
  if (max !== undefined && count + unfinished > max) return { kind: 'too-many', text: field.tooMany({ max }) }
  return undefined
}
