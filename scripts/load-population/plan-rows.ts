// The plan of a child: its lines with every wording they had, each version that was issued with its words frozen and their hash, the day on
// which its lines were last confirmed, and who got it. Frozen, printed and dated by the product's own rules.

import { createHash } from 'node:crypto'
import { dateWords } from '../../src/domain/calendar/date-words.ts'
import { londonDateOf } from '../../src/domain/calendar/london-date.ts'
import { addDays, type Instant, type PlainDate } from '../../src/domain/calendar/plain-date.ts'
import type { Fact, RecordedFact } from '../../src/domain/case-file/facts.ts'
import type { IssuedLines } from '../../src/domain/currency/confirmed.ts'
import type { DeliveryId, LineId, PersonId, PlanId, PlanVersionId } from '../../src/domain/ids.ts'
import { freeze, inIssuedOrder, type IssuedVersion } from '../../src/domain/plan/freeze.ts'
import type { Link, PlanLine, Source } from '../../src/domain/plan/line.ts'
import { currencyAsKept } from '../../src/casebook/plan/keep-currency.ts'
import { planDocument } from '../../src/casebook/plan/plan-document.ts'
import { summaryDocument } from '../../src/casebook/plan/summary-document.ts'
import type { Report } from './assessment-rows.ts'
import { factsOf, placeAt, settingNamed, type ChildInHand } from './child-in-hand.ts'
import type { WordedLine } from './plan-words.ts'

const planFacts = ['older-plan-brought-in', 'plan-transferred-in', 'drafting-began', 'draft-served', 'final-issued', 'amended-final-issued'] as const
type PlanFact = RecordedFact<Extract<Fact, { type: (typeof planFacts)[number] }>>

export interface LoadedPlan {
  /** What the fact of a version must say its words' hash is. */
  readonly hashes: ReadonlyMap<number, string>
  readonly inForce?: PlanVersionId
  readonly draft?: PlanVersionId
}

export function addPlan(child: ChildInHand, words: readonly WordedLine[], reports: readonly Report[]): LoadedPlan | undefined {
  const facts = factsOf(child.made.facts, ...planFacts) as PlanFact[]
  const [first] = facts
  if (first === undefined) return undefined
  const id = facts.map((fact) => ('planId' in fact ? fact.planId : undefined)).find((planId) => planId !== undefined) ?? child.random.id<PlanId>()
  const plan = new PlanInMaking(child, id, words, reports, facts)
    const named = new Set<PlanVersionId>()
  for (const fact of facts) {
    if (fact.type === 'drafting-began') continue
    // An older plan and the amendment that it was brought in as are one version.
    const isKnown = 'versionId' in fact && fact.versionId !== undefined && named.has(fact.versionId)
    if ('versionId' in fact && fact.versionId !== undefined) named.add(fact.versionId)
    if (!isKnown) plan.version(fact)
  }
  return plan.finish(first)
}

interface Kept { readonly id: PlanVersionId; readonly no: number; readonly kind: 'draft' | 'final'; readonly issuedOn: PlainDate; readonly frozenAt: Instant; readonly label: string; readonly version: IssuedVersion; readonly frozen: string; readonly sha256: string; readonly fact: PlanFact }

class PlanInMaking {
  readonly #child: ChildInHand
  readonly #id: PlanId
  readonly #reports: readonly Report[]
  readonly #facts: readonly PlanFact[]
  #lines: PlanLine[] = []
  readonly #links: Link[] = []
  readonly #kept: Kept[] = []
  #no = 0
  #firstMadeOn: PlainDate | undefined

  constructor(child: ChildInHand, id: PlanId, words: readonly WordedLine[], reports: readonly Report[], facts: readonly PlanFact[]) {
    this.#child = child
    this.#id = id
    this.#reports = reports
    this.#facts = facts
    const [first] = facts
    const at = first?.recordedAt ?? child.today as never
    const positions = new Map<string, number>()
    for (const { section, kind, text, fields, from } of words) {
      const position = positions.get(section) ?? 0
      positions.set(section, position + 1)
      const on = first?.type === 'older-plan-brought-in' ? first.issuedOn : first?.happenedOn ?? child.today
      this.#write({ id: child.random.id<LineId>(), kind, section, position, text, fields: kind === 'none-identified' ? { ...fields, on } : fields, revision: 1, sources: [this.#sourceOf(text, from)] }, at)
    }
    this.#link(at)
  }

