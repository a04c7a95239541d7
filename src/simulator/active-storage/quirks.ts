/** Where Rails applications differ. */
export interface ActiveStorageQuirks {
  /** Take a call only with `X-CSRF-Token`, as `protect_from_forgery` does. */
  requiresCsrfToken: boolean
}

export const activeStorageQuirks: ActiveStorageQuirks = { requiresCsrfToken: false }
