import { UploadError } from './errors.ts'

/** Sending in parts is loaded by the first file that is large enough. Rejects with `network` when it cannot be fetched. */
export async function loadStoreParts() {
  try {
    const { storeParts } = await import('./storeParts.ts')
    return storeParts
  } catch (cause) {
    throw new UploadError({
      code: 'network',
      stage: 'transfer',
      hint: 'A module of the kit could not be loaded.',
      cause,
    })
  }
}
