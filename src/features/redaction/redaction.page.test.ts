// One report, three readers: a copy is marked by one person, released by another, and until then its reader has nothing.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { someAdvice } from '../../../test/builders/a-draft.ts'
import { docxOf } from '../../../test/builders/hostile-files.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { textOfUpload } from '../../platform/documents/text-in.ts'
import { demoPersonId } from '../demo/seed-world.ts'

const report = [
  'Rewan reads well when the room is quiet.',
  'His mother’s former partner, Dean Harker, rings the house from 01632 960 777. Dean was asked to stop.',
  'Shno Tahsin now lives at 22 Alder Road, ZZ97 1XX.',
  'Rewan needs a quiet corner.',
]
const secrets = ['Dean', 'Harker', '960 777', 'Alder Road', 'ZZ97 1XX', 'Shno']

describe('copies with words removed', () => {
  let hub: Hub
  let key: CaseKey
  let adviceId: string
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { at: 'assessing' })
    ;({ adviceId } = await someAdvice(hub, key, report.map((text) => ({ kind: 'need', section: 'B', text })), { kind: 'social-care', item: 'e', by: 'delphine' }))
  })
  after(() => hub.close())

  const adviceAt = () => paths.advice({ ...key, adviceId })
  const fields = (visitor: Visitor, choice: string): Record<string, string> => Object.fromEntries(visitor.root.querySelectorAll('input[type=radio][value=remove]').map((radio) => [radio.getAttribute('name') ?? '', choice]))
  const begin = async (who: string, reader: string, thing = `advice:${adviceId}`): Promise<Visitor> => {
    const visitor = await (await hub.as(who)).get(paths.caseCopies(key))
    return visitor.submit({ thing, reader, why: 'It tells where the other parent lives' })
  }
  const father = (): string => `person:${demoPersonId('hoshang')}`
  const copyUrl = async (state: string): Promise<string> => {
    const row = await hub.fresh.db.selectFrom('redaction').select('id').where('state', '=', state).orderBy('demandedAt', 'desc').executeTakeFirstOrThrow()
    return paths.copyPassages({ ...key, redactionId: row.id })
  }

  it('are asked for by the council alone; a wrong form keeps what was typed', async () => {
    for (const who of ['shno', 'debra', 'delphine']) assert.notEqual((await (await hub.as(who)).get(paths.caseCopies(key))).status, 200, who)
    const officer = await (await hub.as('hattie')).get(paths.caseCopies(key))
    await officer.submit({ why: 'Typed already' })
    assert.equal(officer.status, 422)
    assert.deepEqual(officer.errors, ['Select the report or document', 'Select who gets it as a copy'])
    assert.equal(officer.fieldsOf(officer.form()).get('why')?.[0], 'Typed already')
  })

  it('hold the report back from their reader at once, and from nobody else', async () => {
    assert.equal((await (await hub.as('hoshang')).get(adviceAt())).status, 200)
    const officer = await begin('tom', father())
    assert.equal(officer.heading, 'What is removed')
    assert.equal((await (await hub.as('hoshang')).get(adviceAt())).status, 404)
    assert.ok(!(await (await hub.as('hoshang')).get(paths.adviceList(key))).body.includes(adviceId))
    for (const who of ['shno', 'hattie', 'delphine']) assert.equal((await (await hub.as(who)).get(adviceAt())).status, 200, who)
    const again = await begin('hattie', father())
    assert.deepEqual(again.errors, ['There is a copy of this for this reader already, in the list above'])
  })

  it('list what was found, want each place decided, and take words that were typed', async () => {
    const writer = await (await hub.as('tom')).get(await copyUrl('marking'))
    for (const words of ['Dean Harker', 'Dean', '01632 960 777', 'Shno Tahsin', '22 Alder Road', 'ZZ97 1XX']) assert.match(writer.words, new RegExp(`“${words}”`))
    assert.doesNotMatch(writer.words, /“Rewan”/)
    await writer.submit({}, { button: 'Send it for a check' })
    assert.equal(writer.status, 422)
    assert.ok(writer.errors.includes('Select whether “Dean Harker” is removed or stays'))
    await writer.submit({ ...fields(writer, 'remove'), more: 'words that are not there', moreReason: 'safeguarding' }, { button: 'Send it for a check' })
    assert.deepEqual(writer.errors, ['“words that are not there” does not stand in the report. Copy it from the report as it is'])
    assert.equal(writer.fieldsOf(writer.form()).get('more')?.[0], 'words that are not there')
    await writer.submit({ ...fields(writer, 'remove'), more: 'a quiet corner', moreReason: 'serious-harm' }, { button: 'Save and look again' })
    assert.equal(writer.status, 200)
    assert.match(writer.words, /“a quiet corner”/)
    await writer.submit({ more: 'was asked to stop', moreReason: 'third-party' }, { button: 'Send it for a check' })
    assert.equal(writer.heading, 'Check the copy')
    assert.match(writer.words, /Somebody else must check/)
  })

  it('are released by somebody else, who reads exactly what the reader gets', async () => {
    const url = `${await copyUrl('checking')}/check`
    const writer = await (await hub.as('tom')).get(url)
    assert.match(writer.words, /A SEND manager who did not mark it|You marked this copy/)
    assert.equal(writer.root.querySelectorAll('input[name=answer]').length, 0)
    const manager = await (await hub.as('meera')).get(url)
    const shown = manager.root.querySelector('.hub-copy')?.textContent ?? ''
    for (const secret of secrets) assert.ok(!shown.includes(secret), secret)
    await manager.submit({})
    assert.deepEqual(manager.errors, ['Select whether the copy is released'])
    await manager.submit({ answer: 'return' })
    assert.deepEqual(manager.errors, ['Enter what must change'])
    await manager.submit({ answer: 'release', sha256: 'something that was read before' })
    assert.deepEqual(manager.errors, ['The copy has changed since you read it. Read it again below'])
    await manager.get(url)
    await manager.submit({ answer: 'release' })
    assert.equal(manager.heading, 'Copies with words removed')
    assert.match(manager.words, /The copy is released/)

    const reader = await (await hub.as('hoshang')).get(adviceAt())
    assert.equal(reader.status, 200)
    assert.match(reader.words, /This is a copy for you.*\[Removed: about another person\].*\[Removed: contact details\].*\[Removed: telling it could cause serious harm\]/)
    const file = await reader.download(paths.adviceFile({ ...key, adviceId }))
    assert.equal(file.status, 200)
    const inFile = await textOfUpload(file.bytes, file.type === 'application/pdf' ? 'pdf' : 'docx')
    assert.ok(inFile.ok && inFile.value.text.includes('Rewan reads well'))
    for (const secret of secrets) {
      assert.ok(!reader.body.includes(secret), `the page says ${secret}`)
      assert.ok(inFile.ok && !inFile.value.text.includes(secret), `the file says ${secret}`)
      assert.ok(!Buffer.from(file.bytes).includes(secret))
    }
    const mother = await (await hub.as('shno')).get(adviceAt())
    assert.match(mother.words, /22 Alder Road/)
  })

  it('can be taken back, and are gone from their reader again', async () => {
    const manager = await (await hub.as('meera')).get(`${await copyUrl('released')}/check`)
    await manager.submit({ answer: 'return', words: 'The last sentence too' })
    assert.match(manager.words, /Being marked/)
    assert.equal((await (await hub.as('hoshang')).get(adviceAt())).status, 404)
    const writer = await (await hub.as('tom')).get(await copyUrl('marking'))
    assert.match(writer.words, /Sent back by whoever checked it: The last sentence too/)
  })

  it('cannot be released by whoever marked them, whatever their role', async () => {
    const manager = await (await hub.as('meera')).get(await copyUrl('marking'))
    await manager.submit(fields(manager, 'remove'), { button: 'Send it for a check' })
    assert.match(manager.words, /You marked this copy/)
    const row = await hub.fresh.db.selectFrom('redaction').select(['id', 'markedBy']).where('state', '=', 'checking').executeTakeFirstOrThrow()
    await assert.rejects(hub.fresh.db.updateTable('redaction').set({ state: 'released', releasedBy: row.markedBy, copyText: 'x' }).where('id', '=', row.id).execute(), /check/)
  })

  it('are lifted by another manager than the one who asked, with a reason', async () => {
    const url = (await copyUrl('checking')).concat('/lift')
    assert.equal((await (await hub.as('hattie')).get(url)).status, 403)
    const manager = await (await hub.as('meera')).get(url)
    await manager.submit({})
    assert.deepEqual(manager.errors, ['Enter why they may have the whole'])
    await manager.submit({ reason: 'The order has ended' })
    assert.match((await (await hub.as('hoshang')).get(adviceAt())).words, /22 Alder Road/)
  })

  it('are made of documents too, and of those without words nothing is given', async () => {
    const add = async (title: string, name: string, bytes: Uint8Array): Promise<string> => {
      const officer = await (await hub.as('hattie')).get(paths.caseEvidence(key))
      await officer.submitFiles({ file: { name, bytes } }, { title, share: 'everybody' })
      const { id } = await hub.fresh.db.selectFrom('document').select('id').where('title', '=', title).executeTakeFirstOrThrow()
      return id
    }
    const id = await add('Letter about Dean Harker', 'dean harker.docx', docxOf('<w:p><w:r><w:t>His mother’s partner, Dean Harker, was ill.</w:t></w:r></w:p><w:p><w:r><w:t>Rewan slept well.</w:t></w:r></w:p>'))
    const writer = await begin('tom', 'part:school', `document:${id}`)
    const school = await hub.as('debra')
    assert.equal((await school.download(paths.caseDocument({ ...key, documentId: id }))).status, 404)
    assert.doesNotMatch((await school.get(paths.caseEvidence(key))).body, /Harker/, 'its title is nothing that the reader has either')
    await writer.submit(fields(writer, 'remove'), { button: 'Send it for a check' })
    const manager = await (await hub.as('meera')).get(`${await copyUrl('checking')}/check`)
    await manager.submit({ answer: 'release' })
    const got = await school.download(paths.caseDocument({ ...key, documentId: id }))
    assert.equal(got.status, 200)
    assert.doesNotMatch(got.name, /Dean|Harker/i)
    const words = await textOfUpload(got.bytes, got.type === 'application/pdf' ? 'pdf' : 'docx')
    assert.ok(words.ok && /Rewan slept well/.test(words.value.text) && !/Dean|Harker/.test(words.value.text))
    assert.equal((await (await hub.as('hattie')).download(paths.caseDocument({ ...key, documentId: id }))).name, 'dean harker.docx', 'the council has it as received')

    const sound = await add('What he says', 'says.txt', Buffer.from('Rewan says hello.'))
    const held = await begin('tom', 'part:school', `document:${sound}`)
    assert.equal(held.status, 200)
    assert.equal((await school.download(paths.caseDocument({ ...key, documentId: sound }))).status, 404)
  })

  it('never go round what a report’s author keeps from somebody', async () => {
    await hub.fresh.db.updateTable('advice').set({ notFor: [father()] }).where('id', '=', adviceId as never).execute()
    const officer = await begin('hattie', father())
    assert.deepEqual(officer.errors, ['Its author or the family has asked that this reader does not see it at all, and they do not. No copy is needed'])
  })
})
