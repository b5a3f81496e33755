// Against the ClamAV on this machine, where there is one: its own daemon, with a signature of the EICAR test file written here.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { eicarFiles, eicarInPackedPdf } from '../../../test/builders/eicar-files.ts'
import { clamdScanner } from './clamd.ts'
import { eicar } from './stand-in.ts'

const clamd = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find((file) => existsSync(file))

test('ClamAV itself, where it is installed', async () => {
  // Said aloud and not passed over: on such a machine only the protocol and the stand-in are tried.
  if (clamd === undefined) return void process.stdout.write('There is no clamd on this machine: what it finds was not tried.\n')
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gt-clamd-'))
  const socket = path.join(folder, 'clamd.sock')
  // Name, any kind of file, anywhere in it, the bytes in hexadecimal (ClamAV manual, "Extended signatures").
  await writeFile(path.join(folder, 'test.ndb'), `Eicar.Test:0:*:${Buffer.from(eicar, 'latin1').toString('hex')}\n`)
  await writeFile(path.join(folder, 'clamd.conf'), `DatabaseDirectory ${folder}\nLocalSocket ${socket}\nForeground yes\nStreamMaxLength 1M\nMaxThreads 2\nTemporaryDirectory ${folder}\n`)
  const daemon = spawn(clamd, ['--config-file', path.join(folder, 'clamd.conf')], { stdio: 'ignore' })
  try {
    const scanner = clamdScanner({ path: socket })
    const scan = (bytes: Uint8Array) => scanner.scan(bytes, { withinMs: 60_000 })
    while (daemon.exitCode === null && (await scan(Buffer.from('are you there?'))).verdict === 'unanswered') await sleep(200)
    assert.deepEqual(await scan(Buffer.from('A report about reading.')), { verdict: 'clean' })
    for (const { name, bytes } of eicarFiles) {
      const answer = await scan(bytes)
      assert.equal(answer.verdict, 'infected', name)
      if (answer.verdict === 'infected') assert.match(answer.name, /^Eicar\.Test/)
    }
    assert.equal((await scan(eicarInPackedPdf())).verdict, 'infected', 'in a compressed stream of a PDF')
    assert.deepEqual(await scan(Buffer.alloc(3 * 1024 * 1024, 'x')), { verdict: 'refused', why: 'it is larger than the scanner takes' })
    daemon.kill('SIGKILL')
    await new Promise((ended) => daemon.once('exit', ended))
    assert.deepEqual(await scan(Buffer.from('A report')), { verdict: 'unanswered', why: 'away' })
  } finally {
    daemon.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
})
