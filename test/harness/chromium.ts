// Where Chromium comes from: CHROMIUM_PATH, or the one packed inside `@sparticuz/chromium`, which brings the libraries and
// a font for systems that have none. It is unpacked once into .tmp; the package's own way unpacks into a place shared by
// all users, where a second test run may find a half-written browser.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { removeLeftovers } from '../../src/platform/db/postgres-binaries.ts'
import { projectRoot } from '../kinds.ts'

export type ChromiumProgram = { readonly executablePath: string; readonly args: string[]; readonly env: Record<string, string> }

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-default-apps',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-pings',
  // Nothing goes out to other servers, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--font-render-hinting=none',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
]

const environment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))

export async function findChromium(): Promise<ChromiumProgram> {
  const own = process.env['CHROMIUM_PATH']
  if (own !== undefined) return { executablePath: own, args: quiet, env: environment() }
  const folder = await unpacked()
  const libraries = [path.join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return {
    executablePath: path.join(folder, 'chromium'),
    args: quiet,
    env: { ...environment(), LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: path.join(folder, 'fonts') },
  }
}

async function unpacked(): Promise<string> {
  const manifest = path.join(projectRoot, 'node_modules', '@sparticuz', 'chromium', 'package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const folder = path.join(projectRoot, '.tmp', `chromium-${version}`)
  removeLeftovers(folder)
  if (existsSync(folder)) return folder
  const fresh = `${folder}.new-${process.pid}`
  mkdirSync(fresh, { recursive: true })
  // A process of its own, because the package looks at TMPDIR and AWS_LAMBDA_JS_RUNTIME, which others read too.
  const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: projectRoot,
    env: { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error('Chromium could not be unpacked. Name an installed one in CHROMIUM_PATH.')
  writeFileSync(path.join(fresh, 'fonts', 'fonts.conf'), fontList(path.join(folder, 'fonts')))
  try {
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

const fontList = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}-cache</cachedir>
</fontconfig>
`
