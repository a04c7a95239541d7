import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' }
import { oddNames } from '../support/oddNames.ts'

/** Names that try to leave their folder, end a header, run a script, or look like another name. */
const tricks = [
  '../../etc/passwd',
  '..\\..\\windows\\system32\\cmd.exe',
  '/etc/passwd',
  'C:\\autoexec.bat',
  '\\\\evil.example\\share\\a.txt',
  '....//....//a.txt',
  '..%2f..%2fa.txt',
  '%2e%2e%2fa.txt',
  '..\u2215..\u2215a.txt',
  '.',
  '..',
  '~root',
  '|id',
  '$(id).txt',
  '`id`.txt',
  'a.txt\r\nSet-Cookie: pwned=1',
  'a.txt\nX-Injected: 1\n\n<script>window.__pwned = 1</script>',
  'a"; filename="b.txt',
  "a.txt; filename*=UTF-8''b.html",
  'a\u2028b.txt',
  'a\u0085b.txt',
  'a\u0000.txt',
  '\uFEFFa.txt',
  '\u200B.txt',
  'report\u202Etxt.exe',
  '\u202Egpj.exe',
  '\u2066\u2067\u2068a\u2069.txt',
  '\u061Ca.txt',
  '\uD800',
  '\uDC00\uD800.txt',
  `${'a'.repeat(251)}.txt`,
  `${'\u6F22'.repeat(85)}`,
  `${'.'.repeat(255)}`,
  'CON',
  'NUL.txt',
  'aux.pdf',
  'COM1',
  '__proto__',
  'constructor',
  'toString',
  'a.txt:$DATA',
  'a'.repeat(5000),
  '\u0301'.repeat(400),
]

/** Markup that would run if a name were ever anything but text. */
const payloads = [
  '<img src=x onerror=window.__pwned=1>',
  '<svg onload=window.__pwned=1>',
  '<script>window.__pwned=1</script>',
  '</bdi><script>window.__pwned=1</script>',
  '"><iframe srcdoc="<script>parent.__pwned=1</script>">',
  "' autofocus onfocus='window.__pwned=1",
  'javascript:window.__pwned=1',
  'data:text/html,<script>opener.__pwned=1</script>',
  '{{constructor.constructor("window.__pwned=1")()}}',
  '${window.__pwned=1}',
  '<style>*{background:url(https://evil.example/)}</style>',
  '<a href=https://evil.example/>x</a>',
  '<link rel=stylesheet href=//evil.example/a.css>',
  '<base href=//evil.example/>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<form action=https://evil.example/><input autofocus>',
  '&lt;script&gt;window.__pwned=1&lt;/script&gt;',
  '<math><mi xlink:href="javascript:window.__pwned=1">',
]

const files = payloads.flatMap((payload) => [payload, `${payload}.svg`])

/** Five hundred and more, each once. */
export const hostileNames: readonly string[] = [
  ...new Set([...naughtyStrings, ...tricks, ...files, ...oddNames.map(([name]) => name)]),
]