  /** Exact words of a report where they stand in one; else who said it. */
  #sourceOf(text: string, from: WordedLine['from']): Source {
    const [first] = this.#facts
    if (first?.type === 'older-plan-brought-in') return { kind: 'said', by: `the plan of ${dateWords(first.issuedOn)}, as it came`, on: first.issuedOn }
    if (first?.type === 'plan-transferred-in') return { kind: 'said', by: `the plan of ${first.from}`, on: first.planFirstMadeOn }
    const report = this.#reports.find(({ item }) => item === from)
    const start = report?.text.indexOf(text) ?? -1
    if (report === undefined || start < 0) return { kind: 'said', by: report?.entry.author ?? this.#child.officer.name, on: first?.happenedOn ?? this.#child.today }
    return { kind: 'advice', adviceId: report.id, quote: text, start, end: start + text.length }
  }

  #write(line: PlanLine, at: Instant): void {
    const { rows, area, officer, random } = this.#child
    const place = { localAreaId: area.id, lineId: line.id }
    rows.add('planLineRevision', { ...place, n: line.revision, baseN: line.revision - 1, section: line.section, position: line.position, text: line.text, fields: JSON.stringify(line.fields), authorId: officer.id, at, how: 'saved', forOrganisationId: area.team })
    const was = this.#lines.findIndex(({ id }) => id === line.id)
    if (was >= 0) { this.#lines[was] = line; return }
    this.#lines.push(line)
    for (const source of line.sources) {
      rows.add('planLineSource', { ...place, id: random.id(), ...(source.kind === 'said' ? { saidBy: source.by, saidOn: source.on } : { adviceId: source.adviceId, quote: source.quote, quoteStart: source.start, quoteEnd: source.end }), addedBy: officer.id, addedAt: at })
    }
  }

