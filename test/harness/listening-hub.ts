// The hub at a real address with its real stylesheet and script, for browsers.

import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { AppSettings } from '../../src/app.ts'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { atEndOfRun } from './end-of-run.ts'
import type { Hub, HubAssets } from './hub.ts'
import { aHub } from './hub.ts'

export interface ListeningHub extends Hub {
  /** "http://127.0.0.1:40123" */
  readonly baseUrl: string
}

let built: Promise<HubAssets> | undefined

export async function aListeningHub({ now, settings = {} }: { now?: string; settings?: Partial<AppSettings> } = {}): Promise<ListeningHub> {
  built ??= buildOnce()
  const hub = await aHub({ assets: await built, settings, ...(now === undefined ? {} : { now }) })
  await hub.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = hub.app.server.address() as AddressInfo
  return { ...hub, baseUrl: `http://127.0.0.1:${port}` }
}

/** Once for the whole run: the assets do not depend on the hub. */
async function buildOnce(): Promise<HubAssets> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'hub-assets-'))
  atEndOfRun(() => rm(dir, { recursive: true, force: true }))
  const { manifest } = await buildAssets({ outDir: dir })
  return { dir, stylesheet: `/assets/${manifest['hub.css']}`, script: `/assets/${manifest['hub.js']}` }
}
