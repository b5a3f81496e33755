// The plans of the older children of the demonstration, of the child who learns at home, and of two that wait to be confirmed.

import type { PlanWords } from './word-plan.ts'

const hallowcross = { setting: 'Hallowcross Academy', settingType: 'A mainstream secondary academy.' }

/** Year 8: an amendment notice is out, and the family has days left. */
export const kasimir: PlanWords = {
  ...hallowcross, givenName: 'Kasimir', familyName: 'Dolan', bornOn: '2014-01-17', firstMadeOn: '2020-11-27', issuedOn: '2025-12-12', reviewedOn: '2025-11-05',
  views: ['Kasimir writes: “I am good at chess and bad at corridors. I like teachers who tell you how long.”'],
  familyViews: ['Bridie wants school to see what Kaz can do before they see what he does when he panics.'],
  threads: [
    { need: 'Kasimir is autistic and very anxious in crowds: he has missed a third of his lessons since Easter.', outcome: 'By December 2027 Kasimir is in at least nine lessons of ten in every subject, by the register.', provision: ['An adult whom Kasimir knows will meet him at the side gate for 15 minutes at the start of each school day.', 'A clinical psychologist will work with Kasimir on his own for 50 minutes once a fortnight, for 24 weeks a year.'] },
    { need: 'Kasimir thinks fast and writes little: a page takes him an hour.', outcome: 'By December 2027 Kasimir hands in one longer piece of work each half term that he planned and typed himself.', provision: ['A learning support assistant will help Kasimir plan written work for 20 minutes three times a week, for 38 weeks a year.'] },
    { need: 'Kasimir takes what is said literally and has fallen out with most of his form.', outcome: 'By December 2027 Kasimir has stayed for the whole of chess club each week for a term.', provision: ['A speech and language therapist will lead a group of up to five on what people mean for 40 minutes once a week, for 20 weeks a year.'] },
  ],
  reports: ['CAMHS letter, 19 September 2025', 'Educational psychologist’s report, 2 October 2025'],
}

/** Year 9: the first review that looks at adult life. */
export const lucian: PlanWords = {
  ...hallowcross, givenName: 'Lucian', familyName: 'Farthingale', bornOn: '2013-02-11', firstMadeOn: '2019-07-05', issuedOn: '2026-01-23', reviewedOn: '2025-12-11',
  views: ['Lucian wants to cook in a proper kitchen, and to have his own front door when he is thirty.'],
  familyViews: ['Maeve asks that somebody talks about college and work before it is all decided.'],
  threads: [
    { need: 'Lucian has a moderate learning difficulty: he reads and counts like a child of eight.', outcome: 'By July 2028 Lucian reads a recipe of six steps and cooks it without help.', provision: ['A specialist teacher will teach Lucian reading and number for everyday life in a group of up to four for 50 minutes four times a week, for 38 weeks a year.'] },
    { need: 'Lucian trusts everybody, and has given his phone and his bus money away.', outcome: 'By July 2028 Lucian travels to Hallowcross by bus alone for a whole term.', provision: ['A travel trainer will travel with Lucian for 60 minutes twice a week for 12 weeks.', 'A learning mentor will practise what to say to strangers with Lucian for 30 minutes once a week, in term time.'] },
  ],
  socialCare: { need: 'Lucian needs somebody with him where there is money to be handled.', provision: 'A direct payment will pay for three hours a week of a personal assistant at weekends.' },
  budget: 'A direct payment of £54 a week for a personal assistant at weekends.',
  reports: ['Educational psychologist’s report, 13 November 2023', 'Early help assessment, 4 December 2025'],
}

/** Year 10: the council has decided to end the plan, and the time to appeal runs. */
export const rhiannon: PlanWords = {
  ...hallowcross, givenName: 'Rhiannon', familyName: 'Castlereagh', bornOn: '2011-11-20', firstMadeOn: '2017-05-19', issuedOn: '2026-03-13', reviewedOn: '2026-01-29',
  views: ['Rhiannon says that she does not want an adult beside her any more. “I can do it. Ask me.”'],
  familyViews: ['Colette is proud, and afraid that the help will stop before the exams.'],
  threads: [
    { need: 'Rhiannon had a severe stammer, which now shows only when she is tired or hurried.', outcome: 'By July 2027 Rhiannon speaks in a class presentation of five minutes and chooses to do so.', provision: ['A speech and language therapist will see Rhiannon for 30 minutes once a term and agree her own plan with her.'] },
    { need: 'Rhiannon worries before tests and then reads the questions too fast.', outcome: 'By July 2027 Rhiannon uses her checklist in every test without being reminded.', provision: ['A learning mentor will meet Rhiannon for 20 minutes once a week in the eight weeks before examinations.'] },
  ],
  reports: ['Speech and language therapy report, 12 January 2026'],
}