  #link(at: Instant): void {
    const { rows, area, officer, random } = this.#child
    const of = (kind: PlanLine['kind'], section: string): PlanLine[] => this.#lines.filter((line) => line.kind === kind && line.section === section)
    const [needs, outcomes, provisions] = [of('need', 'B'), of('outcome', 'E'), of('provision', 'F')]
    const add = (from: PlanLine | undefined, to: PlanLine | undefined, kind: Link['kind']): void => {
      if (from === undefined || to === undefined) return
      this.#links.push({ from: from.id, to: to.id, kind })
      rows.add('planLineLink', { localAreaId: area.id, id: random.id(), planId: this.#id, fromLineId: from.id, toLineId: to.id, kind, addedBy: officer.id, addedAt: at })
    }
    for (const [index, need] of needs.entries()) add(need, outcomes[index % outcomes.length], 'leads-to')
    for (const [index, provision] of provisions.entries()) { add(provision, needs[index % needs.length], 'meets'); add(provision, outcomes[index % outcomes.length], 'serves') }
  }

  /** The wording of a version is written, and where it is kept, frozen. */
  version(fact: Exclude<PlanFact, { type: 'drafting-began' }>): void {
    const isDraft = fact.type === 'draft-served'
    if (fact.type === 'amended-final-issued') this.#amend(fact)
    if (!isDraft) this.#place(fact)
    this.#no += 1
    const issuedOn = fact.type === 'older-plan-brought-in' ? fact.issuedOn : fact.type === 'plan-transferred-in' ? fact.planFirstMadeOn : fact.happenedOn
    if (!isDraft) this.#firstMadeOn ??= fact.type === 'plan-transferred-in' ? fact.planFirstMadeOn : fact.happenedOn
    const isLast = !this.#facts.some((later) => later.seq > fact.seq && (later.type === 'final-issued' || later.type === 'amended-final-issued') && (!('versionId' in fact) || later.versionId !== fact.versionId))
    if (this.#child.isLean && !isLast) return
    const { area, made } = this.#child
    const version: IssuedVersion = inIssuedOrder({
      heading: {
        childNames: [`${made.givenName} ${made.familyName}`], dateOfBirth: made.bornOn, areaName: area.councilName, status: isDraft ? 'draft' : fact.type === 'amended-final-issued' ? 'amended' : 'final', versionNumber: this.#no, issuedOn,
        ...(this.#firstMadeOn === undefined ? {} : { firstMadeOn: this.#firstMadeOn }),
      },
      content: { lines: isDraft ? this.#lines.filter(({ section }) => section !== 'I') : this.#lines, links: this.#links },
      advice: this.#reports.filter(({ on }) => on <= fact.happenedOn).map(({ entry }) => entry),
    })
    const frozen = freeze(version)
    this.#kept.push({
      id: 'versionId' in fact && fact.versionId !== undefined ? fact.versionId : this.#child.random.id(), no: this.#no, kind: isDraft ? 'draft' : 'final', issuedOn, frozenAt: fact.recordedAt,
      label: { 'older-plan-brought-in': 'Final plan, brought in', 'plan-transferred-in': 'Final plan, as it came', 'draft-served': 'Draft sent to the family', 'final-issued': 'Final plan', 'amended-final-issued': 'Final plan, amended' }[fact.type],
      version, frozen, sha256: createHash('sha256').update(frozen, 'utf8').digest('hex'), fact,
    })
  }

  /** What a review changes: outcomes are looked for two years on, and one promise is of more minutes. */
  #amend(fact: PlanFact): void {
    const year = Number(fact.happenedOn.slice(0, 4)) + 2
    const outcomes = this.#lines.filter(({ kind }) => kind === 'outcome')
    for (const line of this.#child.isLean ? outcomes.slice(0, 1) : outcomes) {
      const text = line.text.replace(/^By July \d{4} /, `By July ${year} `)
      if (text !== line.text) this.#write({ ...line, text, fields: { ...line.fields, by: `July ${year}` }, revision: line.revision + 1 }, fact.recordedAt)
    }
    const promise = this.#lines.find(({ kind, section }) => kind === 'provision' && section === 'F')
    const minutes = promise?.fields.minutes
    if (promise === undefined || minutes === undefined || this.#child.isLean) return
    const more = minutes >= 90 ? 30 : minutes + 5
    this.#write({ ...promise, text: promise.text.replace(`${minutes} minutes`, `${more} minutes`), fields: { ...promise.fields, minutes: more }, revision: promise.revision + 1 }, fact.recordedAt)
  }

  /** Section I says where, by name or by type (CFA 2014 s.39(5)). */
  #place(fact: PlanFact): void {
    const name = 'settingName' in fact ? fact.settingName : undefined
    const was = this.#lines.find(({ kind }) => kind === 'placement')
    if (was !== undefined && (name === undefined || was.fields.settingName === name)) return
    const setting = name === undefined ? undefined : settingNamed(this.#child.area, name)
    const text = name === undefined ? 'A mainstream school or college' : `${name}${setting === undefined ? '' : `, ${/^[aeiou]/.test(setting.type) ? 'an' : 'a'} ${setting.type}`}`
    const fields = { ...(name === undefined ? {} : { settingName: name }), settingType: setting?.type ?? 'mainstream school or college' }
    this.#write(was === undefined ? { id: this.#child.random.id<LineId>(), kind: 'placement', section: 'I', position: 0, text, fields, revision: 1, sources: [] } : { ...was, text, fields, revision: was.revision + 1 }, fact.recordedAt)
  }

  finish(first: PlanFact): LoadedPlan {
    const { rows, area, made } = this.#child
    rows.add('plan', { localAreaId: area.id, id: this.#id, caseId: made.caseId, firstMadeOn: this.#firstMadeOn ?? null, startedAt: first.recordedAt })
    for (const { id, kind, revision } of this.#lines) rows.add('planLine', { localAreaId: area.id, id, planId: this.#id, kind, latest: revision })
    const finals = this.#kept.filter(({ kind }) => kind === 'final')
    for (const kept of this.#kept) this.#keep(kept, finals[finals.indexOf(kept) + 1])
    const last = finals.at(-1)
    if (last !== undefined) { this.#keepCurrency(finals, last); this.#deliver(last) }
    for (const kept of finals) this.#name(kept, finals[finals.indexOf(kept) + 1])
    if (last !== undefined && made.standing === 'in-force' && this.#child.random.chance(hasBudget)) {
      rows.add('personalBudget', { localAreaId: area.id, id: this.#child.random.id(), planId: this.#id, isTakenUp: true, isOrganised: false, directPayment: this.#child.random.pick(['E', 'S', 'S', 'I'] as const), fromOn: last.fact.happenedOn, recordedBy: this.#child.officer.id, recordedAt: last.frozenAt })
    }
    const draft = this.#kept.findLast(({ kind }) => kind === 'draft')
    return { hashes: new Map(this.#kept.map(({ fact, sha256 }) => [fact.seq, sha256])), ...(last === undefined ? {} : { inForce: last.id }), ...(draft === undefined ? {} : { draft: draft.id }) }
  }

  #keep({ id, no, kind, label, frozen, sha256, frozenAt, issuedOn, version }: Kept, next: Kept | undefined): void {
    const { rows, area, made, officer } = this.#child
    const listed = this.#reports.slice(0, version.advice.length).map((report) => report.id)
    const document = planDocument(version, { reference: referenceOf(this.#child), sha256, adviceIds: listed })
    const summary = summaryDocument(version, { reference: referenceOf(this.#child), child: { preferredName: made.givenName }, area, officer: { id: officer.id, name: officer.name } })
    rows.add('planVersion', {
      localAreaId: area.id, id, planId: this.#id, no, kind, label, content: frozen, sha256, frozenAt, frozenBy: officer.id, issuedOn: kind === 'final' ? issuedOn : null, supersededOn: kind === 'final' ? next?.fact.happenedOn ?? null : null,
      document: kind === 'final' ? JSON.stringify(document) : null, summaryDocument: kind === 'final' ? JSON.stringify(summary) : null,
    })
  }

  /** What section I of a version names, as the return asks for it, until the next version took its place. */
  #name({ fact, issuedOn, frozenAt }: Kept, next: Kept | undefined): void {
    const { rows, area, random, luck } = this.#child
    const setting = 'settingName' in fact && fact.settingName !== undefined ? settingNamed(area, fact.settingName) : undefined
    if (setting === undefined) return
    rows.add('namedSetting', { localAreaId: area.id, id: random.id(), planId: this.#id, organisationId: setting.id, ...placeAt(area, setting.id, luck), fromOn: issuedOn, toOn: next === undefined || next.issuedOn <= issuedOn ? null : addDays(next.issuedOn, -1), recordedAt: frozenAt })
  }

  #keepCurrency(finals: readonly Kept[], last: Kept): void {
    const { rows, area, made } = this.#child
    const days = new Map(this.#reports.map(({ id, on }) => [id, on]))
    const versions = finals.map(({ no, issuedOn, frozenAt, version }): IssuedLines => ({ no, on: issuedOn, wasBroughtIn: issuedOn < londonDateOf(frozenAt), lines: version.content.lines }))
    rows.add('planCurrency', { localAreaId: area.id, planId: this.#id, caseId: made.caseId, ...currencyAsKept({ versionId: last.id, issuedOn: last.issuedOn, record: { versions, stillRight: [], adviceDay: (advice) => days.get(advice) } }) })
  }

  #deliver({ id, frozenAt, fact }: Kept): void {
    const { rows, area, made, parent, random } = this.#child
    if (fact.type === 'older-plan-brought-in' || fact.type === 'plan-transferred-in') return
    const base = { localAreaId: area.id, caseId: made.caseId, versionId: id, isOwed: true, sentAt: frozenAt }
    const own = random.id<DeliveryId>()
    rows.add('delivery', { ...base, id: own, personId: parent.id, name: parent.name, role: 'parent or carer', basis: 'Is a parent of the child (CFA 2014 ss.39(8) and 40(5); SEND Regulations 2014, reg 13(2))' })
    const opened = factsOf(made.facts, 'plan-opened').find(({ versionId }) => versionId === id)
    const receive = (deliveryId: DeliveryId, personId: PersonId, openedAt: Instant): void => { rows.add('deliveryReceipt', { localAreaId: area.id, deliveryId, personId, openedAt }) }
    if (opened !== undefined) receive(own, parent.id, opened.recordedAt)
    else if (fact.type === 'amended-final-issued' && random.chance(opensAmended)) receive(own, parent.id, frozenAt)
    const setting = fact.type === 'draft-served' || !('settingName' in fact) || fact.settingName === undefined ? undefined : settingNamed(area, fact.settingName)
    if (setting === undefined) return
    const theirs = random.id<DeliveryId>()
    rows.add('delivery', { ...base, id: theirs, organisationId: setting.id, name: setting.name, role: 'head or principal', basis: 'Is named in section I (CFA 2014 ss.39(8) and 40(5); SEND Regulations 2014, reg 13(2))' })
    const [senco] = setting.workers
    if (senco !== undefined && random.chance(opensAtSchool)) receive(theirs, senco.id, frozenAt)
  }
}

/** Our own guess: plans in force with a personal budget that is taken up as a direct payment. */
const hasBudget = 0.03
/** Our own guesses: amended plans that families open in the hub, and plans that schools do. */
const [opensAmended, opensAtSchool] = [0.75, 0.95]

/** "B-2022-000123": the letter of the area, the year in which the case was opened, the number of the child. */
export const referenceOf = ({ area, made }: Pick<ChildInHand, 'area' | 'made'>): string =>
  `${area.code.charAt(0).toUpperCase()}-${made.facts[0]?.recordedAt.slice(0, 4) ?? ''}-${String(made.number + 1).padStart(6, '0')}`
