import { withSteps, type ByteStream } from '../bodyStream.ts'
import { readMultipart, type FormPart } from '../readMultipart.ts'
import { StoreError } from './storeError.ts'

/** The fields before the file, by lower-case name: pages disagree on case, so any is taken. */
export type FormFields = Readonly<Record<string, string>>

/** A form whose file has not been read yet. */
export interface OpenForm {
  fields: FormFields
  file: Pick<FormPart, 'filename' | 'contentType'>
  /** The file's bytes. The rest of the form is read behind them: a second file makes the stream fail. */
  body: ByteStream
}

const maxNameBytes = 8 * 1024
const maxValueBytes = 2 * 1024 * 1024

/**
 * Reads a form up to its file. Fields after the file are not honoured.
 * @throws StoreError, or MultipartError
 */
export async function readForm(stream: ByteStream, boundary: string): Promise<OpenForm> {
  const parts = readMultipart(stream, boundary)
  const fields: Record<string, string> = {}
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    const part = next.value
    if (part.name.toLowerCase() === 'file') return { fields, file: part, body: refuseSecondFile(part.body, parts) }
    fields[part.name.toLowerCase()] = await readValue(part)
  }
  throw wrongFileCount()
}

async function readValue({ name, body }: FormPart): Promise<string> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let text = ''
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    text += decoder.decode(read.value, { stream: true })
    if (text.length > maxValueBytes) throw fieldTooLong()
  }
  if (name.length > maxNameBytes) throw fieldTooLong()
  return text + decoder.decode()
}

/** The rest of the form is read before the object becomes visible: a second file takes the first one back. */
function refuseSecondFile(body: ByteStream, parts: AsyncGenerator<FormPart, void, void>): ByteStream {
  const onEnd = async () => {
    for (let next = await parts.next(); !next.done; next = await parts.next()) {
      if (next.value.name.toLowerCase() === 'file') throw wrongFileCount()
    }
  }
  return withSteps(body, [{ onChunk: async (chunk) => chunk, onEnd }])
}

function wrongFileCount(): StoreError {
  return new StoreError(
    400,
    'IncorrectNumberOfFilesInPOSTRequest',
    'POST requires exactly one file upload per request.',
  )
}

function fieldTooLong(): StoreError {
  return new StoreError(400, 'FieldItemTooLong', 'Your post form fields is too long.')
}
