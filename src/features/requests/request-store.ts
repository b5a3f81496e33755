// All SQL of requests that were made: the rows that a new case begins with, its number, and reading the request again.

import { insertRequestRow, updateRequestRows } from '../../casebook/request-rows.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { ChildRow, Tie } from '../../casebook/family/family-rows.ts'
import { insertChildSetting } from '../../casebook/family/child-settings.ts'
import { insertChildRow, insertHome } from '../../casebook/family/family-rows.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Channel, Requester } from '../../domain/case-file/facts.ts'
import { requesters } from '../../domain/case-file/facts.ts'
import { isId } from '../../domain/ids.ts'
import type { CaseId, LocalAreaId, OrganisationId, PersonId, RequestId } from '../../domain/ids.ts'
import type { Draft } from './draft-store.ts'
import type { Answers } from './journey/question.ts'
import { withoutSecretHome } from './secret-home.ts'

export interface NewChild extends ChildRow {
  readonly address?: { readonly lines: readonly string[]; readonly postcode?: string; readonly isConfidential: boolean }
  readonly settingId?: OrganisationId
}

export async function insertChild(tx: Tx, localAreaId: LocalAreaId, child: NewChild): Promise<void> {
  const { address: _home, settingId: _setting, ...row } = child
  await insertChildRow(tx, localAreaId, row)
  const { id } = row
  if (child.address !== undefined) {
    await insertHome(tx, { localAreaId, childId: id }, { ...child.address, fromOn: tx.today })
  }
  if (child.settingId !== undefined) {
    await insertChildSetting(tx, localAreaId, { childId: id, organisationId: child.settingId, fromOn: tx.today })
  }
}

export interface NewRelationship {
  readonly relation: string
  readonly responsibility: string
  readonly livesWithChild: boolean
  readonly safeContact: string
  readonly safeContactNote?: string
  readonly language?: string
  readonly needsInterpreter: boolean
  readonly formats: readonly string[]
}

/** What a request says of somebody's tie to the child: said, and not checked by anybody yet. */
export const tieAsSaid = (said: NewRelationship): Tie => ({
  relation: said.relation || 'parent', hasParentalResponsibility: said.responsibility === 'yes',
  responsibilityEvidence: said.responsibility === '' ? 'Not said in the request' : `As said in the request (${said.responsibility === 'not-sure' ? 'not sure' : said.responsibility}); not checked`,
  livesWithChild: said.livesWithChild, safeContact: said.safeContact, safeContactNote: said.safeContactNote || null, language: said.language || null,
  needsInterpreter: said.needsInterpreter, formats: said.formats,
})

export async function insertRequest(
  tx: Tx, localAreaId: LocalAreaId,
  request: { id: RequestId; caseId: CaseId; madeBy: Requester; madeByName: string; madeByPersonId?: PersonId; madeByOrganisationId?: OrganisationId; channel: Channel; receivedOn: PlainDate; answers: Answers; isWrittenDown: boolean },
): Promise<void> {
  const { answers, isWrittenDown, ...row } = request
  await insertRequestRow(tx, {
    localAreaId, ...row, madeByPersonId: row.madeByPersonId ?? null, madeByOrganisationId: row.madeByOrganisationId ?? null, answers: JSON.stringify(withoutSecretHome(answers)),
    recordedBy: isWrittenDown && tx.viewer.kind === 'person' ? tx.viewer.personId : null,
  })
}

export interface MadeRequest {
  readonly id: RequestId
  readonly madeBy: Requester
  readonly madeByName: string
  readonly madeByPersonId?: PersonId
  readonly organisationName?: string
  readonly channel: Channel
  readonly receivedOn: PlainDate
  readonly recordedByName?: string
  readonly answers: Answers
}

const answersSchema = z.record(z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())])))

/** The requests on a case as received, oldest first: more than one when two cases turned out to be one child's. */
export async function listRequests(tx: Tx, caseFile: CaseFile): Promise<MadeRequest[]> {
  const rows = await tx.db.selectFrom('request as r').leftJoin('person as n', 'n.id', 'r.recordedBy').leftJoin('organisation as o', 'o.id', 'r.madeByOrganisationId')
    .select(['r.id', 'r.madeBy', 'r.madeByName', 'r.madeByPersonId', 'r.channel', 'r.receivedOn', 'r.answers', 'n.fullName', 'o.name'])
    .where('r.localAreaId', '=', caseFile.localAreaId).where('r.caseId', '=', caseFile.id).orderBy('r.receivedOn').orderBy('r.id').execute()
  return rows.map((row) => ({
    id: row.id, madeBy: z.enum(requesters).parse(row.madeBy), madeByName: row.madeByName, channel: row.channel as Channel, receivedOn: row.receivedOn,
    answers: answersSchema.parse(row.answers), ...(row.madeByPersonId === null ? {} : { madeByPersonId: row.madeByPersonId }),
    ...(row.fullName === null ? {} : { recordedByName: row.fullName }), ...(row.name === null ? {} : { organisationName: row.name }),
  }))
}

/** What somebody who sent a request is told, account or not: it follows from the draft that is theirs. */
export async function getSentCase(tx: Tx, draft: Draft): Promise<{ reference: string; receivedOn: PlainDate; madeBy: Requester } | undefined> {
  if (draft.caseId === undefined) return undefined
  const { rows: [row] } = await sql<{ reference: string; receivedOn: PlainDate | null }>`select reference, received_on from hub_sent_case(${draft.localAreaId}, ${draft.id})`.execute(tx.db)
  if (row === undefined) throw new Error('a request that was sent has a case')
  return { reference: row.reference, receivedOn: row.receivedOn ?? tx.today, madeBy: draft.madeBy }
}

export async function findOrganisationName(tx: Tx, id: string): Promise<string | undefined> {
  return (await tx.db.selectFrom('organisation').select('name').where('id', '=', id as OrganisationId).executeTakeFirst())?.name
}

/** The request came in on another day than was thought. */
export async function moveReceivedOn(tx: Tx, { localAreaId }: CaseFile, id: RequestId, receivedOn: PlainDate): Promise<void> {
  await updateRequestRows(tx, { localAreaId, id }, { receivedOn })
}

/** Whether the child was in relevant youth accommodation when the request was made; undefined while nobody has said. */
export async function findYouthAccommodation(tx: Tx, { localAreaId, id }: CaseFile, requestId: string): Promise<{ readonly receivedOn: PlainDate; readonly isThere: boolean | undefined } | undefined> {
  if (!isId(requestId)) return undefined
  const row = await tx.db.selectFrom('request').select(['receivedOn', 'inYouthAccommodation']).where('localAreaId', '=', localAreaId).where('caseId', '=', id).where('id', '=', requestId as RequestId).executeTakeFirst()
  return row === undefined ? undefined : { receivedOn: row.receivedOn, isThere: row.inYouthAccommodation ?? undefined }
}

/** False when the case has no such request. */
export async function saveYouthAccommodation(tx: Tx, { localAreaId, id }: CaseFile, requestId: string, isThere: boolean): Promise<boolean> {
  if (!isId(requestId)) return false
  return await updateRequestRows(tx, { localAreaId, caseId: id, id: requestId as RequestId }, { inYouthAccommodation: isThere }) > 0n
}
