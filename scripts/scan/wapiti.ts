// wapiti against every address that the crawl found; its findings of level 2 (medium) and more.

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Target } from './crawl.ts'
import { run } from './run.ts'

export interface Finding {
  readonly what: string
  readonly level: number
  readonly where: string
}

const report = z.object({
  vulnerabilities: z.record(z.string(), z.array(z.object({ level: z.number(), method: z.string(), path: z.string(), info: z.string() }))),
})

/** Not those that ask the internet, or guess at names of other products' files. */
const modules = ['backup', 'blindsql', 'cookieflags', 'crlf', 'csp', 'exec', 'file', 'htaccess', 'http_headers', 'methods', 'permanentxss', 'redirect', 'sql', 'xss', 'xxe']

export async function wapiti(door: string, targets: readonly Target[], folder: string, seconds: number): Promise<Finding[]> {
  const out = path.join(folder, 'wapiti.json')
  const starts = [...new Set(targets.filter(({ method }) => method === 'GET').map(({ url }) => `${door}${url}`))]
  const said = await run('wapiti', [
    '-u', `${door}/`, ...starts.flatMap((url) => ['-s', url]), '--scope', 'domain', '-m', modules.join(','),
    '--flush-session', '--store-session', folder, '--max-scan-time', String(seconds), '--max-attack-time', String(Math.ceil(seconds / 4)), '--no-bugreport', '-f', 'json', '-o', out, '-v', '0',
  ])
  const text = await readFile(out, 'utf8').catch(() => { throw new Error(`wapiti left no report:\n${said.slice(-2000)}`) })
  return Object.entries(report.parse(JSON.parse(text)).vulnerabilities)
    .flatMap(([what, found]) => found.map(({ level, method, path: where, info }) => ({ what: `${what}: ${info}`, level, where: `${method} ${where}` })))
}
