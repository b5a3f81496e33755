// Tells the area's access officers that something waits for them: at once, by night too, and with nothing of any child in it.

import { queueOutgoing } from '../../casebook/sending/outgoing.ts'
import type { Area } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import { paths } from '../../paths.ts'
import { listToTell } from './access-store.ts'

const words = {
  emergency: { subject: 'A record was opened in an emergency', text: 'Somebody opened a record in an emergency. Please look at it today.' },
  unusual: { subject: 'Unusual looking at records', text: 'Golden Thread noticed that records were looked at in an unusual way. Please find out why.' },
} as const

/** Where an area has no access officer, its managers are told: nothing may wait unseen. */
export async function tellAccessOfficers(tx: Tx, area: Pick<Area, 'id' | 'code' | 'councilName'>, what: keyof typeof words): Promise<void> {
  const { subject, text } = words[what]
  for (const { personId, email } of await listToTell(tx, area.id)) {
    await queueOutgoing(tx, { localAreaId: area.id }, {
      channel: email === undefined ? 'hub' : 'email', toPersonId: personId, ...(email === undefined ? {} : { toAddress: email }), about: `access-${what}`, subject, isUrgent: true,
      body: `${text}\n\nSign in to see it: ${tx.house.baseUrl}${paths.accessDesk({ area: area.code })}\n\n${area.councilName}`,
    })
  }
}
