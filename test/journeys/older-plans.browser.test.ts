// A council brings in the plans that it made before the hub: a folder of Word files of which some are broken or meant to harm, brought in
// twice; one of them placed by a person, line by line, and confirmed as the plan of the child, with its clocks.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { paths } from '../../src/paths.ts'
import { withDocument } from '../builders/edited-docx.ts'
import { wordBomb, wordWithMacros, wordWithTemplateFrom } from '../builders/hostile-files.ts'
import { hubPlans } from '../builders/older-plans/hub-plans.ts'
import { olderPlanTemplates } from '../builders/older-plans/templates.ts'
import type { HandedIn, PageReader } from '../harness/page-reader.ts'
import { textOf } from '../harness/page-reader.ts'
import { bothWays } from './both-ways.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { expectRefused } from './steps/refused.ts'

const area = 'wendmere'
const loose = 'Rewan must always sit where he can see the door.'

bothWays('plans from before the hub', { now: morningOf('2026-09-14') }, (scene) => {
  let folder: HandedIn[]
  let rewans: Uint8Array
  let placing: string
  before(async () => {
    const formOfTables = await olderPlanTemplates[3]?.()
    const other = await hubPlans[1]?.()
    assert.ok(formOfTables !== undefined && other !== undefined)
    // Somebody wrote a line above the form.
    rewans = withDocument(formOfTables.bytes, (xml) => xml.replace('<w:body>', `<w:body><w:p><w:r><w:t>${loose}</w:t></w:r></w:p>`))
    folder = [
      { name: 'Rewan Tahsin final.docx', bytes: rewans }, { name: 'Orla.docx', bytes: other.bytes }, { name: 'Half a download.docx', bytes: other.bytes.slice(0, 4000) },
      { name: 'Unpacks for ever.docx', bytes: wordBomb() }, { name: 'With macros.docx', bytes: wordWithMacros() }, { name: 'Fetches a template.docx', bytes: wordWithTemplateFrom('https://evil.example.org/t.dotm') },
    ]
  })

  const bringIn = async (officer: PageReader): Promise<void> => {
    await officer.get(paths.olderPlans({ area }))
    await officer.follow('Bring in plans')
    await officer.submitFiles({ files: folder })
    assert.equal(officer.heading, 'What was brought in', officer.errors.join())
  }

  it('come in as a folder, with what was done and what was not and why', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.bringInPlans({ area }))
    await officer.submit()
    expectRefused(officer, ['Select one or more Word files, or a zip of them'])
    await bringIn(officer)
    assert.match(officer.words, /Files 6 Came in 3 .*Not taken 3/)
    assert.match(officer.words, /3 files still to be read\. Look again/)
    await scene.hub.work()
    await officer.follow('Look again')
    assert.match(officer.words, /Read, to be confirmed 2 Could not be read 1/)
    assert.match(officer.words, /Half a download\.docx [^.]*damaged/)
    assert.match(officer.words, /Unpacks for ever\.docx [^.]*(?:damaged|too large)/)
    assert.match(officer.words, /With macros\.docx [^.]*contains a program or macros/)
    assert.match(officer.words, /Fetches a template\.docx [^.]*fetches things from outside itself/)
  })

  it('are here once, however often the folder comes', async () => {
    const officer = await scene.cast.as('hattie')
    await bringIn(officer)
    await scene.hub.work()
    await officer.get(paths.olderPlans({ area }))
    assert.match(officer.words, /To confirm 2 Still to be read 0 Could not be read 1/)
  })

  it('are placed by a person: moved, split, left out with a reason; the file itself is one click away', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.olderPlans({ area }))
    await officer.follow('Rewan Tahsin')
    placing = officer.url
    await officer.submit({}, { button: 'Start on this plan' })
    assert.match(officer.words, /2 pieces of words wait to be placed/)
    assert.deepEqual(Buffer.from((await officer.download(officer.link('Open the file as it came (Rewan Tahsin final.docx)'))).bytes), Buffer.from(rewans))
    await officer.submit({ piece: [pieceWith(officer, loose)] }, { button: 'Leave it out' })
    assert.deepEqual(officer.errors, ['Enter why these words are left out'])
    await officer.submit({ section: 'F' }, { button: 'Put it there' })
    await officer.submit({ all: 'yes', reason: 'The front page of the form' }, { button: 'Leave it out' })
    assert.match(officer.words, /no words wait to be placed/, officer.errors.join())

    await officer.get(linkAbout(officer, loose))
    await officer.submit({ parts: 'Rewan must sit.\n\nHe can see the door.' }, { button: 'Split' })
    assert.match(officer.errors.join(), /same words as before/)
    await officer.submit({ parts: 'Rewan must always sit\n\nwhere he can see the door.' }, { button: 'Split' })
    assert.deepEqual(officer.errors, [])
    await officer.get(linkAbout(officer, 'Rewan must always sit'))
    await officer.submit({}, { button: 'Join with the next' })
    await officer.get(linkAbout(officer, 'Would benefit from short breaks.'))
    await officer.submit({ section: 'D' }, { button: 'Put it there' })
    assert.match(sectionOf(officer, 'D'), /Would benefit from short breaks/)
    assert.match(sectionOf(officer, 'F'), new RegExp(loose))
  })

  it('are confirmed as the plan in force, with its lines and its clocks, and the file stays with the case', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(placing)
    await officer.follow('Go on to confirm the plan')
    await officer.submit({ case: 'new', lastReview: 'changed' }, { button: 'Confirm the plan' })
    assert.match(officer.errors.join(), /the family was told/i)
    await officer.submit({ case: 'new', ...dateIn('decidedOn', '2025-02-10') }, { button: 'Confirm the plan' })
    assert.match(officer.text, /This is now the plan in force/, officer.errors.join())
    assert.ok(officer.text.includes(loose) && officer.text.includes('Would benefit from short breaks.'))
    await officer.follow('Reviews')
    assert.match(officer.words, /9 February 2026/)
    await officer.get(paths.caseEvidence({ area, caseId: officer.url.split('/')[3] ?? '' }))
    assert.match(officer.words, /Rewan Tahsin final/)
    await officer.get(placing)
    assert.match(officer.words, /This plan is done/)
    assert.match(officer.words, /Left out, with the reason .*Child’s details ?The front page of the form/)
    await officer.get(paths.olderPlans({ area }, { show: 'done' }))
    assert.match(officer.words, /Confirmed as the plan/)
  })
})

/** The tick box beside these words. */
function pieceWith(officer: PageReader, words: string): string {
  const label = officer.root.querySelectorAll('label').find((one) => textOf(one).includes(words))
  return officer.root.getElementById(label?.getAttribute('for') ?? '')?.getAttribute('value') ?? assert.fail(`no box for “${words}”`)
}

/** Where a line with these words is moved, split or joined. */
function linkAbout(officer: PageReader, words: string): string {
  const line = officer.root.querySelectorAll('ol li').find((one) => textOf(one).includes(words))
  return line?.querySelector('a')?.getAttribute('href') ?? assert.fail(`no line “${words}”`)
}

const sectionOf = (officer: PageReader, section: string): string => textOf(officer.root.querySelector(`[aria-labelledby="section-${section}"]`))
