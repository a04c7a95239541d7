/** What is always seen of a name besides its extension. */
const tailLength = 4
const longestExtension = 8

/** A name in two: the start, which may be cut, and an end that holds the extension and a few letters before it. */
export function splitName(name: string): { start: string; end: string } {
  const letters = segment(name)
  const dot = letters.lastIndexOf('.')
  const hasExtension = dot > 0 && letters.length - dot <= longestExtension
  const at = Math.max(0, (hasExtension ? dot : letters.length) - tailLength)
  return { start: letters.slice(0, at).join(''), end: letters.slice(at).join('') }
}

/** A name without its extension, and the extension with its dot; empty where there is none. */
export function splitExtension(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? { stem: name.slice(0, dot), extension: name.slice(dot) } : { stem: name, extension: '' }
}

/** By what people see as one letter, so that no emoji or accent is torn apart. */
function segment(text: string): string[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map((part) => part.segment)
}
