// What the council owes a family by a legal date, as a letter says it: the end of "We had to …". Short words; no name of a school.

/** Whose it is, in the letter: "Beth’s", or "your" to a young person. */
interface Whose {
  readonly whose: string
  readonly about: string
}

type Owed = (child: Whose) => string

const assess: Owed = ({ whose }) => `tell you if we will assess ${whose} needs`
const noPlan: Owed = ({ about }) => `tell you if we will not make a plan for ${about}`
const finalPlan: Owed = () => 'send you the final plan'
const draftPlan: Owed = () => 'send you the draft plan'
const changedPlan: Owed = () => 'send you the plan with its changes'
const review: Owed = ({ whose }) => `look again at ${whose} plan, and tell you what we decided`

const byClock: Readonly<Record<string, Owed>> = {
  'ASMT-02': assess, 'ASMT-06': noPlan, 'ASMT-10': finalPlan, 'DET-01': assess, 'DET-02': noPlan,
  'REV-01': review, 'REV-02': review, 'TR-04': review, 'PB-03': () => 'look at how the direct payment is going',
  'REV-08': ({ whose }) => `tell you what we decided after the review of ${whose} plan`,
  'REV-09': ({ whose }) => `send you the changes that we want to make to ${whose} plan`,
  'REV-11': changedPlan, 'REV-12': changedPlan, 'AM-01/final': changedPlan,
  'REV-14/invitations': () => 'ask people to the review', 'REV-14/advice': () => 'send you the advice for the review', 'REV-14/report': () => 'send you the report of the review',
  'REV-15': ({ whose }) => `talk at the review about ${whose} life as an adult`,
  'PT-01': () => 'name the next school in the plan', 'PT-02': () => 'name the next school or college in the plan', 'PT-03': () => 'name the next college in the plan',
  'RE-02': ({ whose }) => `tell you if we will assess ${whose} needs again`, 'RE-03': () => 'send you the final plan after we looked again',
  'TR-01': () => 'pass the plan to the new council', 'TR-02': () => 'pass the plan to the new council', 'TR-03': () => 'tell you that the plan has come to us, and what we will do',
  'MED-03': () => 'tell the NHS what you do not agree with', 'MED-04': () => 'set up a meeting with a mediator', 'MED-07': () => 'do what we agreed with you', 'MED-09': () => 'do what we agreed with you',
  'REC-01': () => 'answer what the Tribunal told us to think about',
}

// Orders, agreements and concessions have steps of the same kinds (SEND Regulations 2014, regs 44, 45).
const byStep: readonly (readonly [ending: string, owed: Owed])[] = [
  ['amend-contents-final', changedPlan], ['amend-setting-final', changedPlan], ['amend-final', changedPlan], ['notify', ({ whose }) => `tell you that we will assess ${whose} needs`],
  ['assess-decision', assess], ['no-plan', noPlan], ['draft', draftPlan], ['decide', () => 'send you a draft plan, or tell you that there will be none'], ['final', finalPlan],
]

const amendedByOrder = /^(?:DET-07\/)?ord-0[456]/i

/** The end of "We had to …" for a limit, by its id with its step; the words of its record where no family's words are written. */
export function owedWords(clock: string, child: Whose, title: string): string {
  const [, step = ''] = clock.split('/')
  const owed = byClock[clock] ?? (amendedByOrder.test(clock) && step.endsWith('final') ? changedPlan : byStep.find(([ending]) => step.endsWith(ending))?.[1])
  return owed === undefined ? `do this: ${title.charAt(0).toLowerCase()}${title.slice(1)}` : owed(child)
}
