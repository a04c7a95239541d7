/** Whether a signed GET URL makes the store answer with a Content-Disposition of its own (OSS, S3; GCS spells it alike). */
export function bindsFilename(url: string): boolean {
  return new URL(url).searchParams.get('response-content-disposition')?.includes('filename') ?? false
}
