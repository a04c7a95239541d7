import { expect, it } from 'vitest'
import { createFixtureFile } from '../../src/testing/index.ts'

it.each(['png', 'jpeg', 'gif', 'webp'] as const)('R78 a browser decodes the %s', async (kind) => {
  const bitmap = await createImageBitmap(createFixtureFile(kind))
  expect(bitmap.width).toBe(kind === 'gif' || kind === 'webp' ? 1 : 8)
})

it('R78 a browser draws the SVG and plays the MP4', async () => {
  const image = new Image()
  image.src = URL.createObjectURL(createFixtureFile('svg'))
  await image.decode()
  expect(image.naturalWidth).toBe(8)
  const video = document.createElement('video')
  video.src = URL.createObjectURL(createFixtureFile('mp4'))
  await new Promise((resolve, reject) => Object.assign(video, { onloadeddata: resolve, onerror: reject }))
  expect(video.videoWidth).toBe(16)
})
