import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { readRaster } from '../../src/components/preview/readRaster.ts'
import type { AttachmentPreviews } from '../../src/react/useAttachmentPreviews.ts'
import type { Item } from '../../src/engine/item.ts'
import { attachment, queued, rejected } from '../../stories/support/posedItems.ts'
import { filmFile, pictureFile, pngHead } from '../support/pictures.ts'
import { posableSession } from './posableSession.ts'
import '../../src/styles/styles.css'

const urls = new Set<string>()
let created = 0
beforeEach(() => {
  urls.clear()
  created = 0
  const [create, revoke] = [URL.createObjectURL.bind(URL), URL.revokeObjectURL.bind(URL)]
  vi.spyOn(URL, 'createObjectURL').mockImplementation((object) => {
    const url = create(object)
    created += 1
    urls.add(url)
    return url
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
    urls.delete(url)
    revoke(url)
  })
})
afterEach(() => vi.restoreAllMocks())

const row = (file: File): Item => ({ ...queued(file.name, file.size), file })
const thumbnail = (name: string) =>
  screen.getByRole('listitem', { name }).querySelector<HTMLCanvasElement>('[data-part="item-thumbnail"]')
const shows = (name: string) => waitFor(() => expect(thumbnail(name)).toBeVisible())
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 100)))

function show(...files: File[]) {
  return render(<AttachmentListView upload={posableSession(files.map(row))} />)
}

describe('thumbnails', () => {
  it.each(['image/png', 'image/jpeg', 'image/webp'])('R70 shows a small picture of %s', async (type) => {
    const file = await pictureFile('photo.png', { width: 400, height: 200, type })
    expect(await readRaster(file)).toEqual({ type, width: 400, height: 200 })
    show(file)
    await shows('photo.png')
    expect(thumbnail('photo.png')).toHaveProperty('height', 96)
    const [red, green] = thumbnail('photo.png')!.getContext('2d')!.getImageData(40, 40, 1, 1).data
    expect(red).toBeGreaterThan(180)
    expect(green).toBeLessThan(60)
    expect(created).toBe(0)
  })

  it('R76 keeps the icon of what cannot be decoded, and never a broken picture', async () => {
    const damaged = new File([(await pictureFile()).slice(0, 60)], 'damaged.png', { type: 'image/png' })
    const heic = new File(['\0\0\0\x18ftypheic\0\0\0\0mif1heic and much more'], 'phone.heic', { type: 'image/heic' })
    show(damaged, heic, await pictureFile('fine.png'))
    await shows('fine.png')
    await settle()
    expect(thumbnail('damaged.png')).not.toBeVisible()
    expect(thumbnail('phone.heic')).not.toBeVisible()
    expect(document.querySelectorAll('li [data-icon="image"]')).toHaveLength(3)
    expect(document.querySelector('img')).toBeNull()
  })

  it('R70 leaves alone what is above 20 MB, above 50 megapixels, or a sliver', async () => {
    const decode = vi.spyOn(window, 'createImageBitmap')
    const heavy = new File([await pictureFile(), new Uint8Array(20_000_001)], 'heavy.png', { type: 'image/png' })
    const sliver = await pictureFile('sliver.png', { width: 900, height: 10 })
    show(heavy, pngHead(10_000, 5001), sliver, await pictureFile('fine.png'))
    await shows('fine.png')
    await settle()
    expect(decode).toHaveBeenCalledTimes(1)
  })

  it('R65 decodes and shows nothing of what only calls itself a picture', async () => {
    const decode = vi.spyOn(window, 'createImageBitmap')
    const page = '<html><script>window.ran = true</script>'
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran = true"><script>window.ran = true</script></svg>'
    show(
      new File([page], 'page.png', { type: 'image/png' }),
      new File([svg], 'drawing.svg', { type: 'image/svg+xml' }),
      new File([page], 'page.html', { type: 'text/html' }),
      new File([svg], 'drawing.jpg', { type: 'image/jpeg' }),
    )
    await settle()
    expect(decode).not.toHaveBeenCalled()
    expect(document.querySelector('img, iframe, object, embed')).toBeNull()
    expect(screen.queryByRole('button', { name: /^Preview/ })).toBeNull()
    expect(window).not.toHaveProperty('ran')
  })

  it('R70 decodes at most two at a time, those in sight', async () => {
    const decode = createImageBitmap
    let [running, most, total] = [0, 0, 0]
    vi.spyOn(window, 'createImageBitmap').mockImplementation(async (...args: unknown[]) => {
      running += 1
      total += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running -= 1
      return (decode as (...all: unknown[]) => Promise<ImageBitmap>)(...args)
    })
    const files = await Promise.all(Array.from({ length: 50 }, (_, at) => pictureFile(`photo-${at}.png`)))
    show(...files)
    await shows('photo-5.png')
    await settle()
    expect(most).toBe(2)
    expect(total).toBeLessThan(50)
    expect(thumbnail('photo-49.png')).not.toBeVisible()
  })

  it('R70 shows a film by a picture of it, and gives its address back', async () => {
    show(await filmFile())
    await waitFor(() => expect(thumbnail('walkthrough.webm')).toBeVisible(), { timeout: 8000 })
    expect(created).toBe(1)
    expect(urls.size).toBe(0)
    expect(screen.queryByRole('button', { name: /^Preview/ })).toBeNull()
  })

  it('R70 leaves no address behind after a thousand rows came and went, also in StrictMode', async () => {
    const [picture, film] = [await pictureFile(), new File(['no film'], 'broken.mp4', { type: 'video/mp4' })]
    const upload = posableSession()
    const { unmount } = render(
      <StrictMode>
        <AttachmentListView upload={upload} />
      </StrictMode>,
    )
    const twenty = Array.from({ length: 20 }, (_, at) => ({ ...row(at % 2 === 0 ? picture : film), id: `row ${at}` }))
    for (let cycle = 0; cycle < 50; cycle += 1) {
      upload.pose(twenty)
      if (cycle % 10 === 0) await settle()
      upload.pose([])
    }
    unmount()
    await waitFor(() => expect(urls.size).toBe(0))
    expect(created).toBeGreaterThan(0)
  })
})

