// Requests that somebody signed in has begun and not sent: for the home page.

import type { Instant } from '../domain/calendar/plain-date.ts'
import { z } from 'zod'
import type { Tx } from './tx.ts'

export interface OpenDraft {
  readonly area: string
  readonly draftId: string
  /** As far as it is known: nobody has to give the child's name first. */
  readonly childName?: string
  readonly savedAt: Instant
}

const answersSchema = z.object({ 'child-name': z.object({ givenName: z.string(), familyName: z.string() }).optional() })

/** The viewer's own unsent requests, last saved first; none for somebody not signed in. */
export async function listOpenDrafts(tx: Tx): Promise<OpenDraft[]> {
  if (tx.viewer.kind !== 'person') return []
  const rows = await tx.db.selectFrom('requestDraft as d').innerJoin('localArea as a', 'a.id', 'd.localAreaId')
    .select(['a.code', 'd.id', 'd.answers', 'd.savedAt']).where('d.startedBy', '=', tx.viewer.personId).where('d.sentAt', 'is', null)
    .orderBy('d.savedAt', 'desc').execute()
  return rows.map((row) => {
    const name = answersSchema.parse(row.answers)['child-name']
    return { area: row.code, draftId: row.id, savedAt: row.savedAt, ...(name === undefined ? {} : { childName: `${name.givenName} ${name.familyName}` }) }
  })
}
