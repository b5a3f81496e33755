import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { Downloaded } from './page-reader.ts'

/** The file that a browser brings down when something is pressed. */
export async function takeFile(page: Page, press: () => Promise<void>): Promise<Downloaded> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}
