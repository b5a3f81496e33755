// The advice of a pack: asked for, received, handed in, marked, sent and accepted; the family heard; words kept out.

import type { CaseKey } from '../../../src/casebook/open-case-file.ts'
import { demoPersonId } from '../../../src/features/demo/seed-world.ts'
import { demoPeople } from '../../../src/features/demo/world.ts'
import type { Cast } from '../cast.ts'
import type { Asked, ToMark } from '../steps/advice.ts'
import { acceptAdvice, adviceIdIn, askForAdvice, confirmReceipt, handInReport, keepOut, markLines, sendAdvice } from '../steps/advice.ts'
import { daysAfter, dateIn, morningOf } from '../steps/dates.ts'
import { giveViews } from '../steps/views.ts'
import { paths } from '../../../src/paths.ts'
import type { AdviceInPack, Pack } from './pack.ts'
import { peopleIn } from './pack-people.ts'
import { fileOf, reportOf } from './report-of.ts'

const nameOf = (personKey: string): string => demoPeople.find(({ key }) => key === personKey)?.name ?? personKey
const isFamilys = ({ kind }: AdviceInPack): boolean => kind === 'parental' || kind === 'child-views'

export const professionalAdvice = (pack: Pack): AdviceInPack[] => pack.case.advice.filter((advice) => !isFamilys(advice))

export async function askForPackAdvice(cast: Cast, pack: Pack, key: CaseKey): Promise<void> {
  const { officer, advisers } = peopleIn(pack.id)
  const asked = professionalAdvice(pack).map(({ file, regulation6, kind }): Asked => ({ item: regulation6, kind, person: nameOf(advisers[file] ?? '') }))
  await askForAdvice(await cast.as(officer), key, asked)
  const receivedOn = daysAfter(pack.case.request.adviceRequestedOn, 1)
  cast.hub.setNow(morningOf(receivedOn))
  for (const [index, { file }] of professionalAdvice(pack).entries()) await confirmReceipt(await (index < 2 ? cast.as : cast.again)(advisers[file] ?? ''), key, receivedOn)
}

/** What the expected plan takes from a report, and so what its author marks in it. */
export function marksIn({ expected }: Pack, file: string): ToMark[] {
  const of = (kind: ToMark['kind'], items: readonly { source: string; anchor: string }[]): ToMark[] =>
    items.filter(({ source }) => source === file).map(({ anchor }) => ({ kind, words: anchor }))
  return [...of('need', expected.needs), ...of('outcome', expected.outcomes), ...of('provision', expected.provision), ...of('view', expected.views)]
}

/** Each author on the day of their report, or on the day after receipt when the report is older than the request for it. */
export async function givePackAdvice(cast: Cast, pack: Pack, key: CaseKey): Promise<ReadonlyMap<string, string>> {
  const { advisers } = peopleIn(pack.id)
  const ids = new Map<string, string>()
  const earliest = daysAfter(pack.case.request.adviceRequestedOn, 2)
  const inOrder = pack.case.advice.map((advice) => ({ advice, on: advice.dated < earliest ? earliest : advice.dated })).toSorted((a, b) => a.on.localeCompare(b.on))
  for (const { advice, on } of inOrder) {
    cast.hub.setNow(morningOf(on))
    if (isFamilys(advice)) ids.set(advice.file, await givePackViews(cast, pack, key, advice))
    else {
      const adviser = await cast.as(advisers[advice.file] ?? '')
      const id = await handInReport(adviser, key, {
        authorName: advice.author, authorRole: advice.role, dated: advice.dated, words: await reportOf(pack, advice),
        ...(/^\d{4}-/.test(advice.contactWithChild ?? '') ? { contactOn: advice.contactWithChild ?? '' } : {}), ...(advice.known === undefined ? {} : { known: advice.known }),
      })
      await markLines(adviser, marksIn(pack, advice.file))
      await sendAdvice(adviser, key, id)
      ids.set(advice.file, id)
    }
  }
  return ids
}

