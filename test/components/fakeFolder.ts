/** A folder as a browser hands it out in a drop: names to contents, `undefined` for a file that cannot be read. */
export interface FakeTree {
  readonly [name: string]: FakeTree | string | undefined
}

/** A drop of one folder. `readEntries` answers a hundred entries at a time, as browsers do. */
export function dropOfFolder(name: string, tree: FakeTree): { dataTransfer: object } {
  const item = {
    kind: 'file',
    type: '',
    getAsFile: () => new File([], name),
    webkitGetAsEntry: () => directory(name, `/${name}`, tree),
  }
  return { dataTransfer: { types: ['Files'], items: [item], files: [] } }
}

function directory(name: string, fullPath: string, tree: FakeTree): object {
  const entries = Object.entries(tree).map(([inner, content]) => {
    const path = `${fullPath}/${inner}`
    return typeof content === 'object' ? directory(inner, path, content) : file(inner, path, content)
  })
  return { isDirectory: true, isFile: false, name, fullPath, createReader: () => reader([...entries]) }
}

function reader(left: object[]) {
  return { readEntries: (resolve: (entries: object[]) => void) => setTimeout(resolve, 0, left.splice(0, 100)) }
}

function file(name: string, fullPath: string, content: string | undefined): object {
  const read = (resolve: (file: File) => void, reject: (error: Error) => void) =>
    content === undefined ? reject(new Error('unreadable')) : resolve(new File([content], name))
  return { isDirectory: false, isFile: true, name, fullPath, file: read }
}

/** A folder in a folder in a folder, each with as many files. */
export function deepFolder({ levels, filesEach }: { levels: number; filesEach: number }): FakeTree {
  const files = Object.fromEntries(Array.from({ length: filesEach }, (_, at) => [`${levels}-${at}.txt`, 'x']))
  return levels === 1 ? files : { ...files, deeper: deepFolder({ levels: levels - 1, filesEach }) }
}
