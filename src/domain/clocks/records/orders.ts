// Orders, agreements and concessions, recommendations, detained persons: SEND Regulations 2014, regs 42 to 45; SI 2017/1306;
// SI 2015/62.

import { clock, on, type Clock, type Trigger } from '../clock.ts'
import type { OrderKind } from '../event-kinds.ts'
import type { EventOf } from '../events.ts'
import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import { detainedPersonsInForce, ordersRewritten, recommendationsInForce } from '../regime-days.ts'
import { servedDay } from '../served-day.ts'

interface Directed { readonly kind?: OrderKind; readonly notifyBy?: PlainDate; readonly noPlanBy?: PlainDate; readonly draftBy?: PlainDate; readonly finalBy?: PlainDate }

interface Effect {
  readonly order: string
  readonly kinds: readonly OrderKind[]
  readonly step: string
  readonly title: string
  readonly familyTitle: string
  /** Weeks from the order; 0 is at once. */
  readonly weeks: number
  readonly setBy: (event: Directed) => PlainDate | undefined
  readonly metBy: readonly (Trigger | 'final-plan-sent' | 'amended-plan-sent' | 'plan-decision-notified' | 'draft-served' | 'plan-ceased')[]
  readonly overtakenBy?: readonly Trigger[]
  readonly law: string
  readonly toVerify?: string
}

const noPlan = on('plan-decision-notified', { when: ({ outcome }) => outcome === 'no-plan' })
const toldOfAssessment: readonly Trigger[] = [
  on('assessment-decision-notified', { when: ({ outcome }) => outcome === 'assess' }), on('reassessment-decision-notified', { when: ({ outcome }) => outcome === 'reassess' }),
]
const drafted: readonly (Trigger | 'draft-served')[] = ['draft-served', on('draft-sent', { from: servedDay })]
const assess = { kinds: ['assess', 'reassess'] as const, law: 'reg 44(2)(b)', order: 'ORD-01' }
const make = { kinds: ['make-plan'] as const, law: 'reg 44(2)(c)', order: 'ORD-02' }

/** What each kind of order asks, in weeks from its day (reg 44(2)). */
const effects: readonly Effect[] = [
  { ...assess, step: 'notify', title: 'Tell the family that there will be an assessment', familyTitle: 'We tell you that we will assess', weeks: 2, setBy: ({ notifyBy }) => notifyBy, metBy: toldOfAssessment },
  { ...assess, step: 'no-plan', title: 'Tell the family if there will be no plan', familyTitle: 'We tell you if there will be no plan', weeks: 10, setBy: ({ noPlanBy }) => noPlanBy, metBy: ['plan-decision-notified'], overtakenBy: [{ event: 'final-plan-sent' }, { event: 'amended-plan-sent' }] },
  { ...assess, step: 'final', title: 'Send the final plan', familyTitle: 'We send you the final plan', weeks: 14, setBy: ({ finalBy }) => finalBy, metBy: ['final-plan-sent', 'amended-plan-sent'], overtakenBy: [noPlan] },
  { ...make, step: 'draft', title: 'Serve the draft plan', familyTitle: 'We send you the draft plan', weeks: 5, setBy: ({ draftBy }) => draftBy, metBy: drafted, overtakenBy: [{ event: 'final-plan-sent' }] },
  { ...make, step: 'final', title: 'Send the final plan', familyTitle: 'We send you the final plan', weeks: 11, setBy: ({ finalBy }) => finalBy, metBy: ['final-plan-sent'] },
  { order: 'ORD-03', kinds: ['reconsider'], step: 'decide', title: 'Serve a draft plan or give notice that there will be none', familyTitle: 'We send you a draft plan, or tell you that there will be none', weeks: 2, setBy: ({ draftBy, noPlanBy }) => draftBy ?? noPlanBy, metBy: [...drafted, noPlan], law: 'regs 43(2)(d), 44(2)(d)', toVerify: 'The period of reg 44(2)(d)' },
  { order: 'ORD-04', kinds: ['amend-contents'], step: 'final', title: 'Send the plan amended as ordered', familyTitle: 'We send you the changed plan', weeks: 5, setBy: ({ finalBy }) => finalBy, metBy: ['amended-plan-sent'], law: 'reg 44(2)(e)' },
  { order: 'ORD-05', kinds: ['amend-setting'], step: 'final', title: 'Send the plan with the setting that was ordered', familyTitle: 'We send you the plan with the new school or college', weeks: 2, setBy: ({ finalBy }) => finalBy, metBy: ['amended-plan-sent'], law: 'reg 44(2)(f)' },
  { order: 'ORD-06', kinds: ['continue', 'continue-and-amend'], step: 'continue', title: 'Go on maintaining the plan', familyTitle: 'We keep the plan going', weeks: 0, setBy: () => undefined, metBy: [], law: 'reg 44(2)(g)', toVerify: 'The lettered paragraphs of reg 44(2)' },
  { order: 'ORD-06', kinds: ['continue-and-amend'], step: 'final', title: 'Send the plan amended as ordered', familyTitle: 'We send you the changed plan', weeks: 5, setBy: ({ finalBy }) => finalBy, metBy: ['amended-plan-sent'], law: 'reg 44(2)(h)', toVerify: 'The lettered paragraphs of reg 44(2)' },
  { order: 'ORD-07', kinds: ['dismiss-cease'], step: 'cease', title: 'The plan ends at once', familyTitle: 'The plan ends', weeks: 0, setBy: () => undefined, metBy: ['plan-ceased'], law: 'reg 44(2)(a)' },
]

