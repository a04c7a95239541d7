import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { frozenSession } from '../../src/testing/frozenSession.ts'
import { queued } from '../../stories/support/posedItems.ts'
import { pictureFile } from '../support/pictures.ts'
import '../../src/styles/styles.css'

it('R70 decodes a photograph of 24 megapixels without holding the page up', async () => {
  const file = await pictureFile('photo.jpg', { width: 6000, height: 4000, type: 'image/jpeg' })
  const tasks: number[] = []
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
  observer.observe({ type: 'longtask' })
  render(<AttachmentListView upload={frozenSession([{ ...queued('photo.jpg', file.size), file }])} />)
  const isShown = () => document.querySelector('[data-part="item-thumbnail"]:not([hidden])') !== null
  while (!isShown()) await new Promise((resolve) => requestAnimationFrame(resolve))
  observer.disconnect()

  const longest = Math.max(0, ...tasks)
  console.log(`longest task while a photograph is decoded: ${Math.round(longest)} ms`)
  expect(longest).toBeLessThan(200)
})
