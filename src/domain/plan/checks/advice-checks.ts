// Section K and PC-05: the advice is all there, in date, attached, and each recommendation has an answer (reg 6; reg 12(1)(k)).

import { addMonths } from '../../calendar/plain-date.ts'
import { alwaysWarns, inAdvice, isSaid, type Found, type PlanCheck } from './plan-check.ts'
import {
  adviceItemWords, isInOrBeyondYear9, type AdviceItem, type AdviceUnderCheck, type PlanUnderCheck,
} from './plan-under-check.ts'

/** Earlier advice counts when its provider, the authority and the family all agree that it is enough (reg 6(4)). */
const mayBeReliedOn = ({ isReceived, reuse }: AdviceUnderCheck): boolean =>
  isReceived && (reuse === undefined || (reuse.providerAgrees && reuse.authorityAgrees && reuse.familyAgrees))

/** The items of reg 6(1) that must always be sought, the child's own views, and (g) from Year 9. */
export const requiredAdvice = (plan: Pick<PlanUnderCheck, 'child' | 'today'>): readonly AdviceItem[] =>
  isInOrBeyondYear9(plan) ? [...alwaysRequired, 'g'] : alwaysRequired

const alwaysRequired: readonly AdviceItem[] = ['s19', 'a', 'b', 'c', 'd', 'e']

function missingAdvice(plan: PlanUnderCheck): Found[] {
  return requiredAdvice(plan).flatMap((item) => {
    const given = plan.advice.filter((advice) => advice.item === item)
    if (given.some(mayBeReliedOn)) return []
    const words = given.some((advice) => advice.isReceived)
      ? `Earlier advice stands for ${adviceItemWords[item]}, and not all three agreed to that: who wrote it, the council and the family.`
      : `Missing: ${adviceItemWords[item]}. It must be there, or a named manager records why the plan goes on without it.`
    return [inAdvice(item, words)]
  })
}

/** Several reports may stand under one letter: each is named by who wrote it, or by its place in the list. */
const nameOf = (advice: AdviceUnderCheck, place: number): string => advice.adviceId ?? `entry ${place + 1}`
const received = (plan: PlanUnderCheck): [AdviceUnderCheck, string][] =>
  plan.advice.flatMap((advice, place): [AdviceUnderCheck, string][] =>
    (advice.isReceived ? [[advice, nameOf(advice, place)]] : []))

const byWhom = (advice: AdviceUnderCheck): string => (isSaid(advice.author) ? advice.author : adviceItemWords[advice.item])

export const adviceChecks: readonly PlanCheck[] = [
  {
    id: 'K.required',
    asks: 'Is all the advice there that the law requires?',
    citation: 'SEND Regulations 2014, reg 6(1) and (4), reg 7',
    // An amendment after a review rests on the review, not on a new assessment.
    severity: { draft: 'warns', final: 'blocks', amended: 'warns' },
    release: 'named-manager',
    find: missingAdvice,
  },
  {
    id: 'K.listed',
    asks: 'Does each piece of advice say who wrote it, in what role and when, and is it attached?',
    citation: 'SEND Regulations 2014, reg 12(1)(k)',
    severity: { draft: 'warns', final: 'blocks', amended: 'warns' },
    release: 'named-manager',
    find: (plan) =>
      received(plan).flatMap(([advice, name]) => {
        const missing = [
          ...(isSaid(advice.author) ? [] : ['who wrote it']),
          ...(isSaid(advice.role) ? [] : ['in what role']),
          ...(advice.dated === undefined ? ['when'] : []),
        ]
        return [
          ...(
            missing.length === 0
              ? []
              : [
                inAdvice(
                  advice.item, `${byWhom(advice)}: the list of advice does not say ${missing.join(', ')}.`, name,
                ),
              ]
          ),
          ...(
            advice.isAttached
              ? []
              : [inAdvice(advice.item, `${byWhom(advice)}: the report itself is not attached.`, `${name} attached`)]
          ),
        ]
      }),
  },
  {
    id: 'K.sealed',
    asks: 'Is a report that belongs in section K under a seal?',
    // The exemptions are from a person's right to a copy of what is held about them, not from what a plan must contain.
    citation: 'SEND Regulations 2014, reg 12(1)(k); DPA 2018 Sch 3',
    severity: { draft: 'warns', final: 'blocks', amended: 'blocks' },
    release: 'named-manager',
    find: (plan) =>
      received(plan).flatMap(([advice, name]) => (advice.isSealed === true
        ? [inAdvice(advice.item, `${byWhom(advice)}: this report is sealed, so it does not go out with the plan. Lift the seal, give readers a copy with words removed, or record why the plan goes without it.`, `${name} sealed`)]
        : [])),
  },
  {
    id: 'K.old',
    asks: 'Is the advice in date?',
    citation: 'SEND Regulations 2014, reg 6(4)',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) =>
      received(plan).flatMap(([advice, name]) =>
        advice.dated !== undefined && addMonths(advice.dated, plan.adviceOldAfterMonths) < plan.today
          ? [
            inAdvice(
              advice.item,
              `${byWhom(advice)}: this advice is more than ${plan.adviceOldAfterMonths} months old. Check that it is still true.`,
              name,
            ),
          ]
          : []),
  },
  {
    id: 'K.not-known',
    asks: 'Is “not known to us” more than that?',
    citation: 'SEND Regulations 2014, reg 6(1)(c) and (e)',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) =>
      received(plan).flatMap(([advice, name]) =>
        advice.isKnownToService === false && advice.lines.length === 0
          ? [
            inAdvice(
              advice.item,
              `${byWhom(advice)}: “not known to us” is not advice on what the child needs. Ask for needs, provision and outcomes.`,
              name,
            ),
          ]
          : []),
  },
  {
    id: 'PC-05',
    asks: 'Does every recommendation have an answer?',
    citation: 'CFA 2014 s.37; SEND Regulations 2014, reg 11',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) =>
      plan.advice.flatMap((advice) => advice.lines.flatMap((line) => {
        const words = whatIsOpen(line.disposition)
        return words === undefined
          ? []
          : [inAdvice(advice.item, `${byWhom(advice)}: “${line.text.trim()}” ${words}`, `line ${line.id}`)]
      })),
  },
]

function whatIsOpen(disposition: AdviceUnderCheck['lines'][number]['disposition']): string | undefined {
  if (disposition === undefined) return 'is not in the plan, and nothing says why.'
  switch (disposition.kind) {
    case 'ask-author': return disposition.answer === undefined ? 'waits for its author.' : 'was answered by its author, and waits for somebody to decide.'
    case 'disagree': return 'is not agreed: a person must decide.'
    case 'not-used': return isSaid(disposition.reason) ? undefined : 'was left out, and nothing says why.'
    case 'used':
    case 'merged': return undefined
  }
}
