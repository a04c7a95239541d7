import type { FileTypeGroup, Messages } from './messages.ts'

/** Type names that their MIME type does not spell. */
const names: Readonly<Record<string, string>> = {
  'application/zip': 'ZIP',
  'image/svg+xml': 'SVG',
  'image/jpeg': 'JPG',
  'text/plain': 'TXT',
  'application/msword': 'Word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.ms-excel': 'Excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.ms-powerpoint': 'PowerPoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
}

/** The accepted types as people call them: "PDF", "images". Each once; empty when all are accepted. */
export function describeTypes(accept: readonly string[] | undefined, messages: Messages): string[] {
  return [...new Set((accept ?? []).map((rule) => describeType(rule.trim().toLowerCase(), messages)))]
}

function describeType(rule: string, { fileTypes }: Messages): string {
  if (rule.startsWith('.')) return rule === '.jpeg' ? 'JPG' : rule.slice(1).toUpperCase()
  const [group = '', subtype = ''] = rule.split('/')
  if (subtype === '*') return group in fileTypes ? fileTypes[group as FileTypeGroup] : rule
  return names[rule] ?? subtype.replace(/^x-/, '').toUpperCase()
}
