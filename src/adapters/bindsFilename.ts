/** Whether a signed GET URL makes the store answer with a Content-Disposition of its own (OSS, S3, GCS; Azure's SAS: rscd). */
export function bindsFilename(url: string): boolean {
  const query = new URL(url).searchParams
  return ['response-content-disposition', 'rscd'].some((name) => query.get(name)?.includes('filename') ?? false)
}
