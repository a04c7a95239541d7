/** Files of real formats, small and whole: pictures decode, archives open, the film plays. */
export type FixtureKind = keyof typeof fixtures

/**
 * A file of a real format, with the signature, type and extension that it has in the world: for code that looks at bytes, makes
 * previews or checks names. The same bytes each time.
 *
 * @param name @default one that fits, e.g. `picture.png`
 * @example
 * createFixtureFile('pdf')                // report.pdf, application/pdf
 * createFixtureFile('png', 'report.pdf')  // a picture that claims to be a PDF
 */
export function createFixtureFile(kind: FixtureKind, name: string = fixtures[kind].name): File {
  const fixture = fixtures[kind]
  const content = 'text' in fixture ? fixture.text : fromBase64(fixture.base64)
  return new File([content], name, { type: fixture.type, lastModified: 1_700_000_000_000 })
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

/** Eight by eight pixels each, the film sixteen by sixteen; the PDF has one empty page, DOCX and ZIP one line of text. */
const fixtures = {
  png: {
    name: 'picture.png',
    type: 'image/png',
    base64: 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mNQTX6NFTEMLQkADGRcwbWCQf4AAAAASUVORK5CYII=',
  },
  jpeg: {
    name: 'photo.jpg',
    type: 'image/jpeg',
    base64:
      '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAA//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AIAON//Z',
  },
  gif: {
    name: 'animation.gif',
    type: 'image/gif',
    base64: 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  },
  webp: {
    name: 'picture.webp',
    type: 'image/webp',
    base64: 'UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA',
  },
  svg: {
    name: 'drawing.svg',
    type: 'image/svg+xml',
    text: '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#2563eb"/></svg>\n',
  },
  pdf: { name: 'report.pdf', type: 'application/pdf', text: pdf() },
  zip: {
    name: 'archive.zip',
    type: 'application/zip',
    base64:
      'UEsDBBQAAAAIAKqxblfj2b5SDAAAAAoAAAAKAAAAcmVhZG1lLnR4dEssKUlMzsjOLOECAFBLAQIUAxQAAAAIAKqxblfj2b5SDAAAAAoAAAAKAAAAAAAAAAAAAACAAQAAAAByZWFkbWUudHh0UEsFBgAAAAABAAEAOAAAADQAAAAAAA==',
  },
  docx: {
    name: 'letter.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    base64:
      'UEsDBBQAAAAIAKqxblfMVIwQ4AAAAJwBAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbH2Qy07DMBBFf8XyFsUTukAIJekCyhJYlA+w7Eli4Zc8bil/z6QtXaDC0r6PM7rd+hC82GMhl2Ivb1UrBUaTrItTL9+3z829XA/d9isjCbZG6uVca34AIDNj0KRSxsjKmErQlZ9lgqzNh54QVm17BybFirE2demQQ/eEo975KjYH/j5hC3qS4vFkXFi91Dl7Z3RlHfbR/qI0Z4Li5NFDs8t0wwYJVwmL8jfgnHvlHYqzKN50qS86sAs+U7Fgk9kFTqr/a67cmcbRGbzkl7ZckkEiHjh4dVGCdvHnfjjOPXwDUEsDBBQAAAAIAKqxblepDM87oQAAABYBAAALAAAAX3JlbHMvLnJlbHONzzsOwjAMBuCrRN6pWwaEUNMuCIkVlQNEiZtGNA8l4XV7MjBQxMBo+/dnue0fdmY3isl4x6GpamDkpFfGaQ7n4bDaQt+1J5pFLok0mZBYWXGJw5Rz2CEmOZEVqfKBXJmMPlqRSxk1BiEvQhOu63qD8dOApcmOikNsgA3PQP/IfhyNpL2XV0su/zjwlSiyiJoyh7uPCtW7XRUWsGtx8WD3AlBLAwQUAAAACACqsW5XetoGZJIAAADBAAAAEQAAAHdvcmQvZG9jdW1lbnQueG1sRY5LDsIwDESvUmVPXVggVPWz4wRwgJCENqKxI8dQuD1JWbB5o9GMR+7Gd1iql+PkCXu1rxtVOTRkPU69ul7Ou5Mah25tLZlncChV7mNq117NIrEFSGZ2QaeaosOc3YmDlmx5gpXYRibjUspzYYFD0xwhaI+qTN7IforGAi6QQYtoMz+8dFBsIW+MG38n8H9n+AJQSwECFAMUAAAACACqsW5XzFSMEOAAAACcAQAAEwAAAAAAAAAAAAAAgAEAAAAAW0NvbnRlbnRfVHlwZXNdLnhtbFBLAQIUAxQAAAAIAKqxblepDM87oQAAABYBAAALAAAAAAAAAAAAAACAAREBAABfcmVscy8ucmVsc1BLAQIUAxQAAAAIAKqxbld62gZkkgAAAMEAAAARAAAAAAAAAAAAAACAAdsBAAB3b3JkL2RvY3VtZW50LnhtbFBLBQYAAAAAAwADALkAAACcAgAAAAA=',
  },
  txt: { name: 'notes.txt', type: 'text/plain', text: 'Grüße aus Köln\n' },
  csv: { name: 'table.csv', type: 'text/csv', text: 'ticket,subject\r\n42,"Printer, second floor"\r\n' },
  mp4: {
    name: 'film.mp4',
    type: 'video/mp4',
    base64:
      'AAAAJGZ0eXBpc29tAAACAGlzb21pc282aXNvMmF2YzFtcDQxAAACyW1vb3YAAAB4bXZoZAEAAAAAAAAA5yyVuQAAAADnLJW5AAAD6AAAAAAAAABIAAEAAAEAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAIhdHJhawAAAGh0a2hkAQAAAwAAAADnLJW5AAAAAOcslbkAAAABAAAAAAAAAAAAAABIAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAQAAAAAAQAAAAEAAAAAABsW1kaWEAAAAsbWRoZAEAAAAAAAAA5yyVuQAAAADnLJW5AAB1MAAAAAAAAABIVcQAAAAAAC1oZGxyAAAAAAAAAAB2aWRlAAAAAAAAAAAAAAAAVmlkZW9IYW5kbGVyAAAAAVBtaW5mAAAAFHZtaGQAAAABAAAAAAAAAAAAAAAlZGluZgAAAB1kcmVmAAAAAAAAAAEAAAANdXJsIAAAAAEAAAABD3N0YmwAAAAQc3RzYwAAAAAAAAAAAAAAEHN0dHMAAAAAAAAAAAAAABRzdHN6AAAAAAAAAAAAAAAAAAAAEHN0Y28AAAAAAAAAAAAAAMNzdHNkAAAAAAAAAAEAAACzYXZjMQAAAAAAAAABAAAAAQAAAAAAAAAAAAAAAAAQABAASAAAAEgAAAAAAAAAAQtBVkMxIENvZGluZwAAAAAAAAAAAAAAAAAAAAAAAAAAABj//wAAABBwYXNwAAAAAQAAAAEAAAAUYnRydAAAAAAAAAAAAAAAAAAAACZhdmNDAULACv/hAA9nQsAKjGnJuAhoCDwiEagBAARozjyAAAAAE2NvbHJuY2x4AAEADQABgAAAAChtdmV4AAAAIHRyZXgAAAAAAAAAAQAAAAEAAAAAAAAAAAAAAAAAAABwbW9vZgAAABBtZmhkAAAAAAAAAAEAAABYdHJhZgAAABR0ZmhkAAIAIAAAAAEBAQAAAAAAFHRmZHQBAAAAAAAAAAAAAAAAAAAodHJ1bgEAAwUAAAACAAAAeAIAAAAAAASdAAAAGAAAA+cAAAANAAAALW1kYXQAAAAUZbgABAQ///4IooA+OAAIA0cAA/gAAAAJYeAAfkBD+vHOAAAATG1mcmEAAAA0dGZyYQEAAAAAAAABAAAAPwAAAAEAAAAAAAAAAAAAAAAAAALtAAAAAQAAAAEAAAABAAAAEG1mcm8AAAAAAAAATA==',
  },
  /** Its container alone: most browsers show no HEIC, which is what it is there to test. */
  heic: {
    name: 'IMG_0001.HEIC',
    type: 'image/heic',
    base64: 'AAAAGGZ0eXBoZWljAAAAAG1pZjFoZWljAAAALW1ldGEAAAAAAAAAIWhkbHIAAAAAAAAAAHBpY3QAAAAAAAAAAAAAAAAA',
  },
} as const satisfies Record<string, { name: string; type: string } & ({ text: string } | { base64: string })>

/** All kinds of `createFixtureFile`. */
export const fixtureKinds: readonly FixtureKind[] = Object.keys(fixtures) as FixtureKind[]

/** One empty page; readers find the objects by the byte offsets at the end. */
function pdf(): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  return `${text}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
}
