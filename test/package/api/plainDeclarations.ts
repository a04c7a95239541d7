/** A declaration file without comments and empty lines, and the files of the package that it leads to. */
export function plainDeclarations(declarations: string): { text: string; imports: string[] } {
  const code = declarations.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
  const lines = code.split('\n').filter((line) => line.trim() !== '')
  const imports = [...code.matchAll(/(?:from |import\(|import )["'](\.[^"']+)["']/g)].map(([, name = '']) => name)
  return { text: lines.join('\n'), imports: imports.filter((name) => !name.endsWith('.css')).map(declarationOf) }
}

function declarationOf(name: string): string {
  return name.replace(/\.tsx?$/, '.d.ts')
}
