// The policy: ONE pure function that every door asks. May this person look at this, or do that, in this case, today?
//
// What it decides by is data in three tables: who looks at what (sights.ts), who acts when (../case-file/open-acts.ts), who writes
// in which section (section-writers.ts). Where somebody stands is worked out in standing.ts. Default is no. What is refused carries
// its reason as a code, for the record of the request and for the page, never for the eyes of somebody who may not know.

import type { ActName } from '../case-file/open-acts.ts'
import { actNames, actRow } from '../case-file/open-acts.ts'
import type { Stage } from '../case-file/tracks.ts'
import type { Section } from '../plan/sections.ts'
import type { Part } from './parts.ts'
import { isOfCouncil, ofFamily, openingAs } from './parts.ts'
import { sectionsToWrite } from './section-writers.ts'
import type { SightName } from './sights.ts'
import { sightRow } from './sights.ts'
import type { CaseNow, Standing } from './standing.ts'
import { isClosed, partsOf } from './standing.ts'

/** Looking at a kind of record, or doing an act; drafting may name the section, and then what advice they were asked for counts. */
export type Wish =
  | { readonly look: SightName }
  | { readonly act: ActName; readonly section?: Section; readonly asked?: readonly string[] }

/** What is particular about the one record that is meant. Absent: nothing is. */
export interface Item {
  /** Marked as sealed by its author: for the author, the council's decision-maker and the social care lead on the case, nobody else. */
  readonly isSealed?: boolean
  /** The viewer wrote it. Lifts the seal for them, and gives nothing that their part does not give. */
  readonly isTheirs?: boolean
  /** For one agency only: its own people, and the decision-maker, who answers for what the council knows (CFA 2014 ss.36(3), 37(1)). */
  readonly isForOneAgency?: boolean
  /** The viewer holds a role that brings a part in that agency. */
  readonly isOfThatAgency?: boolean
  /** Kept for these parts besides the council's team and whoever handed it in. */
  readonly readers?: readonly Part[]
  /** Somebody whose word counts keeps it from this viewer (withheld.ts). Whoever wrote it down still has what they wrote. */
  readonly isWithheld?: boolean
  /** Of a day that is not this viewer's to see: the rights are the young person's (parts-of-family.ts). */
  readonly isOfLaterDay?: boolean
  /** A sealed address is in force for the family: no address is shown but under its own name. */
  readonly hasSealedAddress?: boolean
}

export type Refusal =
  /** Nothing gives them any part: the case is not there for them. */
  | 'no-part'
  | 'not-your-part' | 'not-your-section' | 'not-at-this-stage' | 'case-is-closed'
  /** An order keeps this parent from deciding about the child's education. */
  | 'limited-by-order'
  | 'sealed-item' | 'other-agency' | 'not-among-readers' | 'withheld' | 'of-later-day' | 'address-is-sealed' | 'persons-only'

export type Decision =
  | { readonly may: true; readonly by: Part | 'anyone' }
  | { readonly may: false; readonly because: Refusal }

export interface Question {
  readonly standing: Standing
  readonly at: CaseNow
  readonly wish: Wish
  readonly item?: Item
}

/** Of a viewer whose parts are worked out already; a stage left out asks whether it could be at any. */
export interface QuestionOfParts {
  readonly held: readonly Part[]
  readonly wish: Wish
  readonly at?: { readonly stage: Stage; readonly isRetained?: boolean }
  /** An order keeps them from deciding about education (`isLimited`). */
  readonly isLimited?: boolean
  readonly item?: Item
}

export const decide = ({ standing, at, wish, item }: Question): Decision =>
  decideFor({ held: partsOf(standing, at), wish, at, isLimited: isLimited(standing), ...(item === undefined ? {} : { item }) })

/** Whether an order in force keeps somebody from using parental responsibility to decide about education. */
export const isLimited = (standing: Standing): boolean => standing.kind === 'person' && standing.family?.isLimitedInEducation === true

const no = (because: Refusal): Decision => ({ may: false, because })