describe('a picture of a stored attachment', () => {
  const load = (answer: () => Promise<Blob>) => ({
    maxBytes: 5_000_000,
    load: vi.fn<AttachmentPreviews['load']>(answer),
  })

  it('R61 is loaded when its row is seen, from bytes alone: no signed link is in the page', async () => {
    const picture = await pictureFile()
    const previews = load(() => Promise.resolve(picture))
    render(<AttachmentListView attachments={[attachment('photo.png', picture.size)]} previews={previews} />)
    await shows('photo.png')
    expect(previews.load).toHaveBeenCalledTimes(1)
    expect(document.body.innerHTML).not.toMatch(/https?:|blob:/)
  })

  it('R66 is not asked for while it is checked for viruses, when it is infected or too large', async () => {
    const previews = load(() => Promise.reject(new Error('asked')))
    const stored = [
      attachment('a.png', 10, { scan: 'scanning' }),
      attachment('b.png', 10, { scan: 'infected' }),
      attachment('c.png', 5_000_001),
      attachment('d.pdf', 10),
    ]
    render(<AttachmentListView attachments={stored} previews={previews} />)
    await settle()
    expect(previews.load).not.toHaveBeenCalled()
  })

  it('R76 stays an icon when it cannot be had', async () => {
    const previews = load(() => Promise.reject(new Error('gone')))
    render(<AttachmentListView attachments={[attachment('photo.png', 10)]} previews={previews} />)
    await waitFor(() => expect(previews.load).toHaveBeenCalled())
    await settle()
    expect(thumbnail('photo.png')).not.toBeVisible()
  })
})

describe('the lightbox', () => {
  const open = async () => {
    await shows('photo.png')
    const opener = screen.getByRole('button', { name: 'Preview photo.png' })
    opener.focus()
    await userEvent.keyboard('{Enter}')
    return { opener, dialog: await screen.findByRole('dialog', { name: 'photo.png' }) }
  }

  it('R57 opens and closes by the keyboard, keeps the page out of reach, and gives the focus back', async () => {
    show(await pictureFile())
    const { opener, dialog } = await open()
    expect(await screen.findByRole('img', { name: 'photo.png' })).toBeVisible()
    expect(dialog.matches(':modal')).toBe(true)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close preview' }))
    act(() => void dialog.dispatchEvent(new Event('cancel', { cancelable: true })))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(opener)
    expect(urls.size).toBe(0)
  })

  it('R65 shows the bytes under the type they have', async () => {
    const picture = await pictureFile()
    show(new File([picture], 'photo.png', { type: 'text/html' }))
    await open()
    const { src } = await screen.findByRole<HTMLImageElement>('img', { name: 'photo.png' })
    expect((await fetch(src)).headers.get('content-type')).toBe('image/png')
  })

  it('R70 gives the address back when the row goes away under it', async () => {
    const upload = posableSession([row(await pictureFile())])
    render(<AttachmentListView upload={upload} />)
    await open()
    await screen.findByRole('img')
    expect(urls.size).toBe(1)
    upload.pose([])
    expect(urls.size).toBe(0)
  })

  it('R65 never opens what was rejected', async () => {
    const file = await pictureFile()
    const item = { ...rejected('photo.png', file.size, { code: 'file-too-large' }), file }
    render(<AttachmentListView upload={posableSession([item])} />)
    await settle()
    expect(screen.queryByRole('button', { name: /^Preview/ })).toBeNull()
  })
})
