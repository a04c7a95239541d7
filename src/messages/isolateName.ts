/**
 * A file's name inside a sentence that is written the other way: first strong isolate and its end keep the name's own order
 * and that of the words around it.
 */
export function isolateName(name: string): string {
  return `\u2068${name}\u2069`
}
