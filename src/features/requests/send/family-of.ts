// The family as told in a request: people, their ties to the child, and who gets a part in the case from the start. Only a
// parent said to have parental responsibility, and said to be safe to contact, is written to without a person looking first.

import { insertPerson, insertTie } from '../../../casebook/family/family-rows.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { Part } from '../../../domain/access/parts.ts'
import type { RequestRight } from '../../../domain/case-file/request-right.ts'
import { journeyOf } from '../../../domain/case-file/request-gateway.ts'
import type { ChildId, PersonId } from '../../../domain/ids.ts'
import type { Draft } from '../draft-store.ts'
import { findQuestion } from '../journey/journey.ts'
import type { Values } from '../journey/question.ts'
import { choicesIn, rowsIn, textIn } from '../journey/question.ts'
import type { NewRelationship } from '../request-store.ts'
import { tieAsSaid } from '../request-store.ts'

export interface FamilyMember {
  readonly personId: PersonId
  readonly name: string
  readonly part?: Part
  readonly basis: string
}

export interface KeptFamily {
  readonly members: readonly FamilyMember[]
  readonly askerId?: PersonId
  /** The young person's own account or row. */
  readonly childPersonId?: PersonId
  readonly tieTo: (childId: ChildId) => Promise<void>
}

interface Tied extends FamilyMember { readonly tie?: NewRelationship }

/** Keeps every person named. Ties are made when the child is there: `tieTo`. */
export async function keepFamily(tx: Tx, draft: Draft, { right, isChild }: { right: RequestRight; isChild: boolean }): Promise<KeptFamily> {
  const asker = journeyOf(draft.madeBy) === 'family' && draft.madeBy !== 'other' ? await keepAsker(tx, draft, right) : undefined
  const others: Tied[] = []
  for (const row of namedParents(draft)) others.push(await keepNamed(tx, draft, row, isChild))
  const members: Tied[] = [...(asker === undefined ? [] : [asker]), ...others]
  // A professional, or somebody else, who is signed in: the request is theirs, the family is not.
  const signedIn = tx.viewer.kind === 'person' && !draft.isWrittenDown ? tx.viewer.personId : undefined
  const askerId = asker?.personId ?? signedIn
  return {
    members, ...(askerId === undefined ? {} : { askerId }),
    ...(draft.madeBy === 'young-person' && asker !== undefined ? { childPersonId: asker.personId } : {}),
    tieTo: async (childId) => {
      for (const { personId, tie } of members) if (tie !== undefined) await insertTie(tx, { localAreaId: draft.localAreaId, childId }, personId, tieAsSaid(tie))
    },
  }
}

async function keepAsker(tx: Tx, draft: Draft, right: RequestRight): Promise<Tied> {
  const { 'your-name': you, 'child-name': child, contact } = draft.answers
  const isYoungPerson = draft.madeBy === 'young-person'
  const name = textIn(you, 'fullName') || `${textIn(child, 'givenName')} ${textIn(child, 'familyName')}`
  // Somebody signed in is who they are; a name typed by anybody else is never taken for an account.
  const personId = tx.viewer.kind === 'person' && !draft.isWrittenDown
    ? tx.viewer.personId
    : await insertPerson(tx, { fullName: name, email: textIn(contact, 'email'), phone: textIn(contact, 'phone') }, { canSignIn: false })
  const safeContact = textIn(contact, 'safeContact') || 'any'
  const tie: NewRelationship = {
    relation: isYoungPerson ? 'young person' : textIn(you, 'relation'), responsibility: isYoungPerson ? '' : textIn(you, 'responsibility'),
    livesWithChild: isYoungPerson || ['yes', 'part'].includes(textIn(you, 'livesWith')) || safeContact === 'post',
    safeContact, safeContactNote: textIn(contact, 'safeContactNote'), ...languageOf(draft),
  }
  // A young person's rights are their own, and a parent's part then hangs on the young person's word (CFA 2014 s.83(2), s.80):
  // who asked without the right is on record, and an officer decides who is told.
  return { personId, name, basis: 'asked for the assessment', tie, ...(right === 'request' ? { part: isYoungPerson ? 'young-person' : 'parent' } : {}) }
}

/** Other parents whom a family names, or the parents whom a professional names. */
function namedParents(draft: Draft): Values[] {
  const id = journeyOf(draft.madeBy) === 'family' ? 'other-parents' : 'parents'
  const question = findQuestion(draft, id)?.question
  return question === undefined ? [] : rowsIn(question, draft.answers[id]).filter((row) => textIn(row, 'fullName') !== '')
}

async function keepNamed(tx: Tx, draft: Draft, row: Values, isChild: boolean): Promise<Tied> {
  const name = textIn(row, 'fullName')
  const personId = await insertPerson(tx, { fullName: name, email: textIn(row, 'email'), phone: textIn(row, 'phone') }, { canSignIn: false })
  const isSafe = textIn(row, 'safe') === 'yes'
  const tie: NewRelationship = {
    relation: textIn(row, 'relation'), responsibility: textIn(row, 'responsibility'), livesWithChild: textIn(row, 'livesWith') === 'yes',
    safeContact: isSafe ? 'any' : 'none', safeContactNote: textIn(row, 'safetyNote'),
    ...(journeyOf(draft.madeBy) === 'professional' ? languageOf(draft) : { needsInterpreter: false, formats: [] }),
  }
  return {
    personId, name, basis: 'said in the request to have parental responsibility', tie,
    ...(isSafe && textIn(row, 'responsibility') === 'yes' && isChild ? { part: 'parent' } : {}),
  }
}

function languageOf({ answers: { language } }: Draft) {
  return { language: textIn(language, 'language'), needsInterpreter: textIn(language, 'interpreter') === 'yes', formats: choicesIn(language, 'formats') }
}
