// What becomes of each difference, by the plan as it stands now and by what was asked already. Whoever brought the file decides; what
// clashes is shown with all three texts, and goes on as a proposal on the wording that they had before them.

import type { LineId } from '../../ids.ts'
import { lineInWords } from '../line-in-words.ts'
import type { LineFields, LineKind } from '../line.ts'
import { isSameValue } from '../same-value.ts'
import type { Section } from '../sections.ts'
import type { Difference } from './read-back.ts'
import { isSameWords } from './same-words.ts'

export type Verdict =
  | 'to-propose'
  /** Somebody changed or took out the line since the copy was made. */
  | 'clash'
  /** The plan says it by now. */
  | 'says-so-already'
  /** The same person asked for the same before: this file again, or the page. */
  | 'asked-already'
  /** No line of the plan, and no section to put it in yet. */
  | 'to-place'

export interface Judged {
  /** The same for the same difference in every reading: what a tick names. */
  readonly key: string
  readonly difference: Difference
  readonly verdict: Verdict
  /** The revision that the copy had. */
  readonly onRevision?: number
  /** What the line says now, where that is not what the copy said; absent and a clash: it was taken out. */
  readonly now?: string
  readonly section?: Section
}

export interface LineThen {
  readonly revision: number
  readonly section: Section
  /** The words of that revision, without what was only asked for. */
  readonly text: string
  /** What its boxes said, and of what kind it is; absent in copies that were made before these were kept. */
  readonly kind?: LineKind
  readonly fields?: LineFields
}

export interface Asked {
  readonly kind: string
  readonly lineId?: LineId
  readonly section: Section
  readonly text: string
  readonly fields?: LineFields
}

export interface PlanNow {
  /** Lines as the copy had them. */
  readonly atCopy: ReadonlyMap<LineId, LineThen>
  /** The words that stand now; a line that is not here was taken out. */
  readonly now: ReadonlyMap<LineId, string>
  /** What the boxes of those lines say now. */
  readonly fieldsNow?: ReadonlyMap<LineId, LineFields>
  /** What this person has asked for before, decided or not. */
  readonly asked: readonly Asked[]
}

export function judge(differences: readonly Difference[], plan: PlanNow): Judged[] {
  const seen = new Map<string, number>()
  return differences.map((difference) => {
    const words = JSON.stringify([difference.kind, 'lineId' in difference ? difference.lineId : '', 'wanted' in difference ? difference.wanted : '', ...('boxes' in difference ? [difference.boxes] : [])])
    const nth = seen.get(words) ?? 0
    seen.set(words, nth + 1)
    return { key: `${keyOf(words)}-${nth}`, difference, ...verdictOn(difference, plan) }
  })
}

type Answer = Pick<Judged, 'verdict' | 'onRevision' | 'now' | 'section'>

function verdictOn(difference: Difference, plan: PlanNow): Answer {
  if (difference.kind === 'unplaced') return { verdict: 'to-place', ...(difference.section === undefined ? {} : { section: difference.section }) }
  if (difference.kind === 'add') return { verdict: wasAsked(difference, difference.section, plan) ? 'asked-already' : 'to-propose', section: difference.section }
  const line = difference.lineId === undefined ? undefined : plan.atCopy.get(difference.lineId)
  const section = line?.section ?? (difference.kind === 'comment' ? difference.section : undefined)
  if (section === undefined) return { verdict: 'to-place' }
  if (wasAsked(difference, section, plan)) return { verdict: 'asked-already', section }
  if (line === undefined || difference.lineId === undefined) return { verdict: 'to-propose', section }
  const now = plan.now.get(difference.lineId)
  const asks = difference.kind === 'change' ? difference.fields : undefined
  const fieldsNow = plan.fieldsNow?.get(difference.lineId) ?? line.fields ?? {}
  const isAsItWas = now !== undefined && isSameWords(now, line.text) && (asks === undefined || isSameValue(fieldsNow, line.fields ?? {}))
  const about = { section, onRevision: line.revision, ...(now === undefined || isAsItWas ? {} : { now: asks === undefined || line.kind === undefined ? now : lineInWords({ kind: line.kind, text: now, fields: fieldsNow }) }) }
  if (difference.kind === 'change' && now !== undefined && isSameWords(now, difference.wanted) && (asks === undefined || isSameValue(asks, fieldsNow))) return { verdict: 'says-so-already', ...about }
  if (difference.kind === 'remove' && now === undefined) return { verdict: 'says-so-already', ...about }
  return { verdict: difference.kind !== 'comment' && (now === undefined || about.now !== undefined) ? 'clash' : 'to-propose', ...about }
}

function wasAsked(difference: Exclude<Difference, { kind: 'unplaced' }>, section: Section, { asked }: PlanNow): boolean {
  const lineId = 'lineId' in difference ? difference.lineId : undefined
  const text = difference.kind === 'remove' ? '' : difference.wanted
  return asked.some((one) => one.kind === difference.kind && isSameWords(one.text, text)
    && isSameValue(one.fields, difference.kind === 'change' ? difference.fields : undefined) && (lineId === undefined ? one.section === section : one.lineId === lineId))
}

/** A short mark of a text: FNV-1a in two halves. Not a seal; two that meet are told apart by their number. */
function keyOf(text: string): string {
  let [a, b] = [0x811c9dc5, 0x1000193]
  for (let at = 0; at < text.length; at += 1) {
    a = Math.imul(a ^ text.charCodeAt(at), 0x01000193)
    b = Math.imul(b ^ text.charCodeAt(text.length - 1 - at), 0x01000193)
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
