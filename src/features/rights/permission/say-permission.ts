// What one parent may see and do, once the rights are the young person's: given, narrowed and ended on any day, by the young person,
// or by whoever decides in their place, or as an officer wrote their word down. The parent is told the same day.

import { act } from '../../../casebook/act.ts'
import type { CheckedUpload } from '../../../casebook/papers/documents.ts'
import { keepDocument } from '../../../casebook/papers/documents.ts'
import { listFamilyOnCase } from '../../../casebook/sending/family-addressees.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { sendLetter } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Channel, HelpPart, Permitter } from '../../../domain/case-file/facts.ts'
import { helpParts } from '../../../domain/case-file/facts.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { composePermissionLetter } from '../../../domain/rights/rights-letters.ts'
import type { RightsHolder } from '../../../domain/rights/rights-holder-on.ts'
import { holderOf, permissionOf } from '../../../domain/rights/rights-record.ts'
import { insertPermission } from '../rights-store.ts'
import { letterFacts } from '../notice/give-rights-notice.ts'

export interface Said {
  readonly parentId: string
  readonly parts: readonly HelpPart[]
}

export interface SaidToOfficer extends Said {
  readonly saidOn: PlainDate
  readonly how: Exclude<Channel, 'hub'>
  /** How the young person was asked and helped to answer. */
  readonly words: string
  readonly file?: CheckedUpload
}

export interface PermissionRefusal {
  readonly kind: 'too-early' | 'not-a-parent-here' | 'somebody-else-decides' | 'no-change' | 'later-word-stands' | 'letter-incomplete'
}

/** Who decides about sharing: today, or on the day itself while it is still to come. */
export const sharingHolder = (tx: Pick<Tx, 'today'>, { rights }: Pick<CaseFile, 'rights'>): RightsHolder =>
  holderOf(rights, tx.today < rights.rightsOn ? rights.rightsOn : tx.today, 'sharing')

/** Whether the viewer may say it themselves: the young person, or the deputy or attorney who decides this for them. */
export function mayPermit(tx: Pick<Tx, 'today' | 'viewer'>, caseFile: CaseFile): Permitter | undefined {
  const holder = sharingHolder(tx, caseFile)
  if (holder.holder === 'young-person') return caseFile.parts.includes('young-person') ? 'young-person' : undefined
  const isTheirs = holder.holder === 'representative' && tx.viewer.kind === 'person' && holder.personId === tx.viewer.personId && tx.today >= caseFile.rights.rightsOn
  return isTheirs ? 'representative' : undefined
}

export const givePermission = act('give-permission', async (tx, caseFile, said: Said): Promise<Outcome<undefined, PermissionRefusal>> => {
  const by = mayPermit(tx, caseFile)
  if (tx.viewer.kind !== 'person') throw new NotAllowed('give-permission')
  if (by === undefined) return refused({ kind: 'somebody-else-decides' })
  if (said.parentId === tx.viewer.personId) return refused({ kind: 'not-a-parent-here' })
  return setPermission(tx, caseFile, said, { by, saidOn: tx.today, how: 'hub', recordedBy: tx.viewer.personId })
})

export const recordPermission = act('record-permission', async (tx, caseFile, { saidOn, how, words, file, ...said }: SaidToOfficer): Promise<Outcome<undefined, PermissionRefusal>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('record-permission')
  const holder = sharingHolder(tx, caseFile)
  // Where no deputy or attorney is appointed each parent stands in as the law says: nobody's permission is asked.
  if (holder.holder === 'parent') return refused({ kind: 'somebody-else-decides' })
  const document = file === undefined ? undefined
    : await keepDocument(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id }, file, { kind: 'permission', title: 'What the young person said of a parent', audience: [] })
  return setPermission(tx, caseFile, said, {
    by: holder.holder === 'representative' ? 'representative' : 'officer', saidOn, how, words, recordedBy: tx.viewer.personId, ...(document === undefined ? {} : { evidenceDocumentId: document.id }),
  })
})

interface Circumstances {
  readonly by: Permitter
  readonly saidOn: PlainDate
  readonly how: Channel
  readonly words?: string
  readonly recordedBy: PersonId
  readonly evidenceDocumentId?: Awaited<ReturnType<typeof keepDocument>>['id']
}

async function setPermission(tx: Tx, caseFile: CaseFile, { parentId, parts }: Said, { by, saidOn, how, words, recordedBy, evidenceDocumentId }: Circumstances): Promise<Outcome<undefined, PermissionRefusal>> {
  if (!caseFile.rightsMatter) return refused({ kind: 'too-early' })
  const parent = (await listFamilyOnCase(tx, caseFile)).find(({ part, to }) => part === 'parent' && to.personId === parentId)?.to
  if (parent?.personId === undefined) return refused({ kind: 'not-a-parent-here' })
  if (caseFile.rights.said.some((one) => one.parentId === parentId && one.on > saidOn)) return refused({ kind: 'later-word-stands' })
  const type = changeFrom(permissionOf(caseFile.rights, parentId, tx.today)?.parts, parts)
  if (type === undefined) return refused({ kind: 'no-change' })
  const letter = composePermissionLetter(parts, letterFacts(tx, caseFile, { name: parent.name, as: 'parent' }))
  if (!letter.ok) return refused({ kind: 'letter-incomplete' })
  const permissionId = tx.newId<string>()
  await insertPermission(tx, caseFile, { id: permissionId, parentId: parent.personId, how, words, evidenceDocumentId }, recordedBy)
  await recordFact(tx, caseFile, { type, permissionId, parentId: parent.personId, name: parent.name, parts: helpParts.filter((one) => parts.includes(one)), by }, { happenedOn: saidOn })
  await sendLetter(tx, caseFile, {
    letter: { kind: 'rights-permission', ...letter.value }, to: parent,
    alert: { subject: 'There is a new letter for you', words: 'We have written to you about what you can see and do. Sign in to read the letter.' },
  })
  return ok(undefined)
}

type Change = 'permission-given' | 'permission-narrowed' | 'permission-ended' | 'permission-refused'

/** What a new word is, beside the one before it; undefined when nothing changes. */
export function changeFrom(before: readonly HelpPart[] | undefined, now: readonly HelpPart[]): Change | undefined {
  if (before === undefined) return now.length === 0 ? 'permission-refused' : 'permission-given'
  if (before.length === now.length && before.every((one) => now.includes(one))) return undefined
  if (now.length === 0) return 'permission-ended'
  return now.every((one) => before.includes(one)) ? 'permission-narrowed' : 'permission-given'
}
