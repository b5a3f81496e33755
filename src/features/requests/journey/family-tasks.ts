// The short form, for parents, carers, young people and others who are not at work. Little of it must be filled in.

import type { Question, Task } from './question.ts'
import { textIn } from './question.ts'
import { birth, by, childName, has, home, language, setting, strengths, whichSetting, yesNoNotSure } from './shared-questions.ts'

const relations = [
  { value: 'mother', text: 'Mother' }, { value: 'father', text: 'Father' }, { value: 'grandparent', text: 'Grandparent' },
  { value: 'foster carer', text: 'Foster carer' }, { value: 'step-parent', text: 'Step-parent' }, { value: 'other', text: 'Someone else' },
]
const responsibilityHint = 'The legal rights and duties of a parent. Mothers have it from birth. Foster carers often do not.'

const yourName: Question = {
  id: 'your-name', short: 'Name and relation', title: (v) => (v.isWrittenDown ? 'Who asked?' : 'What is your name?'),
  fields: [
    { kind: 'text', name: 'fullName', label: 'Full name', autocomplete: 'name', needed: 'Enter your full name' },
    { kind: 'one-of', name: 'relation', label: (v) => `What are you to ${v.child}?`, short: 'Relation', choices: relations },
    { kind: 'one-of', name: 'responsibility', label: 'Do you have parental responsibility?', short: 'Parental responsibility', hint: responsibilityHint, choices: yesNoNotSure },
    { kind: 'one-of', name: 'livesWith', label: (v) => `Does ${v.child} live with you?`, short: 'Child lives with them', choices: [{ value: 'yes', text: 'Yes' }, { value: 'part', text: 'Some of the time' }, { value: 'no', text: 'No' }] },
  ],
  gives: [{ answer: 'asker-name', isGiven: has('fullName'), missing: 'Enter the name of the person who asks' }],
}

const contact: Question = {
  id: 'contact', short: 'How to reach you', isPrivate: true, title: 'How can we reach you?',
  intro: ['Give one way or more. We will only use a way that is safe for you.'],
  fields: [
    { kind: 'text', name: 'phone', label: 'Phone number', check: 'phone', width: 20, autocomplete: 'tel' },
    { kind: 'text', name: 'email', label: 'Email address', check: 'email', autocomplete: 'email' },
    { kind: 'one-of', name: 'safeContact', label: 'Which way is safe for you?', short: 'Safe way', hint: 'If somebody else reads your post or phone, choose a way they cannot see.', choices: [
      { value: 'any', text: 'Any of these' }, { value: 'email', text: 'Email only' }, { value: 'phone', text: 'Phone only' }, { value: 'post', text: 'Letters only' },
    ] },
    { kind: 'words', name: 'safeContactNote', label: 'Anything we must know to contact you safely (optional)', short: 'To contact them safely', hint: 'For example, “not before 10am” or “do not leave a voice message”.', rows: 3 },
  ],
  gives: [{
    answer: 'asker-contact', missing: 'Enter a phone number or email address, or choose letters and give an address',
    isGiven: (values, answers) => has('phone')(values) || has('email')(values) || (textIn(values, 'safeContact') === 'post' && has('line1')(answers['home'] ?? {})),
  }],
}

const otherParents: Question = {
  id: 'others', short: 'Other parents or carers', title: (v) => `Does ${v.child} have another parent or carer?`,
  intro: ['Most of the time the law says we must write to every parent. You do not have to tell us about anyone if that would not be safe.'],
  fields: [{ kind: 'one-of', name: 'others', label: 'Choose one', choices: [
    { value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }, { value: 'not-say', text: 'I do not want to say' },
  ] }],
}

