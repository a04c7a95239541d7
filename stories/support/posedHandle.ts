/** Stands for the handle of a dropped file, which a story has no file for. */
export function posedHandle(name: string, file: File = new File([], name)): FileSystemFileHandle {
  return {
    kind: 'file',
    name,
    isSameEntry: async () => false,
    getFile: async () => file,
    createWritable: () => Promise.reject(new DOMException('It is only read.', 'NotAllowedError')),
  }
}
