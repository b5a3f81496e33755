// What somebody writes for a review, asked of the database as the web's own role, past every predicate of ours.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { ReviewKey } from '../../../test/builders/an-arranged-review.ts'
import { anInvitedReview, invitationOf } from '../../../test/builders/an-arranged-review.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { Tx } from '../../casebook/tx.ts'
import { inTransaction } from '../../casebook/tx.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

describe('rows of parts for a review', () => {
  let hub: Hub
  let key: ReviewKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await anInvitedReview(hub)
  })
  after(() => hub.close())

  const everybody = ['callum', 'beatrix', 'percival', 'imogen', 'soraya', 'agnes', 'corinne', 'debra', 'ottoline', 'idwal', 'hattie', 'meera', 'tom', 'shno', 'hoshang', 'kerry', 'aled'] as const
  const as = async <T>(person: string, run: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(await hub.occasion(person), run)
  const seenBy = async (invitationId: string): Promise<string[]> => {
    const seen: string[] = []
    for (const person of everybody) {
      const rows = await as(person, (tx) => tx.db.selectFrom('reviewContribution').select('invitationId').where('invitationId', '=', invitationId).execute())
      if (rows.length > 0) seen.push(person)
    }
    return seen
  }
  const write = async (person: string, name: string, button: string): Promise<string> => {
    const invitationId = await invitationOf(hub, key, name)
    const visitor = await (await hub.as(person)).get(paths.reviewContribute({ ...key, invitationId }))
    const box = visitor.root.querySelector('textarea[name^="view-"]')?.getAttribute('name') ?? ''
    await visitor.submit({ [box]: `The words of ${name}.`, ...(name.startsWith('Rewan') ? { how: ['talked'] } : {}) }, { button })
    assert.deepEqual(visitor.errors, [])
    return invitationId
  }

  it('shows what a therapist has not sent to nobody else', async () => {
    const id = await write('callum', 'Callum', 'Save and come back later')
    assert.deepEqual(await seenBy(id), ['callum'])
    const row = { savedBy: demoPersonId('debra') }
    assert.equal((await as('debra', (tx) => tx.db.updateTable('reviewContribution').set(row).where('invitationId', '=', id).executeTakeFirstOrThrow())).numUpdatedRows, 0n)
    // That they have begun is all that whoever runs it is told, and is no fault of the page.
    assert.match((await (await hub.as('debra')).get(paths.review(key))).words, /Callum Dreyfus-Webb speech and language therapist No answer yet Being written/)
    assert.equal((await (await hub.as('debra')).get(paths.reviewContribute({ ...key, invitationId: id }))).status, 403)
  })

  it('shows a parent’s to nobody else, a school’s to that school, a child’s to whoever runs the review', async () => {
    assert.deepEqual(await seenBy(await write('hoshang', 'Hoshang', 'Save and come back later')), ['hoshang'])
    assert.deepEqual(await seenBy(await write('debra', 'Larkfell', 'Save and come back later')), ['debra', 'ottoline'])
    assert.deepEqual(await seenBy(await write('debra', 'Rewan Tahsin', 'Save and come back later')), ['debra', 'ottoline', 'hattie', 'meera', 'tom'])
  })

  it('shows what was given to the convenor and the council, and once it was sent round to those who may read it', async () => {
    const [therapist, father] = [await write('callum', 'Callum', 'Send my part'), await write('hoshang', 'Hoshang', 'Send my part')]
    assert.deepEqual(await seenBy(therapist), ['callum', 'debra', 'ottoline', 'hattie', 'meera', 'tom'])
    assert.deepEqual(await seenBy(father), ['debra', 'ottoline', 'hattie', 'meera', 'tom', 'hoshang'])
    await hub.fresh.db.updateTable('reviewContribution').set({ circulatedAt: '2027-01-12T10:00:00.000Z' as Instant }).where('givenAt', 'is not', null).execute()
    const round = await seenBy(therapist)
    assert.ok(['imogen', 'soraya', 'shno', 'hoshang'].every((one) => round.includes(one)) && !['idwal', 'kerry', 'aled'].some((one) => round.includes(one)), round.join())
    assert.ok(!(await seenBy(father)).includes('shno'))
  })

  it('lets nobody add a part in another’s name', async () => {
    const invitationId = await invitationOf(hub, key, 'Shno')
    const row = (caseId: string, localAreaId: string) => ({ localAreaId, invitationId, reviewId: key.reviewId, caseId, content: '{}', savedBy: demoPersonId('shno'), savedAt: '2027-01-12T10:00:00.000Z' })
    const { localAreaId } = await hub.fresh.db.selectFrom('caseFile').select('localAreaId').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()
    await assert.rejects(as('hoshang', (tx) => tx.db.insertInto('reviewContribution').values(row(key.caseId, localAreaId) as never).execute()), { code: '42501', message: /row-level security/ })
  })
})