const ended = ['left-england', 'moved-out'] as const
const ofKinds = (kinds: readonly OrderKind[]) => (event: Directed): boolean => event.kind !== undefined && kinds.includes(event.kind)

function effectClock(effect: Effect, because: string, given: Pick<Clock, 'id' | 'step' | 'starts' | 'law' | 'about'> & Partial<Clock>): Clock {
  const { title, weeks, metBy, overtakenBy = [], toVerify } = effect
  return clock({
    title, familyTitle: `${effect.familyTitle}, as ${because}`, excuses: ['A', 'B', 'C', 'O'], metBy, overtakenBy: [...overtakenBy, ...ended],
    period: metBy.length === 0 ? { kind: 'no-period', words: 'at once' } : weeks === 0 ? { kind: 'at-once' } : { kind: 'within-weeks', count: weeks },
    consequence: 'Judicial review: an order is law between the sides', ...(toVerify === undefined ? {} : { toVerify }), ...(effect.step === 'no-plan' ? { bindsOnly: 'no-plan' } : {}), ...given,
  })
}

export const orderClocks = effects.map((effect) => effectClock(effect, 'the Tribunal ordered', {
  id: effect.order, step: effect.step, about: 'order', law: [`SEND Regulations 2014, ${effect.law}`], since: ordersRewritten,
  starts: [on('order-made', { when: (event) => event.detained !== true && ofKinds(effect.kinds)(event), setBy: effect.setBy })],
}))

// What the council is taken to be ordered to do when it tells the Tribunal, before answering, that it will not oppose.
const conceded = effects.filter(({ order }) => ['ORD-01', 'ORD-02', 'ORD-04', 'ORD-05', 'ORD-06'].includes(order))

export const concessionClocks = [
  ...conceded.map((effect) => effectClock(effect, 'we told the Tribunal', {
    id: 'UNO-01', step: `${effect.kinds[0] ?? ''}-${effect.step}`, about: 'order', law: ['SEND Regulations 2014, reg 45(3) to (6), as substituted by SI 2015/359'], since: ordersRewritten,
    starts: [on('unopposed-notified', { when: ofKinds(effect.kinds) })],
    consequence: 'The appeal is treated as decided for the family; beware of pages that still print four weeks',
  })),
  clock({
    id: 'UNO-01', step: 'before-2015', title: 'Start what the appeal asked for',
    familyTitle: 'We begin what the appeal asked for', about: 'order', starts: 'unopposed-notified', period: { kind: 'within-weeks', count: 4 }, metBy: ['final-plan-sent', 'amended-plan-sent', ...toldOfAssessment],
    until: addDays(ordersRewritten, -1), law: ['SEND Regulations 2014, reg 45 as first made'], toVerify: 'The text of reg 45 before SI 2015/359: known here from pages that still print four weeks',
  }),
  clock({
    id: 'REC-01', title: 'Answer the recommendation in writing, with reasons for what will not be done',
    familyTitle: 'We answer what the Tribunal advised', about: 'recommendation', starts: 'recommendation-sent', period: { kind: 'within-weeks', count: 5 },
    metBy: 'recommendation-answered', since: recommendationsInForce, law: ['SEND (First-tier Tribunal Recommendations Power) Regulations 2017, regs 6 to 8'],
    toVerify: 'Whether the first day counts; counting it would end the five weeks a day earlier', consequence: 'Not binding, but reasons are due; the ombudsman. Health answers on health care, the council on social care',
  }),
]

export const agreementClocks = effects.map((effect) => effectClock(effect, 'was agreed', {
  id: 'MED-06', step: `${effect.kinds[0] ?? ''}-${effect.step}`, about: 'agreement', law: ['SEND Regulations 2014, reg 42(2)', `as reg 44: ${effect.law}`],
  starts: [on('agreement-made', { when: (event: EventOf<'agreement-made'>) => event.issues === 'appealable' && event.otherDay === undefined && ofKinds(effect.kinds)(event), setBy: effect.setBy })],
  consequence: 'As if it were ordered',
}))

