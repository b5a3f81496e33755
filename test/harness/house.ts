// The tools of a house for tests: a clock that stands still until moved, files in memory.

import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { House } from '../../src/casebook/house.ts'
import type { Instant, PlainDate } from '../../src/domain/calendar/plain-date.ts'
import type { SignInWay } from '../../src/domain/sign-in/ways.ts'
import { londonDateOf } from '../../src/domain/calendar/london-date.ts'
import { FileMissing } from '../../src/platform/files/file-store.ts'
import { openPassingFiles } from '../../src/platform/files/passing-files.ts'
import { idMaker } from '../../src/platform/clock/new-id.ts'
import { instantOf, millisecondsOf } from '../../src/platform/clock/system-clock.ts'
import type { Message } from '../../src/platform/notify/sender.ts'
import { SendingFailed } from '../../src/platform/notify/sender.ts'
import { features } from '../../src/features/index.ts'
import { dayCopiesOf, handoversOf, reactsTo, undoingsOf } from '../../src/casebook/feature.ts'
import { pdfMaker } from '../../src/platform/documents/to-pdf.ts'
import type { Scanner } from '../../src/platform/scanner/scanner.ts'
import { standInScanner } from '../../src/platform/scanner/stand-in.ts'
import { openPasswords } from '../../src/platform/passwords/passwords.ts'
import { usualUnusedAfter } from '../../src/domain/sign-in/unused-account.ts'
import { usualLimits } from '../../src/domain/access/unusual.ts'
import { openHeadBook } from '../../src/platform/heads/head-book.ts'
import { openSealer } from '../../src/platform/seal/seal.ts'
import type { FreshDatabase } from './database.ts'

/** One for all houses of a test file: its thread starts with the first PDF and lets the process end. */
const pdf = pdfMaker()

const passwords = openPasswords()

/** The carrier of a test: keeps what it was given, and refuses while `isBroken`. */
export interface Carrier {
  readonly carried: Message[]
  isBroken: boolean
}

export interface HouseOptions {
  readonly signIn?: readonly SignInWay[]
  readonly baseUrl?: string
  readonly scanner?: Scanner
}

export function aHouse(fresh: FreshDatabase, start: string, { signIn = ['demo'], baseUrl = 'http://hub.test', scanner = standInScanner }: HouseOptions = {}): { house: House; carrier: Carrier; setNow: (instant: string) => void } {
  const carrier: Carrier = { carried: [], isBroken: false }
  let now = start
  const own = mkdtempSync(path.join(os.tmpdir(), 'hub-audit-'))
  let ticks = 0
  const kept = new Map<string, Uint8Array>()
  return {
    carrier,
    setNow: (instant) => { now = instant },
    house: {
      database: fresh.asWeb,
      systemDatabase: fresh.asWorker,
      // A millisecond for each look, so that order in time is order of doing.
      clock: {
        now: () => instantOf(millisecondsOf(now as Instant) + ticks++),
        today: (): PlainDate => londonDateOf(now as Instant),
      },
      newId: idMaker(() => millisecondsOf(now as Instant) + ticks++),
      files: {
        keep: (bytes) => {
          const sha256 = createHash('sha256').update(bytes).digest('hex')
          kept.set(sha256, bytes)
          return Promise.resolve({ sha256, size: bytes.length })
        },
        open: (sha256) => {
          const bytes = kept.get(sha256)
          return bytes === undefined ? Promise.reject(new FileMissing('no such file is kept')) : Promise.resolve(bytes)
        },
        list: async function* () { yield* kept.keys() },
        removeInfected: (sha256) => Promise.resolve(void kept.delete(sha256)),
      },
      passing: openPassingFiles(path.join(own, 'passing')),
      pdf,
      scanner,
      sealer: openSealer('a sealing key that is used in tests only'),
      sender: {
        sendsTexts: true,
        send: (message) => {
          if (carrier.isBroken) return Promise.reject(new SendingFailed('The carrier is broken'))
          carrier.carried.push(message)
          return Promise.resolve({ reference: message.id })
        },
      },
      auditHeads: openHeadBook({ dir: path.join(own, 'heads'), keyFile: path.join(own, 'key.pem'), makesKey: true }),
      unusualLimits: usualLimits,
      reactsTo: reactsTo(features),
      dayCopies: dayCopiesOf(features),
      undoings: undoingsOf(features),
      handovers: handoversOf(features),
      unusedAfter: usualUnusedAfter,
      baseUrl,
      passwords,
      providers: [],
      securityContact: 'mailto:security@wendmere.example.org',
      signIn,
      isDemo: signIn.includes('demo'),
      isProduction: false,
    },
  }
}