/** Year 7, at home by her parents’ choice: the council reviews. */
export const wren: PlanWords = {
  setting: 'Larkfell Primary School', settingType: 'A mainstream primary school.', givenName: 'Wren', familyName: 'Abernethy-Lisle', bornOn: '2014-09-30', firstMadeOn: '2022-02-04', issuedOn: '2025-12-19', reviewedOn: '2025-11-20',
  views: ['Wren keeps a weather diary and can name every bird of the estuary.'],
  familyViews: ['Fenella teaches Wren at home since the summer, and would like the therapist’s help to go on.'],
  threads: [
    { need: 'Wren has dyslexia and a working memory that holds three things at a time.', outcome: 'By December 2027 Wren writes an account of a day out of 200 words with eight of ten words spelt so that others can read them.', provision: ['A specialist teacher of dyslexia will teach Wren on her own for 60 minutes once a week, for 38 weeks a year.'] },
    { need: 'Wren stops speaking when she meets more than two people at once.', outcome: 'By December 2027 Wren says what she thinks in a group of four that she knows, twice in an hour.', provision: ['A speech and language therapist will see Wren at home for 45 minutes once a month and show her mother what to practise.'] },
  ],
  reports: ['Specialist teacher’s report, 6 November 2025', 'Speech and language therapy report, 11 November 2025'],
}

/** Came in Word, with words on its front page that belong nowhere. */
export const jonty: PlanWords = {
  ...hallowcross, givenName: 'Jonty', familyName: 'Applegarth', bornOn: '2012-12-05', firstMadeOn: '2018-10-12', issuedOn: '2024-06-21', reviewedOn: '2024-05-02',
  stray: ['Jonty prefers to be asked and not told. Please read this first.', 'Amendments agreed at the review are shown in the next version.', 'If you find this plan please return it to the SEND office, 1 Market Hall.'],
  views: ['Jonty spends his Saturdays at the model railway and wants to be a signaller.'],
  familyViews: ['Winnie and Roland say that Jonty needs one person at school who knows when he is about to be ill.'],
  threads: [
    { need: 'Jonty has epilepsy that is not controlled, and is often tired the day after.', outcome: 'By July 2026 Jonty catches up on each missed lesson within a week, by his own list.', provision: ['A learning support assistant will go through what was missed with Jonty for 30 minutes on each day after an absence.'] },
    { need: 'Jonty remembers what he hears for a short time only.', outcome: 'By July 2026 Jonty writes down homework himself in nine lessons of ten.', provision: ['Each teacher will put homework on Jonty’s tablet before the end of the lesson.', 'A specialist teacher will teach Jonty ways to remember for 40 minutes once a week, for 30 weeks a year.'] },
  ],
  health: { need: 'Jonty needs rescue medicine within five minutes of a long seizure.', provision: 'The epilepsy nurse will train five staff for 90 minutes each September.' },
  reports: ['Epilepsy nurse’s letter, 16 April 2024', 'Educational psychologist’s report, 7 June 2018'],
}

/** Came with it, read without a doubt. */
export const saffron: PlanWords = {
  setting: 'Bramblewick Maintained Nursery School', settingType: 'A maintained nursery school.', givenName: 'Saffron', familyName: 'Quigley-Marsh', bornOn: '2022-05-16', firstMadeOn: '2026-04-24', issuedOn: '2026-04-24',
  views: ['Saffron claps when the parachute comes out.'],
  familyViews: ['Dermot wants Saffron to have a friend at nursery.'],
  threads: [
    { need: 'Saffron has a global developmental delay and began to walk this spring.', outcome: 'By April 2027 Saffron walks from the gate to her peg holding one hand.', provision: ['A nursery practitioner will practise walking with Saffron for 15 minutes twice each session.', 'A physiotherapist will see Saffron at nursery for 45 minutes once a month.'] },
  ],
  reports: ['Paediatrician’s report, 3 February 2026', 'Physiotherapy report, 20 January 2026'],
}
