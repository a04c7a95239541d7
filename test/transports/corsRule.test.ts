import { describe, expect, it } from 'vitest'
import { ossCorsRule, s3CorsRule } from '../../src/transports/corsRule.ts'

const need = { origin: 'https://desk.example', method: 'PUT', headers: ['content-type', 'x-oss-date'] }

describe('CORS rules to paste', () => {
  it('R21 writes a rule for S3', () => {
    const [rule] = (JSON.parse(s3CorsRule(need)) as { CORSRules: Record<string, unknown>[] }).CORSRules
    expect(rule).toMatchObject({
      AllowedOrigins: ['https://desk.example'],
      AllowedMethods: ['PUT', 'GET', 'HEAD'],
      AllowedHeaders: ['content-type', 'x-oss-date'],
    })
    expect(rule!.ExposeHeaders).toContain('ETag')
  })

  it('R21 writes a rule for OSS, which takes no star among the exposed headers', () => {
    const rule = ossCorsRule({ ...need, headers: [] })
    expect(rule).toContain('<AllowedOrigin>https://desk.example</AllowedOrigin>')
    expect(rule).toContain('<AllowedHeader>*</AllowedHeader>')
    expect(rule).toContain('<ExposeHeader>x-oss-request-id</ExposeHeader>')
    expect(rule).not.toContain('<ExposeHeader>*')
  })
})
