// The database that `npm start` keeps beside the program, for a command that is given no other: it then works on the same hub.

import { existsSync } from 'node:fs'
import path from 'node:path'
import { startEmbeddedPostgres } from './platform/db/embedded-postgres.ts'
import { urlAs } from './platform/db/roles.ts'

const dataDir = path.resolve(import.meta.dirname, '..', '.data', 'postgres')

export interface LocalDatabase {
  /** Settings that name it, one way for each part of the program. */
  readonly settings: Readonly<Record<'DATABASE_URL' | 'DATABASE_APP_URL' | 'DATABASE_WORKER_URL', string>>
  /** Leaves it running where it ran before. */
  readonly stop: () => Promise<void>
}

/** Undefined where another is named, in production, and where `npm start` never was. */
export async function localDatabase(environment: Readonly<Record<string, string | undefined>>): Promise<LocalDatabase | undefined> {
  if ((environment['DATABASE_URL'] ?? '') !== '' || environment['ENVIRONMENT'] === 'production' || !existsSync(path.join(dataDir, 'PG_VERSION'))) return undefined
  const { databaseUrl, stop } = await startEmbeddedPostgres({ dataDir })
  return { settings: { DATABASE_URL: databaseUrl, DATABASE_APP_URL: urlAs(databaseUrl, 'web'), DATABASE_WORKER_URL: urlAs(databaseUrl, 'worker') }, stop }
}
