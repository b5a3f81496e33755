// The longer form, for people at work. What must be there before it can be sent is in domain/case-file/request-gateway.

import type { Question, Task, Values } from './question.ts'
import { rowsIn, textIn } from './question.ts'
import { birth, childName, has, home, language, setting, strengths, whichSetting, yesNoNotSure } from './shared-questions.ts'

const numbers: Question = {
  id: 'numbers', short: 'UPN and NHS number', title: 'What are their numbers, if you know them?', isPrivate: true,
  fields: [
    { kind: 'text', name: 'upn', label: 'Unique pupil number (optional)', hint: 'A letter and 12 numbers or letters', check: 'upn', width: 20 },
    { kind: 'text', name: 'nhsNumber', label: 'NHS number (optional)', hint: '10 numbers, for example 999 041 2189', check: 'nhs-number', width: 20 },
  ],
}

const asker: Question = {
  id: 'your-name', short: 'Who asks', title: (v) => (v.isWrittenDown ? 'Who asked?' : 'About you'),
  fields: [
    { kind: 'text', name: 'fullName', label: 'Full name', autocomplete: 'name', needed: 'Enter a full name' },
    { kind: 'text', name: 'role', label: 'Role', hint: 'For example, SENCO, health visitor' },
    { kind: 'text', name: 'organisation', label: 'Organisation' },
    { kind: 'text', name: 'phone', label: 'Phone number', check: 'phone', width: 20, autocomplete: 'tel' },
    { kind: 'text', name: 'email', label: 'Email address', check: 'email', autocomplete: 'email' },
  ],
  gives: [
    { answer: 'asker-name', isGiven: has('fullName'), missing: 'Enter the name of the person who asks' },
    { answer: 'asker-contact', isGiven: (values) => has('phone')(values) || has('email')(values), missing: 'Enter a phone number or email address' },
  ],
}

export const parentRows: Question = {
  id: 'parents', short: 'Parents and carers', title: 'Who are the parents or carers?', repeats: { label: 'parent or carer', most: 4 }, isPrivate: true,
  intro: ['Name everybody with parental responsibility whom you know of. The council must write to them.'],
  fields: [
    { kind: 'text', name: 'fullName', label: 'Full name' },
    { kind: 'text', name: 'relation', label: 'Relation to the child', width: 20 },
    { kind: 'one-of', name: 'responsibility', label: 'Do they have parental responsibility?', short: 'Parental responsibility', choices: yesNoNotSure },
    { kind: 'one-of', name: 'livesWith', label: 'Does the child live with them?', short: 'Child lives with them', choices: [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }] },
    { kind: 'text', name: 'phone', label: 'Phone number', check: 'phone', width: 20 },
    { kind: 'text', name: 'email', label: 'Email address', check: 'email' },
    { kind: 'one-of', name: 'safe', label: 'Is it safe to contact them?', short: 'Safe to contact', choices: yesNoNotSure },
    { kind: 'words', name: 'safetyNote', label: 'Anything we should know about safe contact, language or interpreters (optional)', rows: 3 },
  ],
  gives: [{ answer: 'parents', missing: 'Enter at least one parent or carer with a phone number, an email address or where they live', isGiven: (values) => hasReachableParent(values) }],
}

const hasReachableParent = (values: Values): boolean =>
  rowsIn(parentRows, values).some((row) => has('fullName')(row) && (has('phone')(row) || has('email')(row) || textIn(row, 'livesWith') === 'yes'))

const needs: Question = {
  id: 'needs', short: 'Needs', title: 'What are their special educational needs, as far as you know?',
  fields: [{ kind: 'words', name: 'needs', label: 'What are their special educational needs, as far as you know?', hint: 'What they find hard and how it shows in learning, talking, feelings, movement and senses. No diagnosis is needed.', rows: 10 }],
  gives: [{ answer: 'needs', isGiven: has('needs'), missing: 'Enter what their needs are' }],
}

