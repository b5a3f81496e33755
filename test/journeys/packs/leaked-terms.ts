// Whether anything that left the hub holds words that were not to be copied: the plan in each of its forms, its one page,
// every letter and every e-mail.

import type { CaseKey } from '../../../src/casebook/open-case-file.ts'
import type { CaseId } from '../../../src/domain/ids.ts'
import { holdsTerm } from '../../../src/domain/plan/holds-term.ts'
import { paths } from '../../../src/paths.ts'
import type { Hub } from '../../harness/hub.ts'
import { wordsInDocx, wordsInHtml, wordsInPdf } from '../../harness/words-in-files.ts'
import type { Pack } from './pack.ts'
import { peopleIn } from './pack-people.ts'

interface Paper {
  readonly what: string
  readonly words: string
  /** Whose own copy it is, when it is one person's. */
  readonly of?: string
}

export async function leakedTerms(hub: Hub, pack: Pack, key: CaseKey): Promise<{ papers: number; found: string[] }> {
  const papers = await papersOf(hub, pack, key)
  const found = pack.expected.mustNotCopy.flatMap(({ id, kind, terms }) => terms.flatMap((term) =>
    papers.filter((paper) => holdsTerm(paper.words, term) && !(kind === 'address-confidential' && isOwnAddress(pack, term, paper)))
      .map(({ what }) => `${id} "${term}" in ${what}`)))
  return { papers: papers.length, found }
}

/** Somebody's address may stand at the head of their own letter; it is the other's copy that must not have it. */
function isOwnAddress({ case: { family, address } }: Pack, term: string, { of }: Paper): boolean {
  const owners = family.filter((one) => (one.address ?? address).line1 === term).map(({ name }) => name)
  return of !== undefined && owners.includes(of)
}

async function papersOf(hub: Hub, pack: Pack, key: CaseKey): Promise<Paper[]> {
  const { db } = hub.fresh
  const caseId = key.caseId as CaseId
  const versions = await db.selectFrom('planVersion as v').innerJoin('plan as p', 'p.id', 'v.planId').select(['v.kind', 'v.content', 'v.html', 'v.pdfSha256', 'v.docxSha256'])
    .where('p.caseId', '=', caseId).orderBy('v.no').execute()
  const plan = versions.find(({ kind }) => kind === 'final')
  if (plan === undefined) throw new Error('no final plan was issued')
  const officer = await hub.as(peopleIn(pack.id).officer)
  await officer.get(paths.finalPlanSummary(key))
  const letters = await db.selectFrom('notice').select(['kind', 'title', 'toName', 'content']).where('caseId', '=', caseId).execute()
  const outgoing = await db.selectFrom('outgoing').select(['subject', 'body', 'toAddress', 'channel']).where('caseId', '=', caseId).execute()
  const bytes = async (sha256: string | null): Promise<Uint8Array> => hub.house.files.open(sha256 ?? '')
  return [
    { what: 'the final plan as a web page', words: wordsInHtml(plan.html ?? '').join(' ') },
    { what: 'the final plan’s PDF', words: (await wordsInPdf(await bytes(plan.pdfSha256))).join(' ') },
    { what: 'the final plan’s Word file', words: (await wordsInDocx(await bytes(plan.docxSha256))).join(' ') },
    // What is sealed but not printed: the exact words behind each line are kept in the record and go to nobody with the plan.
    { what: 'the one-page summary', words: officer.words },
    ...versions.filter(({ kind }) => kind === 'draft').map(({ content }, index) => ({ what: `draft ${index + 1} as served`, words: printedWordsOf(content) })),
    ...letters.map(({ kind, toName, title, content }) => ({ what: `the letter ${kind} to ${toName}`, of: toName, words: `${title} ${JSON.stringify(content)}` })),
    ...outgoing.map(({ channel, subject, body }) => ({ what: `an outgoing ${channel}`, words: `${subject} ${body}` })),
    ...hub.carrier.carried.map((message) => ({ what: 'a message that was sent', words: JSON.stringify(message) })),
  ]
}

/** The words of a frozen draft that its readers see: those of its lines, without the reports' words behind them. */
function printedWordsOf(content: string): string {
  const parsed = JSON.parse(content) as { content?: { lines?: readonly { text?: string; fields?: unknown }[] } }
  return (parsed.content?.lines ?? []).map(({ text, fields }) => `${text ?? ''} ${JSON.stringify(fields)}`).join(' ')
}