const otherParentRows: Question = {
  id: 'other-parents', short: 'About them', isPrivate: true, title: 'Who are they?', repeats: { label: 'parent or carer', most: 4 },
  isAsked: (answers) => textIn(answers['others'], 'others') === 'yes',
  intro: ['They will not see what you write here.'],
  fields: [
    { kind: 'text', name: 'fullName', label: 'Full name' },
    { kind: 'one-of', name: 'relation', label: 'What are they to the child?', short: 'Relation', choices: relations },
    { kind: 'one-of', name: 'responsibility', label: 'Do they have parental responsibility?', short: 'Parental responsibility', choices: yesNoNotSure },
    { kind: 'text', name: 'phone', label: 'Phone number (optional)', check: 'phone', width: 20 },
    { kind: 'text', name: 'email', label: 'Email address (optional)', check: 'email' },
    { kind: 'one-of', name: 'safe', label: 'Is it safe for us to contact them?', short: 'Safe to contact', choices: [
      { value: 'yes', text: 'Yes' }, { value: 'no', text: 'No, talk to me first' }, { value: 'not-sure', text: 'I am not sure' },
    ] },
    { kind: 'words', name: 'safetyNote', label: 'Anything we should know about safety (optional)', rows: 3 },
  ],
}

const optionalWords = (id: string, short: string, title: Question['title'], hint: string): Question => ({
  id, short, title, fields: [{ kind: 'words', name: id, label: title, hint }],
})

const worries = optionalWords('needs', 'Worries and help needed',
  by('What do you find hard, and what would help?', (v) => `What worries you, and what help do you think ${v.child} needs?`, ''),
  'A few words are enough. You can say more later. You do not need a diagnosis.')
const childViews = optionalWords('child-views', 'What the child says',
  by('What else do you want us to know?', (v) => `What does ${v.child} say about it?`, ''),
  'In their own words, if you can. They can also tell us themselves later, by talking, drawing or in any other way.')
const tried = optionalWords('support', 'What has been tried',
  by('What help have you had so far?', (v) => `What help has ${v.child} had so far?`, ''), 'At home or at school, and if it helped. Leave it empty if you do not know.')

const involved: Question = {
  id: 'involved', short: 'Health and social care', title: by('Who helps you already?', (v) => `Who helps ${v.child} already?`, ''),
  fields: [
    { kind: 'some-of', name: 'services', label: 'Choose all that fit', short: 'Services', choices: [
      { value: 'gp', text: 'GP or health visitor' }, { value: 'paediatrician', text: 'Children’s doctor (paediatrician)' },
      { value: 'therapy', text: 'Speech, occupational or physiotherapist' }, { value: 'camhs', text: 'Mental health service (CAMHS)' },
      { value: 'social-care', text: 'Social worker or early help' }, { value: 'other', text: 'Someone else' },
    ] },
    { kind: 'words', name: 'who', label: 'Their names, if you know them (optional)', rows: 3 },
  ],
}

const aboutChild: Task = {
  id: 'child', title: (v) => (v.isOwn ? 'About you' : `About ${v.child}`), questions: [childName, birth, home, setting, whichSetting],
}

export const familyTasks: readonly Task[] = [
  aboutChild,
  { id: 'you', short: 'The person who asked', title: (v) => (v.isWrittenDown ? 'The person who asked' : 'About you'), questions: [yourName, contact, language] },
  { id: 'others', title: 'Other parents or carers', questions: [otherParents, otherParentRows] },
  { id: 'strengths', short: 'Strengths', title: (v) => `What ${v.child} is good at`, questions: [strengths] },
  { id: 'needs', short: 'Worries and help needed', title: 'What worries you and what would help', questions: [worries] },
  { id: 'views', title: (v) => `What ${v.child} says`, questions: [childViews] },
  { id: 'support', title: 'Help so far', questions: [tried, involved] },
]

/** A young person is both who asks and whom it is about. */
export const youngPersonTasks: readonly Task[] = [
  { ...aboutChild, questions: [childName, birth, home, setting, whichSetting] },
  { id: 'contact', short: 'How to reach them', title: 'How to reach you', questions: [contact, language] },
  { id: 'strengths', short: 'Strengths', title: 'What you are good at', questions: [strengths] },
  { id: 'needs', short: 'What is hard and what would help', title: 'What is hard and what would help', questions: [worries, childViews] },
  { id: 'support', title: 'Help so far', questions: [tried, involved] },
]
