'use client'
import { useEffect, useState } from 'react'
import type { PreviewSource } from './previewSource.ts'
import { readRaster } from './readRaster.ts'

interface Picture {
  url: string | undefined
  hasFailed: boolean
}

/**
 * An address for the picture, as long as it is shown. It bears the type that the bytes have: a page under the name of a picture
 * gets none, and nothing opened from the picture's own menu can run in the page's origin.
 */
export function usePictureUrl(source: PreviewSource): Picture {
  const [picture, setPicture] = useState<Picture>({ url: undefined, hasFailed: false })
  useEffect(() => {
    const controller = new AbortController()
    let url: string | undefined
    void addressOf(source, controller.signal).then(
      (address) => {
        url = address
        if (controller.signal.aborted) forget(address)
        else setPicture({ url: address, hasFailed: address === undefined })
      },
      () => setPicture({ url: undefined, hasFailed: true }),
    )
    return () => {
      controller.abort()
      forget(url)
    }
  }, [source])
  return picture
}

async function addressOf({ load }: PreviewSource, signal: AbortSignal): Promise<string | undefined> {
  const blob = await load(signal)
  const raster = await readRaster(blob)
  return raster && URL.createObjectURL(blob.slice(0, blob.size, raster.type))
}

function forget(url: string | undefined): void {
  if (url !== undefined) URL.revokeObjectURL(url)
}
