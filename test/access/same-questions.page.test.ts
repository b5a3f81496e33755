// How long an answer takes must not tell what it does not say. A case that somebody may not see costs the same questions to the
// database, word for word, as a case that does not exist; and so does, inside a case of theirs, somebody else's letter, paper,
// thread or report as one that nobody ever wrote. The answers are the same too, with all that stands in their head.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { CaseId, PersonId } from '../../src/domain/ids.ts'
import { demoAreaId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { statementsOf } from '../harness/statements.ts'
import { draws } from './compare.ts'
import { caseRoutes, steady, urlOf } from './compare-http.ts'
import type { HttpStanding } from './http-standings.ts'
import { capacitiesIn, inWords, standings } from './http-standings.ts'
import type { Someone, World, WorldCase } from './http-world.ts'
import { enter, theWorld } from './http-world.ts'
import { isHelper } from './reference.ts'

const seed = Number(process.env['PROPERTY_SEED'] ?? '20261122')
const nowhere = '00000000-0000-7000-8000-000000000000'

interface Cost { readonly answer: string; readonly statements: readonly string[] }

async function costOf(someone: Pick<Someone, 'ask'>, method: 'GET' | 'POST', url: string): Promise<Cost> {
  let answer = ''
  const statements = await statementsOf(async () => { answer = steady(await someone.ask(method, url)) })
  return { answer, statements: statements.map(({ text }) => withoutTheMoment(text)) }
}

/** Each transaction says its moment to the database first, and that is another each time. */
const withoutTheMoment = (text: string): string => text.replaceAll(/('hub\.now', ')[^']*/g, '$1')

/** A deputy who is not appointed, or a helper whose family member has lost what they consented to, holds a row of the case: they know that it is there. */
const holdsARow = ({ relation }: HttpStanding): boolean => relation.includes('representative') || isHelper(relation)

describe('the time an answer takes', () => {
  let world: World
  before(async () => { world = await theWorld() })
  after(() => world.hub.close())

  it(`is of one kind for a case out of sight and a case that is not there, on every route (seed ${seed})`, async (t) => {
    const draw = draws(seed)
    const isOut = (standing: HttpStanding, at: WorldCase): boolean => capacitiesIn(standing, at).length === 0
    const outsiders = standings.filter((one) => one.who !== 'nobody' && !holdsARow(one) && world.cases.some((at) => isOut(one, at)))
    const chosen = [
      ...[['adviser', 'stranger'], ['decision-maker', 'council-elsewhere'], ['no-role', 'ended own parent'], ['senco', 'body school barred']].map(([who, relation]) =>
        standings.find((one) => one.who === who && one.relation === relation) ?? assert.fail(who)),
      ...Array.from({ length: 2 }, () => outsiders[Math.floor(draw() * outsiders.length)] ?? assert.fail()),
    ]
    t.diagnostic(`seed ${seed}: ${chosen.map(inWords).join('; ')}`)
    const wrong: string[] = []
    let compared = 0
    for (const standing of chosen) {
      const someone = await enter(world, standing)
      const at = someone.cases.filter((one) => isOut(standing, one))[0] ?? assert.fail()
      // Once first, so that what is read once in a process has been read.
      await someone.ask('GET', paths.search())
      for (const route of caseRoutes) {
        const [out, none] = [await costOf(someone, route.method, urlOf(route.pattern, at.key.area, at.key.caseId)), await costOf(someone, route.method, urlOf(route.pattern, at.key.area, nowhere))]
        compared += 1
        if (out.answer !== none.answer) wrong.push(`${inWords(standing)}, ${route.method} ${route.pattern}: another answer`)
        else if (out.statements.join('\n') !== none.statements.join('\n')) wrong.push(`${inWords(standing)}, ${route.method} ${route.pattern}: ${out.statements.length} questions, and ${none.statements.length} of no case`)
      }
      await someone.leave()
    }
    t.diagnostic(`${compared} answers compared with those of no case`)
    assert.deepEqual(wrong, [])
  })

  it('is of one kind for somebody else’s letter, thread, helper, report and consultation and for one that nobody wrote', async () => {
    const { hub, cases } = world
    const at = cases.find(({ stage }) => stage === 'maintained') ?? assert.fail()
    const localAreaId = demoAreaId(at.key.area)
    const mother = demoPersonId('shno')
    const { db } = hub.fresh
    const letter = await db.selectFrom('notice').select('id').where('caseId', '=', at.key.caseId as CaseId).where('toPersonId', '=', mother).executeTakeFirstOrThrow()
    const report = await db.selectFrom('advice').select('id').where('caseId', '=', at.key.caseId as CaseId).where('authorPersonId', '<>', mother).limit(1).executeTakeFirstOrThrow()
    const consultation = await db.selectFrom('consultation').select('id').where('caseId', '=', at.key.caseId as CaseId).limit(1).executeTakeFirstOrThrow()
    const proxyId = hub.house.newId<string>()
    const friend = hub.house.newId<PersonId>()
    await db.insertInto('person').values({ id: friend, fullName: 'A friend of hers', canSignIn: true, createdAt: hub.house.clock.now() }).execute()
    await db.insertInto('proxy').values({
      localAreaId, id: proxyId, childId: at.childId, caseId: at.key.caseId as CaseId, personId: friend, forPersonId: mother, kind: 'friend', scopes: ['letters'], consent: 'hers',
      fromOn: hub.house.clock.today(), toOn: hub.house.clock.today(), recordedAt: hub.house.clock.now(),
    }).execute()
    const father = standings.find(({ who, relation }) => who === 'no-role' && relation === 'own parent not-on-record') ?? assert.fail()
    const therapist = standings.find(({ who, relation }) => who === 'adviser' && relation === 'own adviser') ?? assert.fail()
    const school = standings.find(({ who, relation }) => who === 'senco' && relation === 'body consulted-setting') ?? assert.fail()
    const theirs: readonly (readonly [HttpStanding, 'GET' | 'POST', string, (id: string) => string])[] = [
      [father, 'GET', letter.id, (noticeId) => paths.caseLetter({ ...at.key, noticeId })],
      [father, 'GET', letter.id, (noticeId) => paths.caseLetterPdf({ ...at.key, noticeId })],
      [father, 'GET', mother, (personId) => paths.caseThread({ ...at.key, personId })],
      [father, 'POST', mother, (personId) => paths.caseThread({ ...at.key, personId })],
      [father, 'POST', proxyId, (id) => `${paths.helping(at.key)}/${id}/end`],
      [therapist, 'GET', report.id, (adviceId) => paths.advice({ ...at.key, adviceId })],
      [school, 'GET', consultation.id, (consultationId) => paths.consultation({ ...at.key, consultationId })],
    ]
    const wrong: string[] = []
    for (const [standing, method, id, url] of theirs) {
      const someone = await enter(world, standing)
      await someone.ask('GET', paths.search())
      const [hers, none] = [await costOf(someone, method, url(id)), await costOf(someone, method, url(nowhere))]
      if (!/^40[34]\n/.test(hers.answer)) wrong.push(`${inWords(standing)}, ${method} ${url(':id')}: answered ${hers.answer.slice(0, 3)}`)
      else if (hers.answer !== none.answer) wrong.push(`${inWords(standing)}, ${method} ${url(':id')}: another answer`)
      else if (hers.statements.join('\n') !== none.statements.join('\n')) wrong.push(`${inWords(standing)}, ${method} ${url(':id')}: ${hers.statements.length} questions, and ${none.statements.length} of none`)
      await someone.leave()
    }
    assert.deepEqual(wrong, [])
  })
})
