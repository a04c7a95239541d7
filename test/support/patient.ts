/** No bar of speed: how long a test waits for what a busy machine does late, such as loading code. For `vi.waitFor` and `vi.waitUntil`. */
export const patient = { timeout: 15_000 }