export const cycles: Question = {
  id: 'support', short: 'Support tried and its effect', title: 'What has been tried, and what was its effect?', repeats: { label: 'round of support', most: 8 },
  intro: ['One for each round of assess, plan, do, review. There is no least number of rounds: the law does not ask for any.'],
  fields: [
    { kind: 'words', name: 'tried', label: 'What was tried', hint: 'What, how often, for how long and by whom', rows: 4 },
    { kind: 'text', name: 'when', label: 'When', width: 20, hint: 'For example, autumn term 2025' },
    { kind: 'words', name: 'effect', label: 'Its effect', hint: 'What changed, and what did not', rows: 4 },
  ],
  gives: [{ answer: 'support', missing: 'Enter at least one thing that was tried, with its effect', isGiven: (values) => rowsIn(cycles, values).some((row) => has('tried')(row) && has('effect')(row)) }],
}

const attendance: Question = {
  id: 'attendance', short: 'Attendance', title: 'What is their attendance like?',
  fields: [
    { kind: 'text', name: 'percent', label: 'Attendance this school year', hint: 'For example, 87%', width: 10 },
    { kind: 'words', name: 'attendance', label: 'What stands behind it', hint: 'Part-time timetables, exclusions, illness, worries about coming in', rows: 4 },
  ],
  gives: [{ answer: 'attendance', isGiven: (values) => has('percent')(values) || has('attendance')(values), missing: 'Enter their attendance' }],
}

const words = (id: string, short: string, title: string, hint: string, missing: string, answer: 'outcomes'): Question => ({
  id, short, title, fields: [{ kind: 'words', name: id, label: title, hint, rows: 8 }], gives: [{ answer, isGiven: has(id), missing }],
})

const childViews: Question = {
  id: 'child-views', short: 'The child’s views', title: 'What does the child or young person say?',
  fields: [
    { kind: 'words', name: 'child-views', label: 'Their views, wishes and feelings', hint: 'In their words where you can', rows: 6 },
    { kind: 'text', name: 'how', label: 'How you found out', hint: 'For example, talking mats, drawing, watching them play' },
  ],
  gives: [{ answer: 'child-views', isGiven: (values) => has('child-views')(values) && has('how')(values), missing: 'Enter the child’s views and how you found them out' }],
}

const familyViews: Question = {
  id: 'family-views', short: 'The family’s views', title: 'What does the family say?',
  fields: [
    { kind: 'one-of', name: 'knows', label: 'Does the family know that you are asking for an assessment?', short: 'Knows of the request', choices: [
      { value: 'yes', text: 'Yes' }, { value: 'no', text: 'No', hint: 'Talk to them first, unless that would put somebody at risk. If it would, phone the SEND team.' },
    ] },
    { kind: 'words', name: 'family-views', label: 'Their views', hint: 'In their words where you can', rows: 6 },
  ],
  gives: [
    { answer: 'family-knows', isGiven: (values) => textIn(values, 'knows') === 'yes', missing: 'Tell the family that you are asking, or phone the SEND team' },
    { answer: 'family-views', isGiven: has('family-views'), missing: 'Enter the family’s views' },
  ],
}

const involved: Question = {
  id: 'involved', short: 'Professionals involved', title: 'Who else is involved?', repeats: { label: 'professional', most: 8 },
  fields: [
    { kind: 'text', name: 'name', label: 'Name' },
    { kind: 'text', name: 'role', label: 'Role and organisation' },
    { kind: 'text', name: 'contact', label: 'Phone or email (optional)' },
  ],
}

export const professionalTasks: readonly Task[] = [
  { id: 'child', title: 'The child or young person', questions: [childName, birth, numbers, home, setting, whichSetting] },
  { id: 'you', title: 'Who asks', questions: [asker] },
  { id: 'parents', title: 'The family', questions: [parentRows, language, familyViews] },
  { id: 'strengths', title: 'Strengths and needs', questions: [strengths, needs] },
  { id: 'support', title: 'Support tried and its effect', questions: [cycles, attendance] },
  { id: 'outcomes', title: 'Outcomes hoped for', questions: [words('outcomes', 'Outcomes hoped for', 'What outcomes do you hope for?', 'What they could do next that they cannot do now', 'Enter the outcomes hoped for', 'outcomes')] },
  { id: 'views', title: 'The child’s views', questions: [childViews] },
  { id: 'involved', title: 'Professionals involved', questions: [involved] },
]
