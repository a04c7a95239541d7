/** A picture of one colour that any browser decodes. */
export async function pictureFile(
  name = 'photo.png',
  { width = 40, height = 20, type = 'image/png' } = {},
): Promise<File> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context) context.fillStyle = '#c03020'
  context?.fillRect(0, 0, width, height)
  return new File([await canvas.convertToBlob({ type })], name, { type })
}

/** What a PNG says of its size, and nothing more. */
export function pngHead(width: number, height: number, name = 'huge.png'): File {
  const head = new DataView(new ArrayBuffer(64))
  head.setUint32(0, 0x89504e47)
  head.setUint32(4, 0x0d0a1a0a)
  head.setUint32(8, 13)
  head.setUint32(12, 0x49484452)
  head.setUint32(16, width)
  head.setUint32(20, height)
  return new File([head], name, { type: 'image/png' })
}

/** Half a second of film, recorded from a canvas. */
export async function filmFile(name = 'walkthrough.webm'): Promise<File> {
  const canvas = document.createElement('canvas')
  canvas.width = 64
  canvas.height = 48
  const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm;codecs=vp8' })
  const chunks: Blob[] = []
  recorder.ondataavailable = ({ data }) => chunks.push(data)
  const stopped = new Promise((resolve) => (recorder.onstop = resolve))
  recorder.start()
  for (let frame = 0; frame < 12; frame += 1) {
    canvas.getContext('2d')!.fillStyle = `rgb(${frame * 20} 80 160)`
    canvas.getContext('2d')!.fillRect(0, 0, 64, 48)
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  recorder.stop()
  await stopped
  return new File(chunks, name, { type: 'video/webm' })
}