const detained = { when: (event: { detained?: boolean }) => event.detained === true }
const detainedRequest: readonly Trigger[] = [on('request-received', detained), on('brought-to-attention', detained)]
const forDetained = { when: (event: { for?: string }) => event.for === 'detained' }
const notAssessed = on('assessment-decision-notified', { when: ({ outcome }) => outcome === 'not-assess' })
const regs = 'SEND (Detained Persons) Regulations 2015'
const home = { since: detainedPersonsInForce, overtakenBy: ['released', 'left-england', on('request-withdrawn', { when: ({ outcome }) => outcome === 'not-responsible' })] } as const

export const custodyClocks = [
  clock({
    ...home, id: 'DET-01', title: 'Tell the appropriate person, and the person in charge of the accommodation, whether there will be an assessment',
    familyTitle: 'We tell you if we will assess', about: 'request', starts: detainedRequest,
    period: { kind: 'within-weeks', count: 6 }, metBy: 'assessment-decision-notified', excuses: ['A', 'C', 'D'], law: [`${regs}, regs 3 to 5`, 'Children and Families Act 2014, s.71'],
  }),
  clock({
    ...home, id: 'DET-02', bindsOnly: 'no-plan', title: 'Tell the appropriate person if there will be no plan',
    familyTitle: 'We tell you if there will be no plan', about: 'request', starts: detainedRequest, period: { kind: 'within-weeks', count: 16 }, metBy: 'plan-decision-notified',
    overtakenBy: [...home.overtakenBy, notAssessed, 'final-plan-sent'], excuses: ['A', 'C', 'D'], law: [`${regs}, reg 10`], toVerify: 'The period of reg 10',
  }),
  clock({
    ...home, id: 'DET-03', step: 'final', title: 'Send the final plan, to take effect on release',
    familyTitle: 'We send you the final plan', about: 'request', starts: detainedRequest, period: { kind: 'within-weeks', count: 20 }, metBy: 'final-plan-sent',
    overtakenBy: [...home.overtakenBy, notAssessed, noPlan], excuses: ['A', 'C', 'D'], law: [`${regs}, regs 12, 13`], toVerify: 'The period of reg 13',
  }),
  clock({
    ...home, id: 'DET-03', step: 'draft', title: 'Leave fifteen days with the draft',
    familyTitle: 'You have at least 15 days to tell us what you think of the draft plan', about: 'draft', nature: 'floor', again: 'replace', starts: [on('draft-served', forDetained), on('draft-sent', { ...forDetained, from: servedDay })],
    period: { kind: 'days-beginning-with', count: 15 }, metBy: 'final-plan-sent', law: [`${regs}, reg 13`], toVerify: 'The period of reg 13',
  }),
  clock({
    ...home, id: 'DET-04', title: 'Give the advice about somebody detained',
    familyTitle: 'The people we asked send us their advice', about: 'advice', starts: on('advice-request-received', forDetained), again: 'replace', owedBy: 'advisers', excuses: ['C', 'D', 'M'],
    period: { kind: 'within-weeks', count: 6 }, metBy: 'advice-given', overtakenBy: [...home.overtakenBy, 'advice-no-longer-needed', 'final-plan-sent'], law: [`${regs}, reg 8`], toVerify: 'Reg 8',
  }),
  clock({
    ...home, id: 'DET-05', title: 'Keep the plan and arrange appropriate provision in custody as far as practicable',
    familyTitle: 'We keep the plan and its help going as well as we can', about: 'custody', starts: on('detained', { when: ({ hasPlan }) => hasPlan !== false }),
    period: { kind: 'no-period', words: 'for as long as the detention lasts' }, overtakenBy: ['released', 'left-england'], law: ['Children and Families Act 2014, s.74'], toVerify: 'Section 74',
    consequence: 'The review year does not run; health care is arranged by the commissioner for detained people',
  }),
  clock({
    ...home, id: 'DET-06', title: 'Carry the unfinished assessment over to the responsible authority',
    familyTitle: 'We pass the assessment on to the council that takes over', about: 'custody', starts: on('released', {}), period: { kind: 'no-period', words: 'on release' },
    metBy: ['carried-over', 'final-plan-sent'], overtakenBy: ['left-england'], law: [`${regs}, reg 15`], toVerify: 'Reg 15 beyond its heading',
  }),
  ...effects.filter(({ metBy }) => metBy.length > 0).map((effect) => effectClock(effect, 'the Tribunal ordered', {
    id: 'DET-07', step: `${effect.order.toLowerCase()}-${effect.step}`, about: 'order', law: [`${regs}, Part 4`], toVerify: 'Part 4 of the Regulations', since: detainedPersonsInForce,
    starts: [on('order-made', { when: (event) => event.detained === true && ofKinds(effect.kinds)(event), setBy: effect.setBy })],
  })),
]
