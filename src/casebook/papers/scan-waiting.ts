// Files that the scanner could not answer for when they came are looked through as soon as it is back: clean ones can be opened,
// infected ones lose their bytes, and whoever sent them and the case officer are told, without a word about a child.

import type { Job } from '../feature.ts'
import { scanJob } from './documents.ts'
import { queueOutgoing } from '../sending/outgoing.ts'
import type { Occasion, Tx } from '../tx.ts'
import { inTransaction, read } from '../tx.ts'
import { FileMissing } from '../../platform/files/file-store.ts'
import type { ScanAnswer } from '../../platform/scanner/scanner.ts'
import { paths } from '../../paths.ts'

/** The queue tries again, later and later; beside that the clock starts it every five minutes. */
class ScannerAway extends Error {}

/** A scan in the background may take as long as the slowest scanner that still answers. */
const patience = 60_000

export const scanWaitingFiles: Job = {
  name: scanJob,
  runsAt: '*/5 * * * *',
  run: async (occasion) => {
    for (const sha256 of await waiting(occasion)) {
      const answer = await scanKept(occasion, sha256)
      if (answer.verdict === 'unanswered') throw new ScannerAway(`the scanner gave no answer: ${answer.why}`)
      await inTransaction(occasion, (tx) => settle(tx, sha256, answer))
      // Rows first: bytes without a row that opens them harm nobody, a clean row without bytes would be a loss.
      if (answer.verdict === 'infected') await occasion.house.files.removeInfected(sha256)
    }
  },
}

const waiting = (occasion: Occasion): Promise<string[]> => read(occasion, async (tx) => {
  const rows = await tx.db.selectFrom('document').select('sha256').distinct().where('scanState', '=', 'waiting').orderBy('sha256').execute()
  return rows.map(({ sha256 }) => sha256)
})

async function scanKept({ house }: Occasion, sha256: string): Promise<ScanAnswer> {
  try {
    return await house.scanner.scan(await house.files.open(sha256), { withinMs: patience })
  } catch (error) {
    // Taken out as infected by a worker that was stopped before it said so: looked at as what it was.
    if (error instanceof FileMissing) return { verdict: 'refused', why: 'its content is no longer kept' }
    throw error
  }
}

/** Every row of this content: the same file may have come twice. */
async function settle(tx: Tx, sha256: string, answer: Exclude<ScanAnswer, { verdict: 'unanswered' }>): Promise<void> {
  const scanState = answer.verdict === 'refused' ? 'failed' : answer.verdict
  const rows = await tx.db.updateTable('document').set({
    scanState, scannedAt: tx.now, scannedBy: tx.house.scanner.name,
    scanWords: answer.verdict === 'infected' ? answer.name : answer.verdict === 'refused' ? answer.why : null,
  }).where('sha256', '=', sha256).where('scanState', '=', 'waiting').returning(['localAreaId', 'caseId', 'uploadedBy']).execute()
  if (scanState === 'clean') return
  for (const { localAreaId, caseId, uploadedBy } of rows) {
    const held = caseId === null ? undefined : await tx.db.selectFrom('caseFile as c').innerJoin('localArea as a', 'a.id', 'c.localAreaId')
      .select(['c.caseOfficerId', 'a.code']).where('c.localAreaId', '=', localAreaId).where('c.id', '=', caseId).executeTakeFirst()
    for (const personId of new Set([uploadedBy, held?.caseOfficerId ?? null])) {
      const person = personId === null ? undefined : await tx.db.selectFrom('person').select(['id', 'email']).where('id', '=', personId).executeTakeFirst()
      if (person === undefined || person.email === null) continue
      await queueOutgoing(tx, { localAreaId, ...(caseId === null ? {} : { id: caseId }) }, {
        channel: 'email', toPersonId: person.id, toAddress: person.email, about: 'file-not-taken',
        subject: 'A file could not be kept',
        body: `${scanState === 'infected' ? 'A file that was added to Golden Thread contains a virus. It has been removed, and nobody could open it.' : 'A file that was added to Golden Thread could not be checked for viruses, so nobody can open it.'}\n\nSign in to see which one, and add it again if it is needed:\n${tx.house.baseUrl}${held === undefined || caseId === null ? paths.home() : paths.caseEvidence({ area: held.code, caseId })}`,
      })
    }
  }
}
