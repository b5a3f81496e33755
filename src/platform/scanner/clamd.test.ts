import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FakeClamd } from '../../../test/harness/fake-clamd.ts'
import { startFakeClamd } from '../../../test/harness/fake-clamd.ts'
import { eicarFiles } from '../../../test/builders/eicar-files.ts'
import { answerOf, clamdAddressOf, clamdScanner } from './clamd.ts'
import { eicar, standInScanner } from './stand-in.ts'

const clean = Buffer.from('A report about reading.')

describe('the scanner that speaks clamd’s protocol', () => {
  let fake: FakeClamd
  before(async () => { fake = await startFakeClamd() })
  after(() => fake.stop())
  const scan = (bytes: Uint8Array, withinMs = 600_000) => clamdScanner(fake.address).scan(bytes, { withinMs })

  it('hands the whole file over and reads the answer', async () => {
    fake.manner = 'well'
    const big = Buffer.alloc(3_000_000, 'a long report ')
    assert.deepEqual(await scan(big), { verdict: 'clean' })
    assert.ok(fake.seen.at(-1)?.equals(big))
    assert.deepEqual(await scan(Buffer.from(eicar)), { verdict: 'infected', name: 'Eicar-Test-Signature' })
    assert.deepEqual(await scan(new Uint8Array()), { verdict: 'clean' })
  })

  it('takes nothing for clean that was not answered', async () => {
    fake.manner = 'slow'
    assert.deepEqual(await scan(clean, 100), { verdict: 'unanswered', why: 'slow' })
    fake.manner = 'cuts-off-in-the-middle'
    assert.deepEqual(await scan(Buffer.alloc(3_000_000)), { verdict: 'unanswered', why: 'broke-off' })
    fake.manner = 'cuts-off-its-answer'
    assert.deepEqual(await scan(clean), { verdict: 'unanswered', why: 'broke-off' })
    fake.manner = 'talks-nonsense'
    assert.deepEqual(await scan(clean), { verdict: 'unanswered', why: 'not-understood' })
    fake.manner = 'well'
    fake.mostBytes = 1000
    assert.deepEqual(await scan(Buffer.alloc(5_000_000)), { verdict: 'refused', why: 'it is larger than the scanner takes' })
    fake.mostBytes = 25 * 1024 * 1024
  })

  it('says that it is away when nobody listens', async () => {
    const gone = await startFakeClamd()
    const address = gone.address
    await gone.stop()
    assert.deepEqual(await clamdScanner(address).scan(clean, { withinMs: 600_000 }), { verdict: 'unanswered', why: 'away' })
    assert.deepEqual(await clamdScanner({ path: '/no/such/socket' }).scan(clean, { withinMs: 600_000 }), { verdict: 'unanswered', why: 'away' })
  })

  it('reads only the exact words for clean', () => {
    for (const [line, verdict] of [
      ['stream: OK\0', 'clean'], ['stream: OK', 'unanswered'], ['OK\0', 'unanswered'], ['stream: not OK\0', 'unanswered'], ['\0', 'unanswered'], ['', 'unanswered'],
      ['stream: Win.Test FOUND\0', 'infected'], ['INSTREAM size limit exceeded. ERROR\0', 'refused'], ['stream: lstat() failed. ERROR\0', 'unanswered'],
    ] as const) assert.equal(answerOf(line).verdict, verdict, line)
  })

  it('knows an address when it sees one', () => {
    assert.deepEqual(clamdAddressOf('127.0.0.1:3310'), { host: '127.0.0.1', port: 3310 })
    assert.deepEqual(clamdAddressOf('tcp://clamav.internal:3310'), { host: 'clamav.internal', port: 3310 })
    assert.deepEqual(clamdAddressOf('[::1]:3310'), { host: '::1', port: 3310 })
    assert.deepEqual(clamdAddressOf('/run/clamav/clamd.ctl'), { path: '/run/clamav/clamd.ctl' })
    for (const text of ['clamav', 'host:0', 'host:70000', 'http://host:3310', '']) assert.equal(clamdAddressOf(text), undefined, text)
  })
})

describe('the stand-in', () => {
  it('knows the test file in each of its wrappers, and says that it is no scanner', async () => {
    assert.equal(standInScanner.isReal, false)
    assert.match(standInScanner.name, /stand-in/)
    for (const { name, bytes } of eicarFiles) assert.equal((await standInScanner.scan(bytes, { withinMs: 0 })).verdict, 'infected', name)
    assert.equal((await standInScanner.scan(clean, { withinMs: 0 })).verdict, 'clean')
  })
})
