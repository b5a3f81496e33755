// The three advice packs through the pages: each report is handed in as Markdown, Word and PDF, and every anchor that a
// competent plan writer took from it is marked by its exact words. What counts is that each is found, once, word for word.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { z } from 'zod'
import { aCase } from '../../../test/builders/a-case.ts'
import { reportAsDocx, reportAsPdf } from '../../../test/builders/report-files.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import type { AdviceItem } from '../../domain/case-file/facts.ts'
import { adviceItems } from '../../domain/case-file/facts.ts'
import type { AdviceKind } from '../../domain/advice/advice-kinds.ts'
import { isAdviceKind } from '../../domain/advice/advice-kinds.ts'
import { findQuote } from '../../platform/documents/find-quote.ts'
import { paths } from '../../paths.ts'
import { demoOrganisationId } from '../demo/seed-world.ts'
import { askForAdvice } from './ask/ask-for-advice.ts'

const folder = path.resolve(import.meta.dirname, '../../../test/cases/advice-packs')
const services = ['camhs', 'slt', 'ot', 'paediatrics', 'ep-service', 'social-care', 'sensory', 'adulthood', 'icb', 'fernside', 'bramblewick']
const packs = readdirSync(folder).filter((name) => name.startsWith('pack-')).toSorted()

const caseIn = z.object({ advice: z.array(z.object({ regulation6: z.string(), file: z.string(), kind: z.string(), author: z.string(), known: z.union([z.boolean(), z.string(), z.null()]).optional() })) })
const entry = z.object({ source: z.string(), anchor: z.string() })
const expectedIn = z.object({ views: z.array(entry), needs: z.array(entry), outcomes: z.array(entry), provision: z.array(entry) })
type Expected = z.infer<typeof expectedIn>

const read = (pack: string, name: string): string => readFileSync(path.join(folder, pack, name), 'utf8')
const kindsOfList = { views: 'view', needs: 'need', outcomes: 'outcome', provision: 'provision' } as const

interface Anchor { readonly anchor: string; readonly kind: string }

/** Anchors of one report. The same words are marked once under each kind. */
function anchorsOf(expected: Expected, source: string): Anchor[] {
  const all = (Object.keys(kindsOfList) as (keyof typeof kindsOfList)[]).flatMap((list) =>
    expected[list].filter((one) => one.source === source).map(({ anchor }): Anchor => ({ anchor, kind: kindsOfList[list] })))
  return all.filter((one, index) => all.findIndex(({ anchor, kind }) => anchor === one.anchor && kind === one.kind) === index)
}

const formats = {
  md: (markdown: string) => Promise.resolve(new TextEncoder().encode(markdown)), docx: reportAsDocx, pdf: reportAsPdf,
} as const
type Format = keyof typeof formats

