import type { QueuedItem } from '../../src/engine/item.ts'
import { queued } from './posedItems.ts'

const pictures = [
  { name: 'Screenshot of the error.png', type: 'image/png', from: '#3454d1', to: '#8ea6ff' },
  { name: 'site-photo.jpg', type: 'image/jpeg', from: '#14757f', to: '#e5b96a' },
  { name: 'floor-plan.webp', type: 'image/webp', from: '#7a43b6', to: '#f3a0c4' },
] as const

/** Files of the session that are pictures, and one that only says so. */
export async function pictureItems(): Promise<QueuedItem[]> {
  const files = await Promise.all(pictures.map(drawPicture))
  const broken = new File(['not a picture'], 'damaged.png', { type: 'image/png' })
  return [...files, broken].map((file) => ({ ...queued(file.name, file.size), file }))
}

async function drawPicture({ name, type, from, to }: (typeof pictures)[number]): Promise<File> {
  const canvas = new OffscreenCanvas(640, 420)
  const context = canvas.getContext('2d')
  if (context) {
    const gradient = context.createLinearGradient(0, 0, 640, 420)
    gradient.addColorStop(0, from)
    gradient.addColorStop(1, to)
    context.fillStyle = gradient
    context.fillRect(0, 0, 640, 420)
  }
  return new File([await canvas.convertToBlob({ type })], name, { type })
}
