// The hub's own web process, as `npm start` runs it: built, with row security, audit, forged-form tokens and limits of asking.

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { urlAs } from '../../src/platform/db/roles.ts'
import { benchDir } from './databases.ts'

export interface WebProcess { readonly base: string; readonly pid: number; readonly settings: Readonly<Record<string, string>>; readonly stop: () => Promise<void> }

const root = path.resolve(import.meta.dirname, '..', '..')

export const settingsOf = (databaseUrl: string, port: number): Record<string, string> => ({
  DATABASE_APP_URL: urlAs(databaseUrl, 'web'), PORT: String(port), BASE_URL: `http://127.0.0.1:${port}`, SIGN_IN: 'demo', AREA: 'borough', FILES_DIR: path.join(benchDir, 'files'), SESSION_SECRET: 'a secret that is used for measuring only', SEALING_KEY: 'a sealing key that is used for measuring only',
  // Each simulated person comes from an address of their own, as they would; the limits of asking are those of a real hub.
  TRUSTED_PROXIES: '127.0.0.1,::1',
})

export async function startWeb(databaseUrl: string, port: number): Promise<WebProcess> {
  const settings = settingsOf(databaseUrl, port)
  const { DATABASE_URL: _owners, ...others } = process.env
  const child: ChildProcess = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist', 'web.js')], { env: { ...others, ...settings }, stdio: ['ignore', 'ignore', 'inherit'] })
  const base = `http://127.0.0.1:${port}`
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null || tries > 300) throw new Error('the web process did not start')
    try { await fetch(base, { redirect: 'manual' }); break } catch { await sleep(100) }
  }
  return {
    base, settings, pid: child.pid ?? 0,
    stop: () => ended(child),
  }
}

/** The worker beside it: sends, and does what the clock asks for. */
export function startWorker(databaseUrl: string, port: number): { readonly pid: number; readonly stop: () => Promise<void> } {
  const { DATABASE_APP_URL: _webs, ...settings } = settingsOf(databaseUrl, port)
  const { DATABASE_URL: _owners, ...others } = process.env
  const child = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist', 'worker.js')], { env: { ...others, ...settings, DATABASE_WORKER_URL: urlAs(databaseUrl, 'worker') }, stdio: ['ignore', 'ignore', 'inherit'] })
  return { pid: child.pid ?? 0, stop: () => ended(child) }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const over = once(child, 'exit')
  child.kill('SIGTERM')
  await over
}
