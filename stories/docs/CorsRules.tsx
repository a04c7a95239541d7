import { ossCorsRule, s3CorsRule } from '../../src/transports/corsRule.ts'
import { Code } from './Code.tsx'

const need = {
  origin: 'https://desk.example.com',
  method: 'PUT',
  headers: ['content-type', 'content-md5', 'authorization', 'x-oss-date'],
}

/** The rules that the kit prints when a store refuses, made by the same function. */
export function S3CorsRule() {
  return <Code code={s3CorsRule(need)} language="json" />
}

export function OssCorsRule() {
  return <Code code={ossCorsRule(need)} language="html" />
}
