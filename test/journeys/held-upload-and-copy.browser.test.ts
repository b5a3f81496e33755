// A letter that comes while the virus scanner is away: kept, opened by nobody, and there when the scanner is back. Then one report
// for two parents: marked by one person, released by another, and each reads their own.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { scanWaitingFiles } from '../../src/casebook/papers/scan-waiting.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import type { ScanAnswer, Scanner } from '../../src/platform/scanner/scanner.ts'
import { aCase } from '../builders/a-case.ts'
import { someAdvice } from '../builders/a-draft.ts'
import { bothWays } from './both-ways.ts'

let isAway = false
const scanner: Scanner = {
  name: 'a scanner that can be switched off', isReal: false,
  scan: (): Promise<ScanAnswer> => Promise.resolve(isAway ? { verdict: 'unanswered', why: 'away' } : { verdict: 'clean' }),
}

const report = ['Rewan reads well when the room is quiet.', 'His mother’s former partner, Dean Harker, rings from 01632 960 777.', 'Shno Tahsin now lives at 22 Alder Road, ZZ97 1XX.']
const secrets = /Dean|Harker|960 777|Alder|ZZ97/

bothWays('an upload that waits, and a copy with words removed', { scanner }, (scene) => {
  let key: CaseKey
  let adviceId: string
  before(async () => {
    key = await aCase(scene.hub, { at: 'assessing' })
    ;({ adviceId } = await someAdvice(scene.hub, key, report.map((text) => ({ kind: 'need', section: 'B', text })), { kind: 'social-care', item: 'e', by: 'delphine' }))
  })

  it('keeps a letter that nobody can check yet, and says so to whoever sent it', async () => {
    isAway = true
    const mother = await scene.cast.as('shno')
    await mother.get(paths.caseEvidence(key))
    await mother.submitFiles({ file: { name: 'letter.txt', bytes: Buffer.from('A letter of the hospital.') } }, { title: 'Letter from the hospital', share: 'everybody' })
    assert.match(mother.text, /Letter from the hospital\s+Being checked for viruses/)
    const { id } = await scene.hub.fresh.db.selectFrom('document').select('id').where('title', '=', 'Letter from the hospital').executeTakeFirstOrThrow()
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.caseDocument({ ...key, documentId: id }))
    assert.equal(officer.heading, 'We are checking this file')
    assert.match(officer.text, /You do not have to send it again/)
  })

  it('lets it be opened once the scanner has looked', async () => {
    isAway = false
    await scanWaitingFiles.run(await scene.hub.occasion('system'), {})
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.caseEvidence(key))
    const got = await officer.download(officer.link('Letter from the hospital'))
    assert.equal(new TextDecoder().decode(got.bytes), 'A letter of the hospital.')
  })

  it('holds a report back from one parent, and finds what may have to be removed', async () => {
    const writer = await scene.cast.as('tom')
    await writer.get(paths.caseCopies(key))
    await writer.submit({ thing: `advice:${adviceId}`, reader: `person:${demoPersonId('hoshang')}`, why: 'It tells where the other parent lives' }, { button: 'Hold it back and mark what is removed' })
    assert.equal(writer.heading, 'What is removed')
    const choices = Object.fromEntries(writer.root.querySelectorAll('input[type=radio][value=remove]').map((radio) => [radio.getAttribute('name') ?? '', 'remove']))
    assert.ok(Object.keys(choices).length >= 4)
    await writer.submit(choices, { button: 'Send it for a check' })
    assert.match(writer.text, /A SEND manager who did not mark it must read it and release it|You marked this copy/)
    const father = await scene.cast.as('hoshang')
    await father.get(paths.advice({ ...key, adviceId }))
    assert.equal(father.heading, 'Page not found')
  })

  it('is released by a manager who reads exactly what he gets', async () => {
    const manager = await scene.cast.as('meera')
    await manager.get(paths.caseCopies(key))
    await manager.get(manager.root.querySelectorAll('a').find((link) => link.textContent.startsWith('Check the copy'))?.getAttribute('href') ?? '')
    assert.doesNotMatch(manager.root.querySelector('.hub-copy')?.textContent ?? '', secrets)
    await manager.submit({ answer: 'release' }, { button: 'Save' })
    assert.match(manager.text, /The copy is released/)
    const father = await scene.cast.as('hoshang')
    await father.get(paths.advice({ ...key, adviceId }))
    assert.match(father.text, /This is a copy for you/)
    assert.doesNotMatch(father.body, secrets)
    const file = await father.download(father.link('Download this copy'))
    assert.ok(file.bytes.length > 1000)
    const mother = await scene.cast.as('shno')
    await mother.get(paths.advice({ ...key, adviceId }))
    assert.match(mother.text, /22 Alder Road/)
  })
})
