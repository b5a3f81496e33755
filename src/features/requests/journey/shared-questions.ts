// Questions that families and professionals are both asked, each in their own words.

import type { Question, Values, Voice, Words } from './question.ts'
import { textIn } from './question.ts'

const has = (name: string) => (values: Values): boolean => textIn(values, name) !== ''
const by = (own: string, family: Words, professional: Words): Words => (voice: Voice) => {
  const words = voice.isOwn ? own : voice.isFamily ? family : professional
  return typeof words === 'string' ? words : words(voice)
}
export { by, has }

export const yesNoNotSure = [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }, { value: 'not-sure', text: 'I am not sure' }] as const

export const childName: Question = {
  id: 'child-name', short: 'Name', readAs: 'line', title: by('What is your name?', 'What is your child’s name?', 'What is the child or young person’s name?'),
  fields: [
    { kind: 'text', name: 'givenName', label: 'First name', needed: 'Enter a first name' },
    { kind: 'text', name: 'familyName', label: 'Last name', needed: 'Enter a last name' },
    { kind: 'text', name: 'preferredName', label: by('Name you like to be called (optional)', 'Name they like to be called (optional)', 'Name they like to be called (optional)') },
  ],
  gives: [{ answer: 'child-name', isGiven: (values) => has('givenName')(values) && has('familyName')(values), missing: 'Enter the name of the child or young person' }],
}

export const birth: Question = {
  id: 'born-on', short: 'Date of birth', title: by('What is your date of birth?', (v) => `When was ${v.child} born?`, 'What is their date of birth?'),
  fields: [{ kind: 'birth-date', name: 'bornOn', label: 'Date of birth', hint: 'For example, 23 2 2018', needed: 'Enter a date of birth' }],
  gives: [{ answer: 'born-on', isGiven: has('bornOn'), missing: 'Enter the date of birth' }],
}

export const home: Question = {
  id: 'home', short: 'Where they live', isPrivate: true, readAs: 'lines',
  title: by('Where do you live?', (v) => `Where does ${v.child} live?`, 'Where do they live?'),
  intro: ['If you live in another council’s area we will still read this and pass it on.'],
  fields: [
    { kind: 'text', name: 'line1', label: 'Address line 1', autocomplete: 'address-line1' },
    { kind: 'text', name: 'line2', label: 'Address line 2 (optional)', autocomplete: 'address-line2' },
    { kind: 'text', name: 'town', label: 'Town or city', autocomplete: 'address-level2' },
    { kind: 'text', name: 'postcode', label: 'Postcode', check: 'postcode', width: 10, autocomplete: 'postal-code' },
    { kind: 'some-of', name: 'secret', label: 'Does anybody need to be kept from knowing this address?', choices: [{ value: 'yes', text: 'Yes, keep this address secret', hint: 'For example, you are in a refuge, or a court order protects it. It will not be shown on any page or letter.' }] },
  ],
}

export const setting: Question = {
  id: 'setting', short: 'School, nursery or college',
  title: by('Where do you go to school or college?', (v) => `Where does ${v.child} go to school or nursery?`, 'Which school, nursery or college do they go to?'),
  fields: [
    { kind: 'one-of', name: 'place', label: 'Choose one', short: 'Where', choices: [
      { value: 'setting', text: 'A school, nursery or college', hint: 'Type its name below' },
      { value: 'home', text: 'Taught at home' },
      { value: 'none', text: 'Not at school or nursery at the moment' },
    ] },
    { kind: 'text', name: 'settingName', label: 'Name of the school, nursery or college', short: 'Name', hint: 'Part of the name is enough' },
  ],
}

/** Shown only when several settings on file are called something like what was typed. Its choices come from the database. */
export const whichSetting: Question = {
  id: 'which-setting', short: 'Which one', title: 'Which one is it?', isAsked: (answers) => textIn(answers['setting'], 'settingName') !== '',
  fields: [{ kind: 'one-of', name: 'settingId', label: 'Choose one', choices: [], needed: 'Select which one it is' }],
}

export const language: Question = {
  id: 'language', short: 'Language and formats', isPrivate: true, title: by('How shall we talk and write to you?', 'How shall we talk and write to you?', 'How should we talk and write to the family?'),
  fields: [
    { kind: 'text', name: 'language', label: 'Language you like best', short: 'Language', hint: 'For example, English, Urdu, Sorani, British Sign Language' },
    { kind: 'one-of', name: 'interpreter', label: 'Is an interpreter needed?', short: 'Interpreter needed', choices: [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }] },
    { kind: 'some-of', name: 'formats', label: 'How do you like to get letters?', short: 'Letters', choices: [
      { value: 'easy-read', text: 'Easy Read' }, { value: 'large-print', text: 'Large print' }, { value: 'audio', text: 'Audio' },
      { value: 'braille', text: 'Braille' }, { value: 'phone', text: 'Read out by phone' }, { value: 'translated', text: 'In my language' },
    ] },
  ],
}

export const strengths: Question = {
  id: 'strengths', short: 'Strengths',
  title: by('What are you good at, and what do you like?', (v) => `What is ${v.child} good at, and what do they like?`, 'What are their strengths and interests?'),
  fields: [{ kind: 'words', name: 'strengths', label: by('What are you good at, and what do you like?', (v) => `What is ${v.child} good at, and what do they like?`, 'What are their strengths and interests?'), hint: by('A few words are fine.', 'A few words are fine.', 'What they do well, enjoy and can build on.') }],
  gives: [{ answer: 'strengths', isGiven: has('strengths'), missing: 'Enter their strengths and interests' }],
}