export function decideFor({ held, wish, at, isLimited: limited = false, item = {} }: QuestionOfParts): Decision {
  const { who } = 'look' in wish ? sightRow(wish.look) : actRow(wish.act)
  const partAmong = (among: typeof who): Part | 'anyone' | undefined => (among === 'anyone' ? among : among.find((part) => held.includes(part)))
  // It binds them as a parent; what they do here in another capacity is not parental responsibility.
  const isBound = limited && 'act' in wish && actRow(wish.act).decidesForChild === true && who !== 'anyone'
  const by = partAmong(isBound ? who.filter((part) => !ofFamily.includes(part)) : who)
  if (by === undefined) return no(partAmong(who) !== undefined ? 'limited-by-order' : held.length === 0 ? 'no-part' : 'not-your-part')
  const against = ('look' in wish ? againstLooking(wish.look, held, item) : againstActing(wish, held, at)) ?? againstItem(held, item)
  return against === undefined ? { may: true, by } : no(against)
}

function againstLooking(sight: SightName, held: readonly Part[], { hasSealedAddress = false }: Item): Refusal | undefined {
  if (sight === 'address' && hasSealedAddress) return 'address-is-sealed'
  return sightRow(sight).toPersonsOnly === true && held.includes('program') ? 'persons-only' : undefined
}

function againstActing({ act, section, asked = [] }: Extract<Wish, { act: ActName }>, held: readonly Part[], at: QuestionOfParts['at']): Refusal | undefined {
  if (section !== undefined && act === 'draft-plan' && !sectionsToWrite(held, asked).includes(section)) return 'not-your-section'
  if (at === undefined) return undefined
  const open = actRow(act).at
  if (open === 'any') return undefined
  if (isClosed(at)) return 'case-is-closed'
  return open === 'while-open' || open.includes(at.stage) ? undefined : 'not-at-this-stage'
}

/** Parts for whom a seal is no bar: who decides for the council, and who answers for keeping the child safe. */
const throughSeals: readonly Part[] = ['decision-maker', 'social-care-lead']

/** The program carries nothing that is sealed: what it sends or prints is for other eyes. */
function againstItem(held: readonly Part[], item: Item): Refusal | undefined {
  const { isSealed = false, isTheirs = false, isForOneAgency = false, isOfThatAgency = false, readers, isWithheld = false, isOfLaterDay = false } = item
  const isProgram = held.includes('program')
  if (isSealed && (isProgram || (!isTheirs && !throughSeals.some((part) => held.includes(part))))) return 'sealed-item'
  if (isForOneAgency && (isProgram || (!isOfThatAgency && !held.includes('decision-maker')))) return 'other-agency'
  if (isTheirs) return undefined
  if (readers !== undefined && !isOfCouncil(held) && !openingAs(held).some((part) => readers.includes(part))) return 'not-among-readers'
  if (isWithheld) return 'withheld'
  return isOfLaterDay ? 'of-later-day' : undefined
}

/** Whether these parts may look at this kind of record, of this item if one is named. */
export const mayLook = (sight: SightName, held: readonly Part[], item?: Item): boolean =>
  decideFor({ held, wish: { look: sight }, ...(item === undefined ? {} : { item }) }).may

export type ActRefusal = 'not-your-part' | 'not-at-this-stage'

/** Whether these parts may do the act at this stage; the answer names what stands in the way. */
export function mayAct(act: ActName, held: readonly Part[], stage: Stage, limited = false): 'yes' | ActRefusal {
  const decision = decideFor({ held, wish: { act }, at: { stage }, isLimited: limited })
  if (decision.may) return 'yes'
  return decision.because === 'not-at-this-stage' || decision.because === 'case-is-closed' ? 'not-at-this-stage' : 'not-your-part'
}

/** Whether these parts may ever do the act, whatever the stage. */
export const isForParts = (act: ActName, held: readonly Part[], limited = false): boolean => decideFor({ held, wish: { act }, isLimited: limited }).may

/** Every act open to these parts at this stage, in the table's order. */
export const actsOpenTo = (held: readonly Part[], stage: Stage, limited = false): ActName[] => actNames.filter((act) => mayAct(act, held, stage, limited) === 'yes')
