// A restore drill: the demonstration's children, their files and what waits in the queue are backed up, restored into an empty
// database and an empty folder, and compared, table by table and file by file. Then everything that can go wrong does.

import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { Client } from 'pg'
import type { FreshDatabase } from '../../../test/harness/database.ts'
import { freshDatabase } from '../../../test/harness/database.ts'
import { unpackCases } from '../../features/demo/demo-cases-store.ts'
import { seedWorld } from '../../features/demo/seed-world.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { FileStore } from '../files/file-store.ts'
import { openFileStore } from '../files/file-store.ts'
import { urlAs } from '../db/roles.ts'
import type { BackupReport } from './back-up.ts'
import { backUp } from './back-up.ts'
import { BackupFault } from './framed.ts'
import { restore } from './restore.ts'
import { identitiesIn, makeBackupKey } from './sealed.ts'
import { countTable, listTables, sameSpelling } from './tables.ts'

const migrations = path.resolve(import.meta.dirname, '../../../migrations')
const now = '2026-11-22T02:00:00.000Z'

describe('backup and restore', () => {
  let fresh: FreshDatabase
  let folder: string
  let files: FileStore
  let key: { identity: string; recipient: string }
  let made: BackupReport
  const databases: string[] = []

  before(async () => {
    fresh = await freshDatabase()
    folder = await mkdtemp(path.join(os.tmpdir(), 'gt-backup-'))
    files = openFileStore(path.join(folder, 'files'))
    await seedWorld(fresh.db, now as Instant)
    await unpackCases(fresh.db, files, await readFile(path.resolve(import.meta.dirname, '../../../demo/cases.json.gz')))
    await files.keep(Buffer.from('A file of a request that is still being written.'))
    await sql`select graphile_worker.add_job('send-outgoing', payload => '{"outgoingId": "x"}'::json, job_key => 'send-outgoing x', run_at => '2026-11-23T08:00:00Z')`.execute(fresh.db)
    key = await makeBackupKey()
    made = await backUp({ connectionString: fresh.connectionString, files, recipients: [key.recipient], folder, now })
  })
  after(async () => {
    const client = await connected(fresh.connectionString)
    for (const name of databases) await client.query(`drop database if exists ${name} with (force)`)
    await client.end()
    await fresh.drop()
    await rm(folder, { recursive: true, force: true })
  })

  const connected = async (connectionString: string): Promise<Client> => {
    const client = new Client({ connectionString })
    await client.connect()
    return client
  }
  const emptyDatabase = async (): Promise<string> => {
    const name = `gt_restore_${process.pid}_${databases.length}`
    const client = await connected(fresh.connectionString)
    await client.query(`create database ${name} template template0`)
    await client.end()
    databases.push(name)
    const url = new URL(fresh.connectionString)
    url.pathname = `/${name}`
    return url.href
  }
  const countAll = async (connectionString: string) => {
    const client = await connected(connectionString)
    try {
      await client.query(sameSpelling)
      const counts = []
      for (const shape of await listTables(client)) counts.push(await countTable(client, shape))
      return counts
    } finally {
      await client.end()
    }
  }
  const restoring = async (file: string, identity = key.identity) => {
    const connectionString = await emptyDatabase()
    const into = openFileStore(path.join(folder, `restored-${databases.length}`))
    return { connectionString, into, done: restore({ file, identities: [identity], connectionString, migrations, files: into }) }
  }
  /** Rows that a restore left; a database without tables has none. */
  const peopleIn = async (connectionString: string): Promise<number> => {
    const client = await connected(connectionString)
    const { rows: [table] } = await client.query<{ there: string | null }>(`select to_regclass('public.person')::text as there`)
    const people = table?.there === null ? 0 : Number((await client.query<{ count: string }>('select count(*)::text as count from person')).rows[0]?.count)
    await client.end()
    return people
  }

  it('brings back every row of every table, every file, and what waits in the queue', async () => {
    const { connectionString, into, done } = await restoring(made.file)
    const report = await done
    assert.equal(report.takenAt, now)
    assert.deepEqual(report.migrated, [])
    const there = await countAll(fresh.connectionString)
    assert.deepEqual(await countAll(connectionString), there)
    assert.deepEqual(made.manifest.tables, there)
    assert.ok(there.filter(({ rows }) => rows > 0).length > 25 && report.rows > 1000, 'the drill has hardly any rows')
    const kept: string[] = []
    for await (const sha256 of files.list()) {
      kept.push(sha256)
      assert.deepEqual(await into.open(sha256), await files.open(sha256))
    }
    const back: string[] = []
    for await (const sha256 of into.list()) back.push(sha256)
    assert.deepEqual(back, kept)
    assert.deepEqual(made.manifest.missingFiles, [])
    const client = await connected(connectionString)
    const { rows: jobs } = await client.query<{ task: string; key: string }>('select t.identifier as task, j.key from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id')
    assert.deepEqual(jobs, [{ task: 'send-outgoing', key: 'send-outgoing x' }])
    // What protects the record is back too: the ledger only grows, and rows cannot point nowhere.
    await assert.rejects(client.query('delete from fact'), /ledger|grow|fact/i)
    await assert.rejects(client.query(`insert into relationship (local_area_id, id, child_id, person_id, relation, has_parental_responsibility) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x', false)`), /foreign key/)
    await client.end()
  })

  it('is made by a role that may only read, and comes back closed to the web by the same policies', async () => {
    const backup = `gt_backup_${process.pid}`
    const admin = await connected(fresh.connectionString)
    const password = decodeURIComponent(new URL(fresh.connectionString).password)
    await admin.query(`create role ${backup} login bypassrls in role pg_read_all_data${password === '' ? '' : ` password '${password.replaceAll("'", "''")}'`}`)
    try {
      const asBackup = new URL(fresh.connectionString)
      asBackup.username = backup
      const { file, manifest } = await backUp({ connectionString: asBackup.href, files, recipients: [key.recipient], folder, now: '2026-11-22T03:00:00.000Z' })
      assert.deepEqual(manifest.tables, made.manifest.tables)
      await admin.query(`alter role ${backup} nobypassrls`)
      await assert.rejects(backUp({ connectionString: asBackup.href, files, recipients: [key.recipient], folder, now: '2026-11-22T04:00:00.000Z' }), /row-level security/)
      const { connectionString, done } = await restoring(file)
      await done
      const { rows: [parent] } = await admin.query<{ person: string; of: string }>(`select person_id as person, count(distinct (local_area_id, case_id))::text as of from case_party where part = 'parent' and to_on is null group by 1 order by 1 limit 1`)
      const count = async (process: 'web' | 'worker', person: string): Promise<string | undefined> => {
        const client = await connected(urlAs(connectionString, process))
        try {
          await client.query('begin')
          await client.query(`select set_config('hub.person', $1, true), set_config('hub.today', '2026-11-22', true)`, [person])
          return (await client.query<{ count: string }>('select count(*)::text as count from case_file')).rows[0]?.count
        } finally {
          await client.end()
        }
      }
      assert.equal(await count('web', ''), '0')
      assert.equal(await count('web', parent?.person ?? ''), parent?.of)
      assert.equal(Number(await count('worker', '')), manifest.tables.find(({ table }) => table === 'case_file')?.rows)
    } finally {
      await admin.query(`drop role ${backup}`)
      await admin.end()
    }
  })

  it('refuses a database in which there is something, and changes nothing in it', async () => {
    const there = await countAll(fresh.connectionString)
    await assert.rejects(restore({ file: made.file, identities: [key.identity], connectionString: fresh.connectionString, migrations, files }), /is not empty/)
    assert.deepEqual(await countAll(fresh.connectionString), there)
  })

  it('opens with the right key only, and says so', async () => {
    const other = await makeBackupKey()
    const { done } = await restoring(made.file, other.identity)
    await assert.rejects(done, /This key does not open this backup/)
    const none = await restoring(made.file)
    await none.done
    await assert.rejects(restore({ file: made.file, identities: [], connectionString: await emptyDatabase(), migrations, files }), /holds no key/)
    assert.deepEqual(identitiesIn(`# created\n# public key: ${key.recipient}\n${key.identity}\n`), [key.identity])
  })

  it('names the place where one byte was changed, wherever that is, and leaves nothing half restored', async () => {
    const whole = await readFile(made.file)
    const places = [5, 120, 400, Math.floor(whole.length / 3), Math.floor(whole.length / 2), whole.length - 5]
    for (const place of places) {
      const damaged = Buffer.from(whole)
      damaged.writeUInt8(damaged.readUInt8(place) ^ 1, place)
      const file = path.join(folder, `damaged-${place}.age`)
      await writeFile(file, damaged)
      const { connectionString, done } = await restoring(file)
      const fault = await done.then(() => undefined, (error: unknown) => error)
      assert.ok(fault instanceof BackupFault, `byte ${place} was not noticed: ${String(fault)}`)
      const [, from, to] = /from byte (\d+) to byte (\d+)/.exec(fault.message) ?? []
      if (from !== undefined) assert.ok(place >= Number(from) && place <= Number(to), `${place}: ${fault.message}`)
      else assert.match(fault.message, /damaged in its first|does not open|is no backup/)
      assert.equal(await peopleIn(connectionString), 0)
    }
  })

  it('notices a missing end, at any length', async () => {
    const whole = await readFile(made.file)
    for (const length of [0, 10, 300, Math.floor(whole.length / 2), whole.length - 1, whole.length - 16]) {
      const file = path.join(folder, `cut-${length}.age`)
      await writeFile(file, whole.subarray(0, length))
      const { connectionString, done } = await restoring(file)
      await assert.rejects(done, BackupFault, `cut at ${length}`)
      assert.equal(await peopleIn(connectionString), 0)
    }
  })

  it('is written for its owner alone, never over another, and says nothing without the key', async () => {
    assert.equal((await stat(made.file)).mode & 0o777, 0o600)
    await assert.rejects(backUp({ connectionString: fresh.connectionString, files, recipients: [key.recipient], folder, now }), { code: 'EEXIST' })
    const bytes = await readFile(made.file)
    for (const word of ['Rewan', 'Tahsin', 'Wendmere', 'local_area', 'golden-thread backup']) assert.ok(!bytes.includes(word), word)
    await assert.rejects(backUp({ connectionString: fresh.connectionString, files, recipients: [], folder, now }), /no public key/)
  })

  it('says which files the record points to that are gone, and stops for one that was damaged', async () => {
    const { sha256 } = await fresh.db.selectFrom('planVersion').select('docxSha256 as sha256').where('docxSha256', 'is not', null).limit(1).executeTakeFirstOrThrow()
    assert.ok(sha256 !== null)
    const place = path.join(folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    const bytes = await readFile(place)
    await writeFile(place, Buffer.concat([bytes, Buffer.from('!')]))
    await mkdir(path.join(folder, 'later'))
    await assert.rejects(backUp({ connectionString: fresh.connectionString, files, recipients: [key.recipient], folder: path.join(folder, 'later'), now: '2026-11-22T03:00:00.000Z' }), /changed or damaged/)
    await rm(place)
    const later = await backUp({ connectionString: fresh.connectionString, files, recipients: [key.recipient], folder: path.join(folder, 'later'), now: '2026-11-22T04:00:00.000Z' })
    assert.deepEqual(later.manifest.missingFiles, [sha256])
    await writeFile(place, bytes)
    assert.equal((await readdir(path.join(folder, 'later'))).length, 2, 'a backup that stopped stays where it is: nothing here deletes')
  })

  it('is one moment: what is written while it runs is in it whole or not at all', async () => {
    let isFirst = true
    const slow: FileStore = { ...files, list: async function* () {
      if (isFirst) await fresh.db.insertInto('organisation').values({ id: '00000000-0000-4000-8000-0000000000aa' as never, kind: 'setting', name: 'Founded meanwhile' }).execute()
      isFirst = false
      yield* files.list()
    } }
    const during = await backUp({ connectionString: fresh.connectionString, files: slow, recipients: [key.recipient], folder, now: '2026-11-22T05:00:00.000Z' })
    const { done } = await restoring(during.file)
    assert.deepEqual((await done).manifest.tables, made.manifest.tables)
  })
})
