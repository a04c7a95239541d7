/** What files are taken. One object feeds validation, the `accept` attribute, the visible hint and the adapter. */
export interface FileRules {
  /**
   * Extensions (`.pdf`), MIME types (`image/png`) or ranges (`image/*`). A file fits when its extension *or* its type, or a
   * known alias of it, does: browsers report types by system, so neither alone can be trusted.
   * @default everything
   */
  accept?: readonly string[] | undefined
  /** Bytes, inclusive. */
  maxFileSize?: number | undefined
  /** Bytes, inclusive. */
  minFileSize?: number | undefined
  /** Counts stored attachments too. */
  maxFiles?: number | undefined
  /** Bytes over all files, stored attachments too. */
  maxTotalSize?: number | undefined
  /** @default false */
  allowEmpty?: boolean | undefined
  /** Names the vendor would refuse: returns the reason's words, or undefined when the name is fine. */
  checkName?: ((name: string) => string | undefined) | undefined
}
