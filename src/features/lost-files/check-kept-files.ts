// Each night every kept file is opened and hashed. One that is not there, or is another, is noted and told at once: what a family handed
// in is the council's to keep, and a loss that nobody notices is found by the family (UK GDPR Arts 5(1)(f), 33, 34).

import type { Job } from '../../casebook/feature.ts'
import { listAreas } from '../../casebook/open-area.ts'
import { queueOutgoing } from '../../casebook/sending/outgoing.ts'
import type { Tx } from '../../casebook/tx.ts'
import { inTransaction, read } from '../../casebook/tx.ts'
import type { LocalAreaId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { FileDamaged, FileMissing } from '../../platform/files/file-store.ts'
import type { How } from './loss-store.ts'
import { listContents, listToTell, noteFound, noteLost } from './loss-store.ts'

const batch = 500

export const checkKeptFiles: Job = {
  name: 'check-kept-files',
  runsAt: '40 3 * * *',
  run: async (occasion) => {
    let after = ''
    for (;;) {
      const contents = await read(occasion, (tx) => listContents(tx, after, batch))
      for (const sha256 of contents) {
        const how = await lookAt(occasion.house.files, sha256)
        await inTransaction(occasion, async (tx) => {
          if (how === undefined) return noteFound(tx, sha256)
          for (const area of await noteLost(tx, sha256, how)) await tell(tx, area)
        })
      }
      const last = contents.at(-1)
      if (last === undefined || contents.length < batch) return
      after = last
    }
  },
}

/** What is wrong with a content; undefined when it is there as it was kept. */
async function lookAt(files: FileStore, sha256: string): Promise<How | undefined> {
  try {
    await files.open(sha256)
    return undefined
  } catch (error) {
    if (error instanceof FileMissing) return 'missing'
    if (error instanceof FileDamaged) return 'changed'
    throw error
  }
}

async function tell(tx: Tx, localAreaId: LocalAreaId): Promise<void> {
  const area = (await listAreas(tx)).find(({ id }) => id === localAreaId)
  if (area === undefined) return
  for (const { id, email } of await listToTell(tx, localAreaId)) {
    await queueOutgoing(tx, { localAreaId }, {
      channel: email === null ? 'hub' : 'email', toPersonId: id, ...(email === null ? {} : { toAddress: email }), about: 'file-lost', subject: 'A kept file cannot be found', isUrgent: true,
      body: `Golden Thread looked through all kept files and did not find one as it was kept. The law gives 72 hours to report it.\n\nSign in to see it: ${tx.house.baseUrl}${paths.lostFiles({ area: area.code })}`,
    })
  }
}
