import type { LaunchOptions } from 'playwright'

/** Launch options for Playwright's `chromium.launch`. */
export function chromiumLaunch(): Promise<LaunchOptions>
