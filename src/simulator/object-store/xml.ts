/** Elements by name, in order: of text, or several of the same name with elements of text inside. */
export type XmlElements = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>

/** A document of elements inside a root. */
export function formatXml(root: string, elements: XmlElements): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>\n${formatElements(elements, '  ')}</${root}>\n`
}

function formatElements(elements: XmlElements, indent: string): string {
  const lines = Object.entries(elements).map(([name, content]) =>
    typeof content === 'string'
      ? `${indent}<${name}>${escapeXml(content)}</${name}>\n`
      : content
          .map((inner) => `${indent}<${name}>\n${formatElements(inner, `${indent}  `)}${indent}</${name}>\n`)
          .join(''),
  )
  return lines.join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeXml(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => entities[character]!)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('\r', '&#13;')
}
