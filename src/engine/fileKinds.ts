/** Extensions and types that mean the same kind of file. */
export interface FileKind {
  /** Without dots. */
  extensions: readonly string[]
  types: readonly string[]
  /** The one to send where the browser names none; undefined where the extension alone does not tell. */
  sentType: string | undefined
}

/**
 * A kind per line, extensions before types: systems name one file differently. Windows reports a CSV as Excel where Office is
 * installed, and a ZIP with an x- name; WebKit and Chromium disagree on HEIC; a system's table often lacks csv, log, msg, heic
 * and markdown. Names that differ by `x-` alone are one, see `plainType`, and stand here once. The first type is the one that is sent;
 * a `?` before it says that such a file may as well be another (a `.key` is a presentation, or a PEM key).
 */
const table = `
csv text/csv application/csv text/comma-separated-values application/vnd.ms-excel text/plain
zip application/zip application/zip-compressed multipart/zip
rar application/vnd.rar application/rar application/rar-compressed
7z application/x-7z-compressed application/compressed
gz application/gzip
tar application/x-tar
jpg jpeg jpe jfif image/jpeg image/jpg image/pjpeg
png image/png
gif image/gif
webp image/webp
avif image/avif
bmp image/bmp image/ms-bmp
tif tiff image/tiff
heif image/heif
heic heif image/heic image/heif image/heic-sequence image/heif-sequence
svg image/svg+xml image/svg
ico image/x-icon image/vnd.microsoft.icon
pdf application/pdf application/acrobat
doc application/msword application/doc application/vnd.ms-word
docx application/vnd.openxmlformats-officedocument.wordprocessingml.document
xls application/vnd.ms-excel application/msexcel
xlsx application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
ppt application/vnd.ms-powerpoint application/mspowerpoint
pptx application/vnd.openxmlformats-officedocument.presentationml.presentation
odt application/vnd.oasis.opendocument.text
msg application/vnd.ms-outlook application/msg
eml message/rfc822
ics text/calendar
log text/plain text/log
txt text/plain
md markdown text/markdown
json application/json text/json
har application/json
xml application/xml text/xml
yaml yml application/yaml text/yaml
html htm text/html
js mjs text/javascript application/javascript
rtf application/rtf text/rtf
mp3 audio/mpeg audio/mp3
m4a audio/mp4 audio/m4a
wav audio/wav audio/wave audio/vnd.wave
mp4 m4v video/mp4 video/m4v
webm video/webm
mov video/quicktime
mkv video/x-matroska
avi video/x-msvideo video/avi
ogg ? audio/ogg application/ogg
ai application/illustrator application/postscript
diff patch text/x-diff text/patch
exe application/vnd.microsoft.portable-executable application/ms-dos-executable application/msdos-program
iso application/x-iso9660-image application/cd-image
key ? application/vnd.apple.keynote application/pgp-keys
sh application/x-sh application/shellscript text/sh
toml application/toml
wasm application/wasm
`

let kinds: readonly FileKind[] | undefined

/** The kinds of files that systems name in more than one way, or not at all. */
export function fileKinds(): readonly FileKind[] {
  kinds ??= table.trim().split('\n').map(readKind)
  return kinds
}

/** A type without what tells no kinds apart: case, parameters, and the `x-` of names that were never registered. */
export function plainType(type: string): string {
  return type.replace(/;.*/s, '').trim().toLowerCase().replace('/x-', '/')
}

function readKind(line: string): FileKind {
  const words = line.split(' ')
  const types = words.filter((word) => word.includes('/'))
  return {
    extensions: words.filter((word) => word !== '?' && !word.includes('/')),
    types,
    sentType: words.includes('?') ? undefined : types[0],
  }
}
