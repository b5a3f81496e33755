import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { MarkedWish } from '../../../test/builders/a-draft.ts'
import { someAdvice, someLines } from '../../../test/builders/a-draft.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import type { AdviceLineId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'

const wishes: readonly MarkedWish[] = [
  { kind: 'need', section: 'B', text: 'Rewan has difficulty with attention.' },
  { kind: 'outcome', section: 'E', text: 'Rewan will listen to a story with the class by the end of Year 5.' },
  { kind: 'provision', section: 'F', text: 'A teaching assistant sits with Rewan in English.', fields: { who: 'teaching assistant' } },
  { kind: 'provision', section: 'F', text: 'A sand timer on the desk.' },
  { kind: 'provision', section: 'F', text: 'Attention training.' },
]

describe('assembling a draft from the advice', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  const withAdvice = async (): Promise<{ key: CaseKey; ids: AdviceLineId[]; group: (section: string) => string }> => {
    const key = await aCase(hub, { at: 'drafting' })
    const { adviceId, lineIds } = await someAdvice(hub, key, wishes)
    return { key, ids: lineIds, group: (section) => `${section}-${adviceId}` }
  }
  const at = (ids: readonly AdviceLineId[], place: number): AdviceLineId => ids[place] ?? assert.fail('no line')

  /** Fills in the form of one group, as a page with several forms has it. */
  async function decide(key: CaseKey, group: string, filled: Record<string, string>, button?: string) {
    const tom = await (await hub.as('tom')).get(paths.planAssemble(key))
    const form = tom.root.querySelector(`[id="group-${group}"]`) ?? assert.fail(`no group ${group}`)
    for (const other of tom.root.querySelectorAll('main form')) if (other !== form) other.remove()
    return tom.submit(filled, button === undefined ? {} : { button })
  }

  it('takes one answer for each line, many in one save, none of them chosen in advance', async () => {
    const { key, ids, group } = await withAdvice()
    const tom = await (await hub.as('tom')).get(paths.planAssemble(key))
    assert.match(tom.text, /Waiting \(5\)/)
    assert.equal(tom.root.querySelectorAll('main [type=radio][checked]').length, 0)
    const saved = await decide(key, group('F'), {
      [`does-${at(ids, 2)}`]: 'use', [`section-${at(ids, 2)}`]: 'F',
      [`does-${at(ids, 3)}`]: 'not-used', [`words-not-used-${at(ids, 3)}`]: 'The school gives every child one.',
      [`does-${at(ids, 4)}`]: 'ask-author', [`words-ask-author-${at(ids, 4)}`]: 'How long, and how often?',
    })
    assert.match(saved.text, /Waiting \(3\).*In the plan \(1\).*Not used \(1\)/)
    assert.match(saved.text, /Author asked.*How long, and how often\?/)
    const tomAgain = await (await hub.as('tom')).get(paths.planSection({ ...key, section: 'F' }))
    assert.match(tomAgain.text, /A teaching assistant sits with Rewan in English\..*Psychological advice, Dr Imogen Petrie, 10 September 2026/)
    assert.ok(tomAgain.body.includes(`#words-${at(ids, 2)}`), 'the way to the exact words')
    await tomAgain.get(paths.planAssemble(key, { show: 'not-used' }))
    assert.match(tomAgain.text, /Not used.*The school gives every child one/)
  })

  it('asks for the reason beside its line, and keeps every choice', async () => {
    const { key, ids, group } = await withAdvice()
    const tom = await decide(key, group('F'), { [`does-${at(ids, 2)}`]: 'use', [`does-${at(ids, 3)}`]: 'not-used', [`does-${at(ids, 4)}`]: 'join' })
    assert.equal(tom.status, 422)
    assert.deepEqual(tom.errors, ['Enter why this is not used', 'Select the line that it joins'])
    assert.ok(tom.root.querySelector(`[name="does-${at(ids, 3)}"][value="not-used"]`)?.hasAttribute('checked'))
    const none = await decide(key, group('B'), {})
    assert.deepEqual(none.errors, ['Select what becomes of at least one line'])
  })

  it('uses all of a section’s lines as they stand, once, however often the form is sent', async () => {
    const { key, group } = await withAdvice()
    const tom = await decide(key, group('F'), {}, 'Use all 3 as they stand')
    assert.match(tom.text, /In the plan \(3\)/)
    await tom.get(paths.planSection({ ...key, section: 'F' }))
    assert.equal(tom.root.querySelectorAll('.hub-plan-line').length, 3)
    const facts = await hub.fresh.db.selectFrom('fact').select('data').where('type', '=', 'advice-lines-settled').where('caseId', '=', key.caseId as never).execute()
    assert.deepEqual(facts.map(({ data }) => data), [{ used: 3, joined: 0, notUsed: 0, asked: 0, disagree: 0 }])
  })

  it('joins a line to one that says the same, whose words and amounts stay', async () => {
    const { key, ids } = await withAdvice()
    const [line = assert.fail('none')] = await someLines(hub, key, [{ kind: 'provision', section: 'F', text: 'A timer.', fields: { who: 'class teacher' } }])
    const tom = await (await hub.as('tom')).get(paths.planAssembleLine({ ...key, adviceLineId: at(ids, 3) }))
    await tom.submit({ [`does-${at(ids, 3)}`]: 'join' })
    assert.deepEqual(tom.errors, ['Select the line that it joins'])
    await tom.submit({ [`does-${at(ids, 3)}`]: 'join', [`join-${at(ids, 3)}`]: line })
    assert.match(tom.text, /In the plan \(1\)/)
    await tom.get(paths.planAssembleLine({ ...key, adviceLineId: at(ids, 3) }))
    assert.match(tom.text, /Joined with other words, as F1.*What the plan makes of it/)
    await tom.get(paths.planLine({ ...key, lineId: line }))
    assert.equal(tom.fieldsOf(tom.form()).get('text')?.[0], 'A timer.')
    assert.match(tom.text, /A sand timer on the desk/, 'the words of the report are its source')
  })

  it('lets one of two people decide a line; the other is told, and nothing of theirs is half saved', async () => {
    const { key, ids } = await withAdvice()
    const page = paths.planAssembleLine({ ...key, adviceLineId: at(ids, 0) })
    const tom = await (await hub.as('tom')).get(page)
    const hattie = await (await hub.as('hattie')).get(page)
    await tom.submit({ [`does-${at(ids, 0)}`]: 'use' })
    await hattie.submit({ [`does-${at(ids, 0)}`]: 'use' })
    assert.equal(hattie.status, 422)
    assert.match(hattie.errors[0] ?? '', /Somebody else decided this line meanwhile/)
    assert.equal(hattie.link('Somebody else decided this line meanwhile. Nothing of this form was saved: choose again'), '#main-content')
    await hattie.get(paths.planSection({ ...key, section: 'B' }))
    assert.equal(hattie.root.querySelectorAll('.hub-plan-line').length, 1)
  })

  it('opens a recommendation again when its line is taken out', async () => {
    const { key, ids, group } = await withAdvice()
    await decide(key, group('B'), { [`does-${at(ids, 0)}`]: 'use' })
    const tom = await (await hub.as('tom')).get(paths.planSection({ ...key, section: 'B' }))
    await tom.follow('Remove B1')
    await tom.submit({})
    await tom.get(paths.planAssemble(key))
    assert.match(tom.text, /Its line was taken out/)
    await tom.get(paths.planThread(key))
    assert.match(tom.text, /Advice that is not in the plan.*Rewan has difficulty with attention/)
  })
})

