import { matchesAccept } from '../../engine/matchesAccept.ts'
import type { FileRules } from '../../engine/rules.ts'

/** What a browser tells of a drag before the drop: a type for each item, often empty, and no name or size. */
export type DraggedTypes = readonly string[]

/** What a drop will do, as far as it can be known. */
export type DropVerdict = 'all' | 'some' | 'none'

/** Types that systems give to files of one kind alone, whatever they are called: to refuse them is safe. */
const certainTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'video/mp4',
  'video/quicktime',
  'audio/mpeg',
  'application/pdf',
])

/**
 * What dropping files of these types will do; undefined while that cannot be known. It never says `none` of a drop that may
 * be taken: a type that is empty, or that several kinds of file share, tells nothing.
 *
 * @param room how many more files fit; undefined without a limit
 */
export function dropVerdict(
  types: DraggedTypes,
  { accept }: Pick<FileRules, 'accept'>,
  room: number | undefined,
): DropVerdict | undefined {
  if (types.length === 0) return undefined
  const isTaken = (type: string) => matchesAccept({ name: '', contentType: type }, accept)
  if (types.every((type) => certainTypes.has(type) && !isTaken(type))) return 'none'
  if (room !== undefined && types.length > room) return 'some'
  return types.every((type) => type !== '' && isTaken(type)) ? 'all' : undefined
}

/** The types of the files in a drag. Safari tells none before the drop. */
export function draggedTypes(data: DataTransfer | null): DraggedTypes {
  return [...(data?.items ?? [])].filter(({ kind }) => kind === 'file').map(({ type }) => type)
}