/** By the family member who has an account and reads English; else an officer writes it down for them. */
async function givePackViews(cast: Cast, pack: Pack, key: CaseKey, advice: AdviceInPack): Promise<string> {
  const { officer, parents } = peopleIn(pack.id)
  const own = parents[advice.file]
  const file = await fileOf(pack, advice)
  if (advice.kind === 'child-views') await childViews(cast, pack, key, advice)
  else {
    const speaking = pack.case.family.filter(({ name }) => advice.author.includes(name.split(' ')[0] ?? name))
    const channel = advice.interpreter === undefined ? 'phone' : 'interpreter'
    for (const [index, { name }] of speaking.entries()) {
      const isOwn = own !== undefined && index === 0
      const filled = isOwn ? {} : { channel, ...dateIn('dated', advice.dated) }
      // Two who spoke together: the words are kept once, and the other says so.
      const together = { 'v-else': `I was there when ${speaking[0]?.name ?? ''} said what we think. It is what we both say.` }
      await giveViews(await cast.as(isOwn ? own : officer), key, {
        whose: 'parent', ...(isOwn ? {} : { parentName: name }), ...(index === 0 ? { file, filled } : { filled: { ...filled, ...together } }),
      })
    }
  }
  return markedViews(cast, pack, key, advice)
}

async function childViews(cast: Cast, pack: Pack, key: CaseKey, advice: AdviceInPack): Promise<void> {
  const withheld = pack.expected.mustNotCopy.filter(({ kind, source }) => kind === 'withheld-by-child' && source === advice.file)
  const isFromFather = withheld.some(({ terms }) => terms.some((term) => /dad/i.test(term)))
  const father = pack.case.family.find(({ relation }) => relation === 'father')?.name
  const officer = await cast.as(peopleIn(pack.id).officer)
  await officer.get(paths.giveViews({ ...key, whose: 'child' }))
  const box = officer.root.querySelectorAll('input[name="notFor"]').find((input) => officer.root.querySelector(`label[for="${input.getAttribute('id') ?? ''}"]`)?.textContent.includes(father ?? '?'))
  await giveViews(officer, key, {
    whose: 'child', file: await fileOf(pack, advice),
    filled: {
      channel: 'in-person', methods: methodsIn(advice.method ?? ''), supporter: advice.author, ...dateIn('dated', advice.dated),
      keepOut: withheld.flatMap(({ terms }) => terms).join('\n'), ...(isFromFather && box !== undefined ? { notFor: box.getAttribute('value') ?? '' } : {}),
    },
  })
}

const methodsIn = (words: string): string[] => {
  const found = ([['picture-sort', /sort/], ['drawing', /draw|model/], ['photographs', /photo/], ['typing', /typed/], ['observation', /observ/], ['objects-of-reference', /objects/], ['video', /video/], ['interpreter', /interpreter/], ['talking', /speech|call/]] as const)
    .filter(([, pattern]) => pattern.test(words)).map(([method]) => method)
  return found.length === 0 ? ['talking'] : found
}

/** The family says what it thinks in its own way; the officer marks which of its words go into section A. */
async function markedViews(cast: Cast, pack: Pack, key: CaseKey, advice: AdviceInPack): Promise<string> {
  const officer = await cast.as(peopleIn(pack.id).officer)
  await officer.get(paths.adviceList(key))
  const hrefs = officer.root.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '').filter((href) => /\/advice\/given\/[0-9a-f-]{36}$/.test(href))
  const marks = marksIn(pack, advice.file)
  for (const href of new Set(hrefs)) {
    await officer.get(href)
    // The report that holds the words that are to be marked.
    const [first] = marks
    if (first === undefined || !officer.words.replaceAll(/[*_]/g, '').includes(first.words.replaceAll(/[*_]/g, ''))) continue
    const id = adviceIdIn(officer.url)
    await officer.get(paths.markAdvice({ ...key, adviceId: id }))
    await markLines(officer, marks)
    return id
  }
  throw new Error(`the views in ${advice.file} are not on the case`)
}

export async function acceptPackAdvice(cast: Cast, pack: Pack, key: CaseKey, ids: ReadonlyMap<string, string>): Promise<void> {
  const { officer } = peopleIn(pack.id)
  const [first, again] = [await cast.as(officer), await cast.again(officer)]
  for (const [index, { file }] of professionalAdvice(pack).entries()) await acceptAdvice(index < 2 ? first : again, key, ids.get(file) ?? '')
}

/** Names and words that the pack says must not get into the plan; an address stays out of one reader's copy. */
export async function keepPackTermsOut(cast: Cast, pack: Pack, key: CaseKey): Promise<void> {
  const { officer } = peopleIn(pack.id)
  const [first, again] = [await cast.as(officer), await cast.again(officer)]
  // What the child withheld was noted on the page of their views.
  const noted = pack.expected.mustNotCopy.filter(({ kind }) => kind !== 'withheld-by-child')
  for (const [index, { kind, terms, why }] of noted.entries()) {
    await keepOut(index === 0 ? first : again, key, { term: terms.join('\n'), kind, why, from: 'all' })
  }
}

export const officerId = (pack: Pack): string => demoPersonId(peopleIn(pack.id).officer)