describe('versions of a draft', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { at: 'drafting' })
  })
  after(() => hub.close())

  it('freezes by name and compares any two, line by line and word by word', async () => {
    const [therapy = assert.fail('none'), gone = assert.fail('none')] = await someLines(hub, key, [
      { kind: 'provision', section: 'F', text: 'Access to regular therapy.', fields: { minutes: 30 } }, { kind: 'provision', section: 'F', text: 'A visual timetable.' },
    ])
    const tom = await (await hub.as('tom')).get(paths.planVersions(key))
    await tom.submit({ label: '' })
    assert.deepEqual(tom.errors, ['Enter a name for the version'])
    await tom.submit({ label: 'Before the meeting' })
    assert.match(tom.text, /1: Before the meeting/)
    await tom.follow('Since version 1')
    assert.match(tom.text, /Nothing differs/)
    await tom.get(paths.planLine({ ...key, lineId: therapy }))
    await tom.submit({ text: '45 minutes of therapy.', minutes: '45' })
    await tom.get(paths.planLineRemove({ ...key, lineId: gone }))
    await tom.submit({})
    await someLines(hub, key, [{ kind: 'need', section: 'B', text: 'Needs help to speak.' }])
    await tom.get(paths.planCompare(key, { from: 1, to: 'now' }))
    assert.match(tom.text, /1 line added, 1 taken out, 1 changed, 0 moved/)
    assert.match(tom.text, /removed: Access to regular.*added: 45 minutes of/)
    assert.match(tom.text, /Minutes each time: 45 \(was 30\)/)
    await tom.get(paths.planCompare(key, { from: 'now', to: 1 }))
    assert.match(tom.text, /Minutes each time: 30 \(was 45\)/)
    await tom.get(paths.planVersion({ ...key, no: '1' }))
    assert.match(tom.text, /Version 1: Before the meeting.*Access to regular therapy.*A visual timetable/)
    await tom.get(paths.planVersion({ ...key, no: '7' }))
    assert.equal(tom.status, 404)
  })

  it('freezes once when the form is sent twice', async () => {
    const tom = await (await hub.as('tom')).get(paths.planVersions(key))
    const once = tom.fieldsOf(tom.form()).get('_once') ?? []
    await tom.submit({ label: 'Twice', _once: once })
    await tom.submit({ label: 'Twice', _once: once })
    assert.equal(tom.text.match(/\d+: TwiceWorking version/g)?.length, 1)
  })
})
