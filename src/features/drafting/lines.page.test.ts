import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { someAdvice, someLines } from '../../../test/builders/a-draft.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { listSittings } from '../../casebook/audit/looked.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { read } from '../../casebook/tx.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { CaseId, LineId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { demoAreaId } from '../demo/seed-world.ts'

const therapy = { kind: 'provision', section: 'F', text: 'Speech and language therapy for Rewan.', fields: { minutes: 45, times: 1, per: 'week', weeks: 20 } } as const

describe('writing the lines of a draft', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { at: 'drafting' })
  })
  after(() => hub.close())

  const aLine = async (wish: Parameters<typeof someLines>[2][number] = therapy): Promise<LineId> => {
    const [id] = await someLines(hub, key, [wish])
    return id ?? assert.fail('no line')
  }

  it('adds a line that says who said it and when, and shows it with its author, body and time', async () => {
    const tom = await (await hub.as('tom')).get(paths.planAddLine({ ...key, section: 'B' }))
    await tom.submit({ text: 'Rewan finds it hard to follow two instructions at once.', area: 'communication-and-interaction', saidBy: 'Shno Tahsin, mother', 'saidOn-day': '1', 'saidOn-month': '9', 'saidOn-year': '2026' })
    assert.equal(tom.status, 200)
    assert.match(tom.text, /The line is in the draft/)
    assert.match(tom.text, /follow two instructions at once/)
    assert.match(tom.text, /Said by Shno Tahsin, mother on 1 September 2026/)
    assert.match(tom.text, /Last changedTom Ellery, .*Wendmere Council, 14 September 2026/)
  })

  it('keeps what was typed when something is missing or wrong', async () => {
    const tom = await (await hub.as('tom')).get(paths.planAddLine({ ...key, section: 'F' }))
    await tom.submit({ text: '', who: 'a therapist', minutes: 'some', weeks: '53' })
    assert.equal(tom.status, 422)
    assert.deepEqual(tom.errors, [
      'Enter the words of the line', '“Minutes each time” must be a whole number from 1 to 6,000', '“Weeks a year” must be a whole number from 1 to 52',
      'Enter who said it', 'Enter the date on which it was said',
    ])
    const typed = tom.fieldsOf(tom.form())
    assert.deepEqual([typed.get('who'), typed.get('minutes'), typed.get('weeks')], [['a therapist'], ['some'], ['53']])
  })

  it('never leaves a section silently blank: none identified, by whom and when', async () => {
    const tom = await (await hub.as('tom')).get(paths.planSection({ ...key, section: 'C' }))
    assert.match(tom.text, /says nothing yet/)
    await tom.follow('Record that none is identified')
    await tom.submit({})
    assert.deepEqual(tom.errors, ['Enter who says that nothing was identified', 'Enter the date on which they said so'])
    await tom.submit({ source: 'Dr Soraya Lindqvist, medical advice', 'on-day': '2', 'on-month': '9', 'on-year': '2026' })
    assert.match(tom.text, /None identified\./)
    assert.match(tom.text, /Dr Soraya Lindqvist.*2 September 2026/)
    await tom.get(paths.planAddLine({ ...key, section: 'C' }))
    await tom.submit({ text: 'Asthma', saidBy: 'Shno', 'saidOn-day': '1', 'saidOn-month': '9', 'saidOn-year': '2026' })
    assert.deepEqual(tom.errors, ['This section says that nothing is identified. Remove that line first'])
  })

  it('refuses a setting in a draft, and says why', async () => {
    const tom = await (await hub.as('tom')).get(paths.planAddLine({ ...key, section: 'I' }))
    await tom.submit({ text: 'Larkfell Primary School', saidBy: 'Shno', 'saidOn-day': '1', 'saidOn-month': '9', 'saidOn-year': '2026' })
    assert.equal(tom.status, 422)
    assert.match(tom.errors[0] ?? '', /Section I stays blank in a draft.*section 38\(5\)/)
    assert.equal(tom.fieldsOf(tom.form()).get('text')?.[0], 'Larkfell Primary School')
  })

  it('changes a line, works out the amounts, and shows what the wording leaves out without proposing a number', async () => {
    const lineId = await aLine({ ...therapy, fields: {} })
    const tom = await (await hub.as('tom')).get(paths.planLine({ ...key, lineId }))
    assert.match(tom.text, /It does not say how often/)
    await tom.submit({ minutes: '45', times: '1', per: 'week', weeks: '20', who: 'Speech and language therapist' })
    assert.match(tom.text, /45 minutes, once a week, for 20 weeks a year: 15 hours a year/)
    await tom.get(paths.planLine({ ...key, lineId }))
    assert.match(tom.text, /Each year, as saved15 hours a year/)
    assert.doesNotMatch(tom.text, /It does not say how often/)
    assert.equal(tom.form().querySelector('[name=year], [name=hours]'), null, 'a derived amount is never typed')
    assert.match(tom.text, /Minutes each time: 45 \(was not said\)/, 'the history says which fields changed')
  })

  it('keeps both texts when two people change one line, shows them side by side, and settles', async () => {
    const lineId = await aLine({ ...therapy, text: 'As it began.' })
    const tom = await (await hub.as('tom')).get(paths.planLine({ ...key, lineId }))
    const hattie = await (await hub.as('hattie')).get(paths.planLine({ ...key, lineId }))
    assert.match(hattie.text, /Also here now: Tom Ellery/)
    assert.match(hattie.text, /Tom Ellery is on this line too/)
    await hattie.submit({ text: 'Words of Hattie.' })
    await tom.submit({ text: 'Words of Tom.' })
    assert.equal(tom.heading, 'Two people changed this line')
    assert.match(tom.text, /Words of Hattie\..*Your text.*Words of Tom\./)
    const clash = tom.url
    await hattie.get(paths.plan(key))
    assert.match(hattie.text, /1 change to settle.*Words of Tom/)
    await tom.submit({})
    assert.deepEqual(tom.errors, ['Select what the line is to say'])
    await tom.submit({ choice: 'both' })
    assert.match(tom.text, /Settled/)
    assert.deepEqual(tom.fieldsOf(tom.form()).get('text'), ['Words of Hattie.\n\nWords of Tom.'])
    await tom.get(clash)
    assert.match(tom.text, /This was settled/)
    await hattie.get(paths.plan(key))
    assert.doesNotMatch(hattie.text, /to settle/)
  })

  it('saves while somebody types, lets them go on, and keeps the text of a clash', async () => {
    const lineId = await aLine({ ...therapy, text: 'Typed by nobody.' })
    const tom = await (await hub.as('tom')).get(paths.planLine({ ...key, lineId }))
    const hattie = await (await hub.as('hattie')).get(paths.planLine({ ...key, lineId }))
    const send = async (fields: Map<string, string[]>, text: string, base?: number): Promise<{ kind: string; base?: number; href?: string; words: string }> => {
      const who = await (await hub.as('tom')).get(paths.planLine({ ...key, lineId }))
      who.form().setAttribute('action', paths.planLineAutosave({ ...key, lineId }))
      await who.submit({ ...Object.fromEntries(fields), _csrf: who.fieldsOf(who.form()).get('_csrf') ?? [], _once: '', text, ...(base === undefined ? {} : { base: String(base) }) })
      return JSON.parse(who.body) as { kind: string; words: string }
    }
    const fields = tom.fieldsOf(tom.form())
    const first = await send(fields, 'Typed by')
    assert.equal(first.kind, 'saved')
    assert.match(first.words, /^Last saved 10:00\./)
    const second = await send(fields, 'Typed by Tom', first.base)
    assert.deepEqual([second.kind, second.base], ['saved', 3])
    const wrongField = await send(new Map([...fields, ['minutes', ['lots']]]), 'Typed by Tom too', second.base)
    assert.match(wrongField.words, /Not saved: “Minutes each time” must be/)
    await hattie.submit({ text: 'Typed by Hattie' })
    assert.equal(hattie.heading, 'Two people changed this line', 'she had the first revision before her')
    const late = await send(fields, 'Typed by Tom, late', 2)
    assert.equal(late.kind, 'clash')
    assert.match(late.href ?? '', /\/clash\//)
    assert.equal((await send(fields, '   ', 2)).kind, 'wrong')
    await tom.get(paths.planLine({ ...key, lineId }))
    assert.match(tom.text, /ChangedTom Ellery.*\(3 saves\)/)
  })

  it('refuses a post without the form’s own token', async () => {
    const lineId = await aLine()
    const tom = await (await hub.as('tom')).get(paths.planLine({ ...key, lineId }))
    await tom.submit({ _csrf: 'forged', text: 'Forged' }, {})
    assert.equal(tom.status, 403)
  })

  it('moves, splits, joins, removes and brings back, keeping words and sources', async () => {
    const own = await aCase(hub, { at: 'drafting', givenName: 'Orla', familyName: 'Rowe', parents: ['sinead'] })
    const source = { kind: 'said', by: 'Sinead Rowe, mother', on: '2026-09-01' as never } as const
    const [one = assert.fail('none'), two = assert.fail('none')] = await someLines(hub, own, [
      { ...therapy, text: 'First.', sources: [source] }, { ...therapy, text: 'Second. And third.', fields: { minutes: 30 } },
    ])
    const tom = await (await hub.as('tom')).get(paths.planSection({ ...own, section: 'F' }))
    await tom.submit({}, { to: `${paths.planLineMove({ ...own, lineId: two })}` })
    assert.match(tom.text, /F1Second.*F2First/)
    await tom.get(paths.planLineSplit({ ...own, lineId: two }))
    await tom.submit({ parts: 'Second. And third.' })
    assert.deepEqual(tom.errors, ['Leave an empty line where the line is to be split'])
    await tom.submit({ parts: 'Second.\n\nThird.' })
    assert.match(tom.text, /F1Second\..*F2Third\..*F3First\./)
    await tom.get(paths.planLineMerge({ ...own, lineId: one }))
    await tom.submit({ others: two, text: 'First and second.', fieldsOf: two })
    assert.match(tom.text, /F1Third\..*F2First and second\..*30 minutes.*Said by Sinead Rowe/)
    await tom.get(paths.planLineRemove({ ...own, lineId: one }))
    await tom.submit({})
    assert.match(tom.text, /out of the draft/)
    assert.match(tom.text, /2 lines taken out of this section/)
    await tom.get(paths.planLine({ ...own, lineId: one }))
    await tom.submit({}, { button: 'Bring back this wording of 14 September 2026 at 10am' })
    assert.match(tom.text, /The wording is back in the draft/)
  })

  it('names lines of another section only to those who write there: contributors write in their own', async () => {
    const own = await aCase(hub, { at: 'drafting', givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry'] })
    await someAdvice(hub, own, [{ kind: 'need', section: 'B', text: 'Beth reads at the level of Year 3.' }])
    const [need = assert.fail('none'), care = assert.fail('none')] = await someLines(hub, own, [
      { kind: 'need', section: 'B', text: 'Reading is hard.' }, { kind: 'provision', section: 'H2', text: 'A short break.' },
    ])
    const imogen = await (await hub.as('imogen')).get(paths.plan(own))
    assert.match(imogen.text, /You write in section B, E and F/)
    await imogen.get(paths.planLine({ ...own, lineId: need }))
    await imogen.submit({ text: 'Beth finds reading hard.' })
    assert.match(imogen.text, /Last changedDr Imogen Petrie, .*psychology/i)
    await imogen.get(paths.planLineRemove({ ...own, lineId: care }))
    await imogen.submit({})
    assert.equal(imogen.status, 422)
    assert.match(imogen.errors[0] ?? '', /You write in section B, E and F\. Propose a change of section H2 instead/)
    await imogen.get(paths.planAssemble(own))
    assert.equal(imogen.status, 403)
    await imogen.get(paths.planVersions(own))
    assert.equal(imogen.root.querySelector('main [name=label]'), null)
    const debra = await (await hub.as('debra')).get(paths.plan(own))
    assert.match(debra.text, /You write in section A, B, E and F/)
  })

  it('links along the thread, and the thread shows what hangs on nothing', async () => {
    const own = await aCase(hub, { at: 'drafting', givenName: 'Sorcha', familyName: 'Rowe', parents: ['sinead'] })
    const [need = assert.fail('none'), outcome = assert.fail('none'), provision = assert.fail('none')] = await someLines(hub, own, [
      { kind: 'need', section: 'B', text: 'Needs help to speak.' }, { kind: 'outcome', section: 'E', text: 'Sorcha speaks.' }, { ...therapy, text: 'Therapy.' },
    ])
    const tom = await (await hub.as('tom')).get(paths.planThread(own))
    assert.match(tom.text, /Needs with no provision: 1.*Outcomes that answer no need: 1.*Lines with no source: 3/)
    await tom.get(paths.planLineLinks({ ...own, lineId: provision }))
    await tom.submit({ to: [need, outcome] })
    await tom.get(paths.planThread(own))
    assert.doesNotMatch(tom.text, /Needs with no provision|no provision serves|Provision that/)
    await tom.get(paths.planLineLinks({ ...own, lineId: provision }))
    await tom.submit({ to: [need] })
    await tom.get(paths.planThread(own))
    assert.match(tom.text, /Outcomes that no provision serves: 1/)
    await tom.get(paths.planLineSource({ ...own, lineId: need }))
    await tom.submit({ from: 'said', saidBy: 'Sinead Rowe', 'saidOn-day': '1', 'saidOn-month': '9', 'saidOn-year': '2026' })
    await tom.get(paths.planThread(own))
    assert.match(tom.text, /Lines with no source: 2/)
  })

  it('says who else is here for a minute, and a heartbeat leaves no record', async () => {
    const own = await aCase(hub, { at: 'drafting', givenName: 'Una', familyName: 'Rowe', parents: ['sinead'] })
    const [lineId = assert.fail('none')] = await someLines(hub, own, [therapy])
    const meera = await (await hub.as('meera')).get(paths.planLine({ ...own, lineId }))
    const tom = await (await hub.as('tom')).get(paths.plan(own))
    assert.match(tom.text, /Also here now: Meera Chaudry .*in section F/)
    const openings = () => hub.fresh.db.selectFrom('auditRecord').select('seq').where('caseId', '=', own.caseId as never).execute()
    const earlier = (await openings()).length
    hub.setNow('2026-09-14T09:00:50.000Z')
    meera.form().setAttribute('action', paths.planPresence(own))
    await meera.submit({ line: lineId })
    assert.equal((JSON.parse(meera.body) as { words: string }).words, 'Also here now: Tom Ellery (SEND team, Wendmere Council).')
    assert.equal((await openings()).length, earlier)
    hub.setNow('2026-09-14T09:01:30.000Z')
    await tom.get(paths.plan(own))
    assert.match(tom.text, /Also here now: Meera Chaudry/)
    hub.setNow('2026-09-14T09:03:00.000Z')
    await tom.get(paths.plan(own))
    assert.match(tom.text, /Nobody else has this draft open/)
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('writes down each page opened and each save, and reads them as sittings', async () => {
    const own = await aCase(hub, { at: 'drafting', givenName: 'Ida', familyName: 'Rowe', parents: ['sinead'] })
    const [lineId = assert.fail('none')] = await someLines(hub, own, [therapy])
    const openings = async () => (await hub.fresh.db.selectFrom('auditRecord as r').innerJoin('person as n', 'n.id', 'r.personId').select(['r.kind', 'r.act'])
      .where('r.caseId', '=', own.caseId as never).where('n.fullName', '=', 'Tom Ellery').orderBy('r.seq').execute()).map(({ kind, act }) => act ?? kind)
    const sittings = async () => (await read(await hub.occasion('hattie'), async (tx) => (await listSittings(tx, { localAreaId: demoAreaId('wendmere'), id: own.caseId as CaseId }, { kind: 'staff' },
      { since: '2026-09-14T00:00:00.000Z' as Instant, limit: 50, offset: 0 })).sittings)).filter(({ name }) => name === 'Tom Ellery').length
    const line = paths.planLine({ ...own, lineId })
    const tom = await (await hub.as('tom')).get(line)
    assert.deepEqual(await openings(), ['read'])
    for (const minute of [1, 2, 3]) {
      hub.setNow(`2026-09-14T09:0${minute}:00.000Z`)
      tom.form().setAttribute('action', paths.planLineAutosave({ ...own, lineId }))
      await tom.submit({ text: `Words of minute ${minute}` })
      assert.equal((JSON.parse(tom.body) as { kind: string }).kind, 'saved')
      await tom.get(line)
    }
    assert.deepEqual(await openings(), ['read', 'draft-plan', 'read', 'draft-plan', 'read', 'draft-plan', 'read'])
    assert.equal(await sittings(), 1)
    const revisions = await hub.fresh.db.selectFrom('planLineRevision').select('how').where('lineId', '=', lineId).execute()
    assert.equal(revisions.filter(({ how }) => how === 'autosaved').length, 3)
    await tom.get(paths.planSection({ ...own, section: 'F' }))
    assert.equal(await sittings(), 1)
    hub.setNow('2026-09-14T09:40:00.000Z')
    await (await hub.as('tom')).get(line)
    assert.equal(await sittings(), 2, 'after half an hour with nothing asked for, a new sitting')
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('is not found by strangers, and closed to the family while it is being written', async () => {
    const lineId = await aLine()
    const pages = [paths.plan(key), paths.planSection({ ...key, section: 'F' }), paths.planLine({ ...key, lineId }), paths.planAssemble(key), paths.planThread(key), paths.planVersions(key), paths.planCompare(key)]
    for (const who of ['shno', 'aled', 'idwal', 'kerry', 'callum']) {
      const visitor = await hub.as(who)
      for (const page of pages) {
        await visitor.get(page)
        assert.ok(visitor.status === 403 || visitor.status === 404, `${who} got ${visitor.status} at ${page}`)
        assert.doesNotMatch(visitor.body, /Rewan/)
      }
    }
  })

  it('cannot be changed before drafting, and a line of another plan is not found', async () => {
    const early = await aCase(hub, { at: 'assessing' })
    const tom = await (await hub.as('tom')).get(paths.plan(early))
    assert.equal(tom.status, 404)
    const other = await aCase(hub, { at: 'drafting' })
    await tom.get(paths.planLine({ ...other, lineId: await aLine() }))
    assert.equal(tom.status, 404)
  })
})
