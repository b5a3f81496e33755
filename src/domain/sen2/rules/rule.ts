// What a rule of the return is. Numbers are ours ("R-P08"): the department's own rule numbers and words are published in a spreadsheet that these rules were
// not made from, and ours must never be shown as theirs.

import type { PlainDate } from '../../calendar/plain-date.ts'
import type { ReturnYear } from '../return-years.ts'
import type { Sen2Block, Sen2NamedPlan, Sen2Person, Sen2Request } from '../sen2-return.ts'

/** An error must be mended; a query may stand with an explanation. */
export type Severity = 'error' | 'query'

export interface RuleText {
  readonly id: string
  readonly severity: Severity
  /** The first and last year that it holds for; all years when left out. */
  readonly from?: ReturnYear
  readonly until?: ReturnYear
  /** Elements, by the names of the file. */
  readonly reads: readonly string[]
  /** What is wrong, as a sentence. */
  readonly says: string
  /** What mends it, as a sentence. */
  readonly mends: string
}

export interface Found {
  /** The block that the fault is in: a reader knows where it stands. */
  readonly block: Sen2Block
  /** Without one, the fault is the block's. */
  readonly element?: string
  /** What exactly, without anything that says who it is. */
  readonly because?: string
}
export type Answer = Found | readonly Found[] | undefined

/** What the rules know besides the return. */
export interface Survey {
  readonly year: ReturnYear
  readonly surveyDay: PlainDate
  readonly period: { readonly firstDay: PlainDate; readonly lastDay: PlainDate }
  /** The authority that makes the return, from its header. */
  readonly authority: string | undefined
  /** The register of settings, where there is one: rules that need it are silent without. */
  readonly register?: SettingRegister
}

/** Get Information about Schools, and the UK Register of Learning Providers. */
export interface SettingRegister {
  readonly byUrn: (urn: string) => RegisteredSetting | undefined
  readonly byUkprn: (ukprn: string) => RegisteredSetting | undefined
}
export interface RegisteredSetting {
  readonly closedOn?: PlainDate
  readonly hasSenUnit?: boolean
  readonly hasResourcedProvision?: boolean
}

export interface PersonRule extends RuleText {
  readonly check: (person: Sen2Person, survey: Survey) => Answer
}

/** A rule about one request: asked of each. */
export interface RequestRule extends RuleText {
  readonly checkRequest: (request: Sen2Request, survey: Survey, person: Sen2Person) => Answer
}

export const ofEachRequest = ({ checkRequest, ...words }: RequestRule): PersonRule => ({
  ...words,
  check: (person, survey) => person.Requests.flatMap((request) => listOf(checkRequest(request, survey, person))),
})

/** An answer as a list. */
export const listOf = (answer: Answer): readonly Found[] => (answer === undefined ? [] : isList(answer) ? answer : [answer])
const isList = (answer: Found | readonly Found[]): answer is readonly Found[] => Array.isArray(answer)

export const holdsIn = ({ from, until }: RuleText, year: ReturnYear): boolean => (from === undefined || year >= from) && (until === undefined || year <= until)

/** Whether the file gives it, also when what it gives cannot be read (which is told of by itself). */
export const given = <Block extends Sen2Block>(block: Block, element: keyof Block & string): boolean =>
  block[element] !== undefined || (block.unreadable?.includes(element) ?? false)

export const isUnreadable = (block: Sen2Block, element: string): boolean => block.unreadable?.includes(element) ?? false

/** Each of these that is not there. */
export const missingOf = <Block extends Sen2Block>(block: Block, ...elements: readonly (keyof Block & string)[]): readonly Found[] =>
  elements.filter((element) => !given(block, element)).map((element) => ({ block, element }))
/** Each of these that is there. */
export const givenOf = <Block extends Sen2Block>(block: Block, ...elements: readonly (keyof Block & string)[]): readonly Found[] =>
  elements.filter((element) => given(block, element)).map((element) => ({ block, element }))
/** Each of these that is there and cannot be read. */
export const unreadableOf = (block: Sen2Block, ...elements: readonly string[]): readonly Found[] =>
  elements.filter((element) => isUnreadable(block, element)).map((element) => ({ block, element }))

/** Two dates of which both are there and the first is later. */
export const isAfter = (one: PlainDate | undefined, other: PlainDate | undefined): one is PlainDate => one !== undefined && other !== undefined && one > other

/** A plan that has not ended by survey day. A cease date that cannot be read counts as an end. */
export const isOpenPlan = (plan: Sen2NamedPlan | undefined, { surveyDay }: Survey): boolean =>
  plan !== undefined && (plan.CeaseDate === undefined ? !isUnreadable(plan, 'CeaseDate') : plan.CeaseDate > surveyDay)
