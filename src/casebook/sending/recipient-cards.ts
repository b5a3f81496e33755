// Who gets what, said before it goes: for each recipient the name, what they are to the child, by which address it goes and when that
// was last known to be theirs, what is safe for them, and what they will see. Shown by ui/recipient-card.tsx on the page that is
// there already before the button.

import { channelFor, goesByPost } from '../../domain/reminders/channel-for.ts'
import type { RecipientCard } from '../../domain/sending/recipient-card.ts'
import type { Addressee } from './letters.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'

const safeWords: Readonly<Record<string, string>> = {
  any: 'Any way', email: 'E-mail only', phone: 'Phone only', post: 'Post only', hub: 'In the hub only: no messages', none: 'No safe way is recorded',
}

/** The cards of these addressees, each with what they will see. */
export async function recipientCards(tx: Tx, caseFile: CaseFile, whom: readonly { readonly to: Addressee; readonly sees: readonly string[]; readonly as?: string; readonly goes?: string }[]): Promise<RecipientCard[]> {
  const personIds = whom.flatMap(({ to }) => (to.personId === undefined ? [] : [to.personId]))
  const used = personIds.length === 0 ? [] : await tx.db.selectFrom('session').select('personId').select((eb) => eb.fn.max('lastSeenAt').as('at')).where('personId', 'in', personIds).groupBy('personId').execute()
  const opened = personIds.length === 0 ? [] : await tx.db.selectFrom('auditRecord').select('personId').select((eb) => eb.fn.max('at').as('at'))
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('personId', 'in', personIds).groupBy('personId').execute()
  const works = personIds.length === 0 ? [] : await tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId').select(['m.personId', 'o.name', 'o.service'])
    .where('m.personId', 'in', personIds).where('m.fromOn', '<=', tx.today).where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)])).execute()
  const home = await tx.db.selectFrom('childAddress').select('fromOn').where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id)
    .where('isConfidential', '=', false).where('toOn', 'is', null).orderBy('fromOn', 'desc').limit(1).executeTakeFirst()
  return whom.map(({ to, sees, as, goes }) => {
    const byPost = goesByPost(to)
    const last = [...used, ...opened].filter(({ personId }) => personId !== null && personId === to.personId).map(({ at }) => at).toSorted().at(-1)
    const work = works.find(({ personId }) => personId === to.personId)
    return {
      name: to.name, as: as ?? to.relation ?? (to.organisationId === undefined ? 'professional' : 'organisation'), goes: goes ?? wayOf(tx, to, byPost), safe: safeWords[to.safeContact] ?? to.safeContact, sees,
      needs: [...(to.needsInterpreter ? [`An interpreter${to.language === undefined ? '' : ` (${to.language})`}`] : []), ...to.formats],
      ...(to.personId === undefined ? {} : { personId: to.personId }),
      ...(work === undefined ? {} : { organisation: work.service === null ? work.name : `${work.service}, ${work.name}` }),
      ...(byPost ? (home === undefined ? {} : { confirmed: { how: 'address-recorded' as const, on: home.fromOn } }) : last === undefined ? {} : { confirmed: { how: 'used-the-hub' as const, on: last } }),
    }
  })
}

function wayOf(tx: Tx, to: Addressee, byPost: boolean): string {
  if (byPost) return to.postal === undefined ? 'By post, and no address that may be used is recorded' : `Printed and posted to ${to.postal.join(', ')}`
  const channel = channelFor(to, { texts: tx.house.sender.sendsTexts })
  if (channel.by === 'email') return `In the hub, told by e-mail to ${channel.address}`
  if (channel.by === 'text') return `In the hub, told by text message to ${channel.address}`
  return 'In the hub, with no message'
}
