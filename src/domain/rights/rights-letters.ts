// The letters about the passing of the rights, in plain words: one for the child or young person, one for each parent. Composed from
// the record, and refused while there is nobody to turn to in it (Children and Families Act 2014, ss.19(c), 32, 83(2)).

import { dateWords } from '../calendar/date-words.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { HelpPart } from '../case-file/facts.ts'
import type { NoticeParagraph } from '../notice/notice.ts'
import { contactWords, type Contact } from '../notice/particulars.ts'
import type { Outcome } from '../outcome.ts'
import { ok, refused } from '../outcome.ts'
import type { RightsLetterDue } from './rights-letter-due.ts'

export interface RightsLetterFacts {
  readonly to: { readonly name: string; readonly as: 'young-person' | 'parent' }
  /** The name the young person goes by. */
  readonly firstName: string
  readonly rightsOn: PlainDate
  readonly today: PlainDate
  readonly council: string
  readonly officer: Contact
  readonly informationAndAdvice?: Contact
}

export interface RightsLetter {
  readonly title: string
  readonly paragraphs: readonly NoticeParagraph[]
}

export type LetterRefusal = { readonly reason: 'nobody-to-turn-to'; readonly missing: readonly ('officer' | 'information-and-advice')[] }

export function composeRightsLetter(due: RightsLetterDue, facts: RightsLetterFacts): Outcome<RightsLetter, LetterRefusal> {
  const isYoungPersons = facts.to.as === 'young-person'
  const body = isYoungPersons ? youngPersons(due, facts) : parents(due, facts)
  const title = isYoungPersons ? titleForYoungPerson(due, facts) : titleForParent(due, facts)
  return complete(title, body, facts)
}

/** Adds what every one of these letters has, or says what the record lacks. */
function complete(title: string, body: readonly NoticeParagraph[], { to, today, council, officer, informationAndAdvice }: RightsLetterFacts): Outcome<RightsLetter, LetterRefusal> {
  const talk = contactWords(officer)
  const support = contactWords(informationAndAdvice)
  const missing = [...(talk === '' ? ['officer' as const] : []), ...(support === '' ? ['information-and-advice' as const] : [])]
  if (missing.length > 0) return refused({ reason: 'nobody-to-turn-to', missing })
  return ok({
    title,
    paragraphs: [
      { text: `${council}. ${dateWords(today)}.` }, { text: `Dear ${to.name},` }, ...body,
      { heading: 'Help that is not from us', text: `You can talk to people who do not work for us. It is free. They keep what you say to themselves.\n${support}` },
      { heading: 'Who to talk to', text: `You can talk to us about this letter.\n${talk}` },
    ],
  })
}

const titleForYoungPerson = (due: RightsLetterDue, { rightsOn }: RightsLetterFacts): string =>
  (due.letter === 'notice' && due.timing === 'passed' ? 'You now decide about your plan' : `You will decide about your plan from ${dateWords(rightsOn)}`)
const titleForParent = (due: RightsLetterDue, { firstName, rightsOn }: RightsLetterFacts): string =>
  (due.letter === 'notice' && due.timing === 'passed' ? `${firstName} now decides about the plan` : `${firstName} will decide about the plan from ${dateWords(rightsOn)}`)

/** How far away the day is, in words that are true today. */
function whenWords(due: RightsLetterDue, rightsOn: PlainDate): string {
  if (due.letter === 'reminder') return `The day is near. It is ${dateWords(rightsOn)}.`
  switch (due.timing) {
    case 'ahead': return `The day is ${dateWords(rightsOn)}. That is a year from now, so there is time.`
    case 'inside': return `The day is ${dateWords(rightsOn)}. That is less than a year away. We are sorry that we did not tell you sooner.`
    case 'passed': return `The day was ${dateWords(rightsOn)}. We are sorry that we did not tell you before it.`
  }
}

const hasCome = (due: RightsLetterDue): boolean => due.letter === 'notice' && due.timing === 'passed'

