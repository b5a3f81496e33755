// The hub at a real address with its real stylesheet and script, for browsers.

import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { AppSettings } from '../../src/app.ts'
import { buildAssets } from '../../scripts/build-assets.mjs'
import type { Scanner } from '../../src/platform/scanner/scanner.ts'
import type { SignInWay } from '../../src/domain/sign-in/ways.ts'
import { atEndOfRun } from './end-of-run.ts'
import type { Hub, HubAssets } from './hub.ts'
import { aHub } from './hub.ts'

export interface ListeningHub extends Hub {
  /** "http://127.0.0.1:40123" */
  readonly baseUrl: string
}

let built: Promise<HubAssets> | undefined

/** With ways to sign in, the hub knows its own address, as it must for passkeys: a name, and not a number. */
export async function aListeningHub({ now, recallMinutes, settings = {}, signIn, scanner }: { now?: string; recallMinutes?: number; settings?: Partial<AppSettings>; signIn?: readonly SignInWay[]; scanner?: Scanner } = {}): Promise<ListeningHub> {
  built ??= buildOnce()
  const own = signIn === undefined ? undefined : await freePort()
  const known = own === undefined ? {} : { baseUrl: `http://localhost:${own}`, ...(signIn === undefined ? {} : { signIn }) }
  const hub = await aHub({ assets: await built, settings, ...(now === undefined ? {} : { now }), ...(recallMinutes === undefined ? {} : { recallMinutes }), ...(scanner === undefined ? {} : { scanner }), ...known })
  await hub.app.listen({ port: own ?? 0, host: '127.0.0.1' })
  const { port } = hub.app.server.address() as AddressInfo
  return { ...hub, baseUrl: own === undefined ? `http://127.0.0.1:${port}` : `http://localhost:${own}` }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => { server.close(() => { resolve() }) })
  return port
}

/** Once for the whole run: the assets do not depend on the hub. */
async function buildOnce(): Promise<HubAssets> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'hub-assets-'))
  atEndOfRun(() => rm(dir, { recursive: true, force: true }))
  const { manifest } = await buildAssets({ outDir: dir })
  return { dir, stylesheet: `/assets/${manifest['hub.css']}`, script: `/assets/${manifest['hub.js']}`, passkeys: `/assets/${manifest['passkeys.js']}` }
}
