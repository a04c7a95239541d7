/**
 * Why DingTalk would refuse a name, undefined when it is fine. Spaces around it are taken off by the server.
 * The English page prints a back-tick where the vendor's SDKs have `|`: a table swallowed it.
 * @see https://open.dingtalk.com/document/development/get-file-upload-information
 */
export function checkDingtalkName(name: string): string | undefined {
  if (/[\t*"<>|]/.test(name)) return 'must not hold a tab or any of * " < > |'
  if (name.trimEnd().endsWith('.')) return 'must not end with a dot'
  return undefined
}