function youngPersons(due: RightsLetterDue, { rightsOn }: RightsLetterFacts): readonly NoticeParagraph[] {
  const come = hasCome(due)
  return [
    { text: `When you are past the age when you must go to school, the law says that you decide about your help with learning. ${whenWords(due, rightsOn)}` },
    {
      heading: come ? 'What is new' : 'What will change',
      text: [
        come ? 'We write to you now.' : 'From that day we will write to you.',
        'You can tell us what you think of your plan. You can ask for a school or college.',
        'If you do not agree with us, you can ask for a meeting to sort it out. You can also appeal.',
      ].join('\n'),
    },
    {
      heading: 'Your parents can still help',
      text: [
        'You choose what each parent can do. You can let them:',
        'read your plan', 'get a copy of our letters to you', 'write to us', 'tell us what they think.',
        'You can say yes to one parent and no to the other. You can change your mind on any day.',
        'If you say nothing, they keep what they have had until then. They see nothing new.',
      ].join('\n'),
    },
    {
      heading: 'Tell us how you want to be helped',
      text: 'Who should help you? How should we talk to you: by email, by phone, on paper, with signs or with pictures? Do you want somebody with you when we meet? Tell us by phone or letter, or sign in and go to “Who decides and who helps”.',
    },
  ]
}

function parents(due: RightsLetterDue, { firstName, rightsOn }: RightsLetterFacts): readonly NoticeParagraph[] {
  const come = hasCome(due)
  return [
    { text: `When a young person is past the age when they must go to school, the law says that they decide about their help with learning. This is about ${firstName}. ${whenWords(due, rightsOn)}` },
    {
      heading: come ? 'What is new' : 'What will change',
      text: [
        come ? `We write to ${firstName} now, and no longer to you.` : `From that day we will write to ${firstName}, and no longer to you.`,
        `${firstName} tells us what to change in a draft plan, asks for a school or college, and can appeal.`,
        'You keep all that you have had until then. You see nothing new unless you are told that you may.',
      ].join('\n'),
    },
    {
      heading: 'You can still help',
      text: [
        `${firstName} can let you:`, 'read the plan', 'get a copy of our letters', 'write to us', 'tell us what you think.',
        `It is for ${firstName} to say, and ${firstName} can change it on any day. Please talk about it. We will ask too.`,
      ].join('\n'),
    },
    {
      heading: `If ${firstName} cannot make a choice alone`,
      text: `Most young people can choose when they get the right help. We always start from that. If you think that there is a choice which ${firstName} cannot make, even with help, tell us. We look at each choice by itself. If you are a deputy or an attorney, send us a copy of the paper that says so.`,
    },
  ]
}

const helpSentence: Record<HelpPart, string> = {
  plan: 'read the plan and the reports that go with it', letters: 'get a copy of our letters', messages: 'write to us here', views: 'tell us what you think and send us papers',
}
/** What a parent may do, one a line, in the words of the letter and of the page. */
export const helpLines = (parts: readonly HelpPart[]): readonly string[] => parts.map((part) => helpSentence[part])

/** Told to a parent when what they may do changes: what it is now, who said so, and whom to ask. */
export function composePermissionLetter(parts: readonly HelpPart[], facts: RightsLetterFacts): Outcome<RightsLetter, LetterRefusal> {
  const { firstName, rightsOn, today } = facts
  const from = today < rightsOn ? `From ${dateWords(rightsOn)} ${firstName} decides about the plan.` : `${firstName} decides about the plan now. This began on ${dateWords(rightsOn)}.`
  return complete(`What you can do in ${firstName}’s plan`, [
    { text: `${from} ${firstName} has told us what you can see and do.` },
    parts.length === 0
      ? { heading: 'What you can do', text: 'You keep what you have had until that day. You see nothing new.' }
      : { heading: 'What you can do', text: ['You can:', ...helpLines(parts)].join('\n') },
    { heading: 'If you want to see more', text: `Please ask ${firstName}. We cannot show it to you unless ${firstName} says so, or the law says that somebody else decides.` },
  ], facts)
}
