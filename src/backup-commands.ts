// `golden-thread backup`, `restore` and `make-backup-key`: docs/how-to/back-up-and-restore.md.

import { open } from 'node:fs/promises'
import path from 'node:path'
import { keptAccessRules } from './casebook/access/access-rules.ts'
import { rebuildTracks } from './casebook/rebuild-tracks.ts'
import { system } from './casebook/signing-in/viewer.ts'
import { readConfig } from './config.ts'
import { makeHouse } from './make-house.ts'
import { backUp } from './platform/backup/back-up.ts'
import { BackupFault } from './platform/backup/framed.ts'
import { restore } from './platform/backup/restore.ts'
import { makeBackupKey, readKeyFile } from './platform/backup/sealed.ts'
import { systemClock } from './platform/clock/system-clock.ts'
import { openFileStore } from './platform/files/file-store.ts'
import { checkRestoredAudit } from './restored-audit.ts'

type Command = (words: readonly string[]) => Promise<number>

const say = (text: string): boolean => process.stdout.write(`${text}\n`)
const complain = (text: string): number => {
  process.stderr.write(`${text}\n`)
  return 1
}

/** The word after "--to", "--identity" and so on. */
function given(words: readonly string[], name: string): string | undefined {
  const at = words.indexOf(`--${name}`)
  return at < 0 ? undefined : words[at + 1]
}

const migrations = path.resolve(import.meta.dirname, '..', 'migrations')
const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1)
const count = (number: number): string => number.toLocaleString('en-GB')

/** Makes one sealed file of everything. Never deletes or overwrites: docs/how-to say how old ones go. */
const backup: Command = async (words) => {
  const folder = given(words, 'to')
  if (folder === undefined) return complain('Where to? golden-thread backup --to FOLDER')
  const config = readConfig()
  const begun = performance.now()
  try {
    const { file, bytes, manifest } = await backUp({ connectionString: config.backupDatabaseUrl, files: openFileStore(config.filesDir), recipients: config.backupRecipients, folder, now: systemClock(config.startsAt).now() })
    say(`Kept ${count(manifest.tables.reduce((sum, { rows }) => sum + rows, 0))} rows of ${manifest.tables.length} tables, ${count(manifest.jobs)} jobs and ${count(manifest.files)} files in ${file} (${count(bytes)} bytes, ${seconds(begun)} seconds).`)
    if (manifest.missingFiles.length > 0) return complain(`${manifest.missingFiles.length} files that the record points to are not in the folder of files: ${manifest.missingFiles.slice(0, 20).join(', ')}`)
    return 0
  } catch (error) {
    return failed(error)
  }
}

/** Into an empty database and folder; then everything is folded again and must be as it was, and the audit record must fit its chain and heads. */
const restoreCommand: Command = async (words) => {
  const [file] = words
  const [keyFile, into, filesDir, headsDir, publicKeyFile] = ['identity', 'into', 'files', 'heads', 'public-key'].map((name) => given(words, name))
  if (file === undefined || file.startsWith('--') || keyFile === undefined || into === undefined || filesDir === undefined) {
    return complain('golden-thread restore FILE --identity KEYFILE --into DATABASE_URL --files FOLDER [--heads FOLDER --public-key FILE]')
  }
  if ((headsDir === undefined) !== (publicKeyFile === undefined)) return complain('Signed heads are checked with their public key: give --heads and --public-key, or neither')
  const begun = performance.now()
  try {
    const files = openFileStore(path.resolve(filesDir))
    const done = await restore({ file, identities: await readKeyFile(keyFile), connectionString: into, migrations, files, kept: keptAccessRules })
    say(`Restored the backup of ${done.takenAt}: ${count(done.rows)} rows of ${done.manifest.tables.length} tables, ${count(done.manifest.jobs)} jobs and ${count(done.manifest.files)} files (${count(done.manifest.fileBytes)} bytes), every table as it was.`)
    if (done.migrated.length > 0) say(`Then brought it up to date: ${done.migrated.join(', ')}.`)
    const audit = await checkRestoredAudit(into, headsDir === undefined || publicKeyFile === undefined ? undefined : { headsDir, publicKeyFile, takenAt: done.takenAt })
    const different = await foldAgain(into, filesDir)
    say(`${different === 0 ? 'Every case folds to what its row says.' : `${different} cases do not fold to what their rows say: run rebuild-tracks.`} ${seconds(begun)} seconds.`)
    if (audit.misfits.length > 0) {
      for (const { chain, seq, what } of audit.misfits) complain(`The audit record of ${chain} does not fit at ${seq}: ${what}.`)
      return complain('Do not put this database into use before you know why: somebody changed the record before the backup was made, or the backup since.')
    }
    const records = audit.chains.reduce((sum, chain) => sum + chain.records, 0)
    say(`The audit record fits: ${count(records)} records of ${audit.chains.length} areas${headsDir === undefined ? '. Signed heads were not given, so a record cut short would not be seen' : `, and every signed head before the backup`}.`)
    return different === 0 && done.manifest.missingFiles.length === 0 ? 0 : 1
  } catch (error) {
    return failed(error)
  }
}

/** Needs nothing of the server's settings: only the tables are read. */
async function foldAgain(databaseUrl: string, filesDir: string): Promise<number> {
  const house = makeHouse(readConfig({ DATABASE_URL: databaseUrl, FILES_DIR: filesDir }), 'owner')
  try {
    return (await rebuildTracks({ house, viewer: system, page: 'cli restore' }, { repair: false })).different.length
  } finally {
    await house.database.destroy()
  }
}

/** A pair of keys. The one that opens goes into a new file, or to the screen; it belongs nowhere near the server. */
const makeKey: Command = async (words) => {
  const { identity, recipient } = await makeBackupKey()
  const to = given(words, 'to')
  const text = `# Opens backups of Golden Thread. Keep two copies apart from the server; without it no backup can be read.\n# Public key: ${recipient}\n${identity}\n`
  if (to === undefined) process.stdout.write(text)
  else {
    try {
      const file = await open(to, 'wx', 0o600)
      await file.writeFile(text)
      await file.close()
    } catch (error) {
      return complain(`The key was not written: ${error instanceof Error ? error.message : 'unknown'}`)
    }
    say(`The key that opens backups is in ${to}. Move it off this machine.`)
  }
  say(`Set on the server: BACKUP_RECIPIENTS=${recipient}`)
  return 0
}

/** What is wrong with a backup is told in its words; anything else is a fault of the program or the machine. */
function failed(error: unknown): number {
  if (error instanceof BackupFault) return complain(error.message)
  if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return complain('There is a backup of this second already; nothing was overwritten.')
  throw error
}

export const backupCommands: Readonly<Record<string, Command>> = { backup, restore: restoreCommand, 'make-backup-key': makeKey }