describe('the advice packs, handed in and marked through the pages', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now: '2026-12-14T09:00:00.000Z' }) })
  after(() => hub.close())

  /** Hands the report in as council staff enter what reached them; answers with the page that marks. */
  async function handIn(officer: Visitor, key: CaseKey, report: { item: AdviceItem; kind: string; author: string; isKnown: boolean }, name: string, bytes: Uint8Array): Promise<string> {
    const file = { report: { name, bytes } }
    if (!isAdviceKind(report.kind)) {
      const whose = report.kind === 'parental' ? 'parent' : 'child'
      await officer.get(paths.giveViews({ ...key, whose }))
      if (whose === 'parent' && officer.hasLink('Shno Tahsin')) await officer.follow('Shno Tahsin')
      await officer.submitFiles(file, { next: 'send', channel: 'interpreter', methods: 'talking' })
    } else {
      // Each report from a service of its own: the same request to the same one is refused while it is open.
      const organisationId = demoOrganisationId(services[(await requestIds(key)).length % services.length] ?? 'camhs')
      const earlier = new Set(await requestIds(key))
      await askForAdvice(await hub.occasion('hattie'), key, {
        requests: [{ item: report.item, kind: report.kind as AdviceKind, recipient: { organisationId, name: 'A service' } }], answers: [], documentIds: [],
      })
      const adviceRequestId = (await requestIds(key)).find((id) => !earlier.has(id)) ?? ''
      await officer.get(paths.giveAdvice({ ...key, adviceRequestId }))
      await officer.submitFiles(file, {
        next: 'mark', way: 'file', channel: 'email', authorName: report.author, authorRole: 'adviser', 'dated-day': '1', 'dated-month': '12', 'dated-year': '2026',
        ...(report.kind === 'social-care' ? { known: report.isKnown ? 'yes' : 'no' } : {}),
      })
      assert.deepEqual(officer.errors, [])
    }
    const latest = await hub.fresh.db.selectFrom('advice').select('id').where('caseId', '=', key.caseId as never).orderBy('begunAt', 'desc').limit(1).executeTakeFirstOrThrow()
    return latest.id
  }

  const requestIds = async (key: CaseKey): Promise<string[]> =>
    (await hub.fresh.db.selectFrom('adviceRequest').select('id').where('caseId', '=', key.caseId as never).execute()).map(({ id }) => id)

  async function mark(officer: Visitor, key: CaseKey, adviceId: string, anchors: readonly Anchor[]): Promise<number> {
    await officer.get(paths.markAdvice({ ...key, adviceId }))
    let located = 0
    for (const { anchor, kind } of anchors) {
      const guesses = officer.root.querySelectorAll('select').map((select) => select.getAttribute('name') ?? '')
      const isFirst = !officer.text.includes('Marked so far')
      const left = isFirst ? Object.fromEntries(guesses.map((name) => [name, ''])) : {}
      await officer.submit({ ...left, words: anchor, wordsKind: kind }, { button: 'Save and mark more' })
      if (officer.status === 200) located += 1
      else await officer.get(paths.markAdvice({ ...key, adviceId }))
    }
    return located
  }

  for (const format of Object.keys(formats) as Format[]) {
    it(`locates every anchor exactly once in reports handed in as ${format}`, async (context) => {
      const officer = await hub.as('hattie')
      let of = 0
      let located = 0
      for (const pack of packs) {
        const { advice } = caseIn.parse(JSON.parse(read(pack, 'case.json')))
        const expected = expectedIn.parse(JSON.parse(read(pack, 'expected.json')))
        const key = await aCase(hub, { at: 'assessing', receivedOn: '2026-09-14' })
        for (const { regulation6, file, kind, author, known } of advice) {
          const anchors = anchorsOf(expected, file)
          if (anchors.length === 0) continue
          const item = adviceItems.find((one) => one === regulation6) ?? 'f'
          const bytes = await formats[format](read(pack, file))
          const isKnown = known === true || known === 'yes'
          const adviceId = await handIn(officer, key, { item, kind, author, isKnown }, file.replace(/md$/, format), bytes)
          of += anchors.length
          located += await mark(officer, key, adviceId, anchors)
          const lines = await hub.fresh.db.selectFrom('adviceLine').selectAll().where('adviceId', '=', adviceId as never).where('removedAt', 'is', null).execute()
          const { reportText } = await hub.fresh.db.selectFrom('advice').select('reportText').where('id', '=', adviceId as never).executeTakeFirstOrThrow()
          if (format === 'md' && isAdviceKind(kind)) assert.equal(reportText, read(pack, file).replaceAll('\r\n', '\n'), `${pack}/${file} is kept to the letter`)
          for (const line of lines) assert.equal(reportText.slice(line.quoteStart, line.quoteEnd), line.quote)
          for (const { anchor, kind: wanted } of anchors) {
            assert.ok(lines.some((line) => line.kind === wanted && findQuote(line.quote, anchor).length === 1), `${pack}/${file}: ${anchor}`)
          }
        }
      }
      context.diagnostic(`${format}: ${located} of ${of} anchors located exactly`)
      assert.equal(located, of)
    })
  }
})
