// Who must be asked for advice in a needs assessment: SEND Regulations 2014, reg 6(1) to (4), and the child's own views,
// Children and Families Act 2014, s.19 and reg 7.

import { ok, refused, type Outcome } from '../outcome.ts'

export const adviceItems = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const
/** The paragraph of reg 6(1). */
export type AdviceItem = (typeof adviceItems)[number]

/** How the child is taught now; it settles who gives educational advice (reg 6(1)(b)). */
export type Education = 'school-or-college' | 'early-years' | 'other-teaching' | 'none'

/** Somebody whom the family asks the authority to ask (reg 6(1)(h)), and what the authority said to that. */
export interface FamilyRequest {
  readonly who: string
  readonly answer?: { readonly isReasonable: boolean; readonly reasons: string }
}

export interface AssessmentCircumstances {
  /** National curriculum year group; the school's own where the child is taught out of year. */
  readonly yearGroup: number
  readonly isYoungPerson: boolean
  readonly education: Education
  readonly isHearingImpaired: boolean
  readonly isVisionImpaired: boolean
  readonly isParentServing: boolean
  /** Anyone else the authority thinks appropriate (reg 6(1)(f)). */
  readonly othersAppropriate: readonly string[]
  readonly requestedByFamily: readonly FamilyRequest[]
}

export interface RequiredAdvice {
  /** 'own-views' is the child's or young person's own voice, which is not advice and never replaced by it. */
  readonly item: AdviceItem | 'own-views'
  readonly from: string
  /** Whom to ask, and who else must be brought in before the advice counts. */
  readonly ask: readonly string[]
  readonly isMandatory: boolean
  /** The family asked and the authority has not yet said whether that is reasonable. */
  readonly needsAnswer?: true
  readonly law: string
}

const reg6 = (rest: string): string => `SEND Regulations 2014, reg ${rest}`

/** Everything to be asked for, in the order of the Regulation, the child's own views first. */
export function advisersRequired(circumstances: AssessmentCircumstances): readonly RequiredAdvice[] {
  const { isYoungPerson, othersAppropriate, requestedByFamily, yearGroup } = circumstances
  return [
    {
      item: 'own-views',
      from: isYoungPerson ? 'The young person' : 'The child',
      ask: [isYoungPerson ? 'the young person' : 'the child, in the way that he or she communicates best'],
      isMandatory: true,
      law: 'Children and Families Act 2014, s.19(a), (d); SEND Regulations 2014, reg 7(a)',
    },
    {
      item: 'a',
      from: isYoungPerson ? 'The young person' : 'The child’s parent',
      ask: [isYoungPerson ? 'the young person' : 'each parent'],
      isMandatory: true,
      law: reg6('6(1)(a)'),
    },
    educationalAdvice(circumstances),
    {
      item: 'c',
      from: 'Health',
      ask: ['a health care professional identified by the responsible commissioning body'],
      isMandatory: true,
      law: reg6('6(1)(c)'),
    },
    { item: 'd', from: 'Psychology', ask: ['an educational psychologist'], isMandatory: true, law: reg6('6(1)(d)') },
    {
      item: 'e',
      from: 'Social care',
      // "Not known to us" says nothing about needs: it is no advice.
      ask: ['the authority’s social care team'],
      isMandatory: true,
      law: reg6('6(1)(e)'),
    },
    ...othersAppropriate.map((who): RequiredAdvice => ({
      item: 'f',
      from: who,
      ask: [who],
      isMandatory: true,
      law: reg6('6(1)(f)'),
    })),
    ...(yearGroup >= 9 ? [adulthoodAdvice] : []),
    ...requestedByFamily.map(requestedAdvice),
  ]
}

const adulthoodAdvice: RequiredAdvice = {
  item: 'g',
  from: 'Preparation for adulthood and independent living',
  ask: ['somebody who can advise on provision that helps to prepare for adulthood and independent living'],
  isMandatory: true,
  law: reg6('6(1)(g)'),
}

const educators: Record<Education, string> = {
  'school-or-college': 'the head teacher or principal',
  'early-years': 'the person responsible for the child’s education at the early years provider',
  'other-teaching': 'a person with experience of teaching children with special educational needs',
  none: 'a person responsible for the child’s education, or with experience of teaching children with special educational needs',
}

function educationalAdvice(circumstances: AssessmentCircumstances): RequiredAdvice {
  const { education, isHearingImpaired, isParentServing, isVisionImpaired } = circumstances
  const sensory = [isHearingImpaired ? 'hearing' : '', isVisionImpaired ? 'vision' : ''].filter((name) => name !== '')
  const hasSensory = sensory.length > 0
  return {
    item: 'b',
    from: 'Education',
    ask: [
      educators[education],
      ...(hasSensory ? [`a teacher qualified for pupils with ${sensory.join(' and ')} impairment, to be consulted first`] : []),
      ...(isParentServing ? ['the Ministry of Defence’s adviser on the education of children of service families'] : []),
    ],
    isMandatory: true,
    law: reg6(hasSensory ? '6(1)(b), (2)' : '6(1)(b)'),
  }
}

function requestedAdvice({ answer, who }: FamilyRequest): RequiredAdvice {
  const advice: RequiredAdvice = {
    item: 'h',
    from: who,
    ask: [who],
    isMandatory: answer?.isReasonable ?? false,
    law: reg6('6(1)(h)'),
  }
  return answer ? advice : { ...advice, needsAnswer: true }
}

export interface EarlierAdvice {
  readonly item: AdviceItem
  /** Who has said that the earlier advice is enough for this assessment. Nothing is presumed from silence. */
  readonly agreedBy: readonly ('adviser' | 'authority' | 'family')[]
}

export type ReuseRefusal =
  | { readonly reason: 'family-is-always-asked' }
  | { readonly reason: 'not-all-three-agree'; readonly missing: readonly ('adviser' | 'authority' | 'family')[] }

/**
 * Reg 6(4): advice under (b) to (h) that was given before, for any purpose, is not asked for again if its provider, the
 * authority and the family are all satisfied that it is enough. The family's own advice, (a), is always sought.
 */
export function mayReuseAdvice({ agreedBy, item }: EarlierAdvice): Outcome<'reuse', ReuseRefusal> {
  if (item === 'a') return refused({ reason: 'family-is-always-asked' })
  const missing = (['adviser', 'authority', 'family'] as const).filter((party) => !agreedBy.includes(party))
  return missing.length === 0 ? ok('reuse') : refused({ reason: 'not-all-three-agree', missing })
}
