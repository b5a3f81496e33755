// From the settings to the tools: the one place that chooses what carries mail, keeps files and tells the time.

import path from 'node:path'
import type { House } from './casebook/house.ts'
import { dayCopiesOf, handoversOf, reactsTo, undoingsOf } from './casebook/feature.ts'
import type { Config } from './config.ts'
import { ConfigFault } from './config.ts'
import { features } from './features/index.ts'
import { newId } from './platform/clock/new-id.ts'
import { systemClock } from './platform/clock/system-clock.ts'
import { usualLimits } from './domain/access/unusual.ts'
import { openHeadBook } from './platform/heads/head-book.ts'
import { openDatabase } from './platform/db/database.ts'
import { pdfMaker } from './platform/documents/to-pdf.ts'
import { openFileStore } from './platform/files/file-store.ts'
import { openPassingFiles } from './platform/files/passing-files.ts'
import { openProvider } from './platform/identity/identity-provider.ts'
import { openSender } from './platform/notify/open-sender.ts'
import { openScanner } from './platform/scanner/open-scanner.ts'
import { openPasswords } from './platform/passwords/passwords.ts'
import { openSealer } from './platform/seal/seal.ts'

/** As whom the house comes to its database: the web as whoever is looking, the others as the system. */
export type Door = 'web' | 'worker' | 'owner'

const settingOf: Record<Door, string> = { web: 'DATABASE_APP_URL', worker: 'DATABASE_WORKER_URL', owner: 'DATABASE_URL' }

/** The door's own way to the database. Throws where production did not name it. */
export function databaseUrlOf(config: Config, door: Door): string {
  const url = { web: config.webDatabaseUrl, worker: config.workerDatabaseUrl, owner: config.databaseUrl }[door]
  if (url === '') throw new ConfigFault(`The settings have a fault:\n  ${settingOf[door]} is missing: how the ${door} comes to the database (docs/how-to/database-roles.md)`)
  return url
}

/** Milliseconds. */
const longestWait = 15_000

/** Nothing is connected until it is used. Close with `house.database.destroy()`. */
export function makeHouse(config: Config, door: Door): House {
  // Somebody waits for the web's answer: a server that says nothing is answered for in words (app.ts). Jobs may wait.
  const database = openDatabase(databaseUrlOf(config, door), door === 'web' ? { waitsFor: longestWait } : {})
  return {
    database,
    ...(door === 'web' ? {} : { systemDatabase: database }),
    clock: systemClock(config.startsAt),
    newId,
    files: openFileStore(config.filesDir),
    passing: openPassingFiles(path.join(config.filesDir, 'passing')),
    pdf: pdfMaker(),
    sender: openSender(config.mail),
    scanner: openScanner(config.scanner),
    sealer: openSealer(config.sealingKey, config.formerSealingKeys),
    auditHeads: openHeadBook(config.auditHeads),
    unusualLimits: { ...usualLimits, ...config.unusualLimits },
    reactsTo: reactsTo(features),
    dayCopies: dayCopiesOf(features),
    undoings: undoingsOf(features),
    handovers: handoversOf(features),
    unusedAfter: config.unusedAfter,
    baseUrl: config.baseUrl,
    passwords: openPasswords({ rangeUrl: config.breachedPasswordsUrl }),
    providers: config.providers.map(openProvider),
    signIn: config.signIn,
    ...(config.securityContact === undefined ? {} : { securityContact: config.securityContact }),
    isDemo: config.signIn.includes('demo') && config.environment !== 'production',
    isProduction: config.environment === 'production',
  }
}
