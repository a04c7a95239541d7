import type { MultipartUpload, StoredPart, UploadPart } from './multipartPorts.ts'

/** Cuts a file into parts: all of `partSize`, but the last, which takes what is left. */
export function partsOf(fileSize: number, partSize: number): readonly UploadPart[] {
  const count = Math.ceil(fileSize / partSize)
  return Array.from({ length: count }, (_, index) => {
    const offset = index * partSize
    return { partNumber: index + 1, offset, size: Math.min(partSize, fileSize - offset) }
  })
}

/** The parts that are still to be sent. One that the store has with another size is sent again. */
export function missingParts(
  fileSize: number,
  { partSize }: Pick<MultipartUpload, 'partSize'>,
  stored: readonly StoredPart[],
): readonly UploadPart[] {
  const sizes = new Map(stored.map(({ partNumber, size }) => [partNumber, size]))
  return partsOf(fileSize, partSize).filter(({ partNumber, size }) => sizes.get(partNumber) !== size)
}
