// The web door.

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { makeHouse } from './make-house.ts'
import { refuseDatabaseBehind } from './platform/db/migrate.ts'
import { refuseTooMuchPower } from './platform/db/roles.ts'
import { usualLimits } from './platform/http/rate-limits.ts'
import { openLog } from './platform/log/log.ts'
import { whenToldToStop } from './platform/process/stopping.ts'

const config = readConfig()
const log = openLog('web')
const house = makeHouse(config, 'web')
await refuseTooMuchPower(house.database, 'web')
await refuseDatabaseBehind(house.database, path.resolve(import.meta.dirname, '..', 'migrations'))
const assetsDir = path.join(import.meta.dirname, 'assets')
const manifest = readManifest(path.join(assetsDir, 'manifest.json'))

const app = await createApp(house, {
  secret: config.sessionSecret,
  ownArea: config.area,
  isSecure: config.baseUrl.startsWith('https://'),
  rateLimits: usualLimits,
  trustedProxies: config.trustedProxies,
  assetsDir,
  assets: { stylesheet: `/assets/${manifest['hub.css']}`, script: `/assets/${manifest['hub.js']}`, passkeys: `/assets/${manifest['passkeys.js']}` },
  onFault: (error, where) => log.fault('page-failed', error, where),
})

whenToldToStop(async () => {
  // Requests under way are answered first.
  await app.close()
  await house.database.destroy()
})

await app.listen({ port: config.port, host: '::' }).catch(() => app.listen({ port: config.port, host: '0.0.0.0' }))
log.event('listening', { port: config.port })

function readManifest(file: string): Readonly<Record<string, string>> {
  if (!existsSync(file)) throw new Error('The assets are not built: npm run build')
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
}
