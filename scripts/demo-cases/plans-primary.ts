// The plans of the younger children of the demonstration, as they stood before the hub. Everybody here is invented, and no sentence is
// another child's: the hub stops what stands word for word in two cases.

import type { PlanWords } from './word-plan.ts'

const larkfell = { setting: 'Larkfell Primary School', settingType: 'A mainstream primary school.' }

/** Year 6: a review is reported and waits for the council. */
export const idris: PlanWords = {
  ...larkfell, givenName: 'Idris', familyName: 'Bellweather-Okonjo', bornOn: '2015-10-12', firstMadeOn: '2021-12-08', issuedOn: '2025-12-05', reviewedOn: '2025-11-06',
  views: ['Idris loves maps, bus routes and his cousin’s drum kit. He says: “I can hear it in my head but it comes out wrong.”', 'He wants to go to a secondary school with a music room.'],
  familyViews: ['Amara would like Idris to be understood by people who do not know him, and to walk home with a friend by the end of Year 6.'],
  threads: [
    { need: 'Idris has developmental verbal dyspraxia: an unfamiliar listener understands about six of his words in ten.', outcome: 'By July 2027 an unfamiliar adult understands eight of ten words in Idris’s talk about a topic he has prepared, in three of four weekly recordings.', provision: ['A speech and language therapist will work with Idris on his own for 45 minutes once a week, for 36 weeks a year, in the quiet room.', 'A teaching assistant trained by the therapist will practise the week’s words with Idris for 15 minutes on each of four school days.'] },
    { need: 'Idris reads words well but loses the thread of a passage longer than half a page.', outcome: 'By July 2027 Idris retells the main points of a two-page text in order, four times of five.', provision: ['A specialist teacher of literacy will teach Idris reading for meaning in a group of up to three for 40 minutes twice a week, for 38 weeks a year.'] },
    { need: 'Idris finds handwriting slow and painful: he writes seven words a minute where others of his age write eighteen.', outcome: 'By July 2027 Idris types a page of his own writing in a lesson without help, each week for a half term.', provision: ['An occupational therapist will see Idris at school for 50 minutes each half term and write his typing programme.', 'A teaching assistant will carry out the typing programme with Idris for 20 minutes three times a week, for 38 weeks a year.'] },
    { need: 'When others do not understand him Idris walks away, and has few friends beyond his cousin.', outcome: 'By July 2027 Idris plays or works with two friends of his own choosing at three lunch times a week.', provision: ['A learning mentor will run a lunch club with Idris and up to four others for 30 minutes twice a week, in term time.'] },
  ],
  health: { need: 'Idris has mild asthma, and uses an inhaler before sport.', provision: 'The school nurse will check Idris’s inhaler technique and care plan for 20 minutes once a term.' },
  reports: ['Speech and language therapy report, 14 October 2025', 'Occupational therapy report, 2 October 2025', 'Educational psychologist’s report, 9 March 2021'],
}

/** Year 3, a long name: a review is being gathered. */
export const persephone: PlanWords = {
  ...larkfell, givenName: 'Persephone', familyName: 'Wetherby-Achterberg', bornOn: '2019-03-03', firstMadeOn: '2024-01-19', issuedOn: '2025-02-14', reviewedOn: '2025-12-11',
  views: ['Persephone, whom everybody calls Seffi, chose the photos of the sandpit, the hens and Grandpa’s caravan.', 'She turned over the photo of the dining hall.'],
  familyViews: ['Rosalind wants mornings without tears, and a school day that Seffi can tell her about.'],
  threads: [
    { need: 'Seffi is autistic. A change that nobody has told her of leads to distress of up to an hour.', outcome: 'By February 2027 Seffi uses her “what comes next” board by herself to get through a changed day, four days of five.', provision: ['A key adult will go through the day’s pictures with Seffi for 10 minutes at the start of each school day and after lunch.', 'An autism advisory teacher will visit for 60 minutes each half term and coach the staff who work with Seffi.'] },
    { need: 'Seffi talks freely at home and to one adult at school, and to no child.', outcome: 'By February 2027 Seffi asks another child for a turn in a game, in words or with a card, twice in a session.', provision: ['A speech and language therapist will run a play session with Seffi and one other child for 30 minutes once a week, for 30 weeks a year.'] },
    { need: 'Noise above that of a quiet room stops Seffi eating and working.', outcome: 'By February 2027 Seffi eats her lunch at school on four days of five.', provision: ['A midday supervisor will eat with Seffi and up to three others in the garden room for 25 minutes each school day.'] },
  ],
  reports: ['Autism advisory teacher’s report, 3 December 2024', 'Speech and language therapy report, 21 November 2024'],
}

/** Year 4: the Tribunal ordered words. */
export const emrys: PlanWords = {
  ...larkfell, givenName: 'Emrys', familyName: 'Vaughan-Toller', bornOn: '2018-05-09', firstMadeOn: '2023-06-30', issuedOn: '2026-02-27', reviewedOn: '2026-01-14',
  views: ['Emrys likes the allotment, snails and anything that can be taken apart. “I do my best thinking under the table.”'],
  familyViews: ['Siân asks for help that is written down exactly, because each September it had to be explained anew.'],
  threads: [
    { need: 'Emrys has a sensory processing difficulty: he needs strong movement every forty minutes or he cannot attend.', outcome: 'By March 2028 Emrys stays with a taught activity for 20 minutes after his movement break, in eight of ten lessons.', provision: ['Emrys will have regular access to occupational therapy as required.', 'A teaching assistant will lead the movement circuit with Emrys for 10 minutes three times each school day.'] },
    { need: 'Emrys reads at the level of a child two years younger, because letters “swim”.', outcome: 'By March 2028 Emrys reads a new book of his reading level aloud with nine words of ten right.', provision: ['A specialist teacher will teach Emrys phonics by touch and movement on his own for 30 minutes four times a week, for 38 weeks a year.'] },
    { need: 'Emrys is overwhelmed by spoken instructions of more than two steps.', outcome: 'By March 2028 Emrys carries out a three-step instruction given with pictures, nine times of ten.', provision: ['The class teacher will give each instruction to Emrys with a picture strip, in every lesson.'] },
  ],
  socialCare: { need: 'Emrys needs an adult within reach near roads and water.', provision: 'Early help will fund four hours a month of a sitter who knows Emrys, reviewed each quarter.' },
  reports: ['Occupational therapy report, 11 December 2025', 'Educational psychologist’s report, 18 January 2023'],
}

/** Year 6: a plan that nobody has looked at for too long, and a mother who says what has changed. */
export const zachary: PlanWords = {
  ...larkfell, givenName: 'Zachary', familyName: 'Penrose-Hale', bornOn: '2016-01-21', firstMadeOn: '2020-09-18', issuedOn: '2022-07-08', reviewedOn: '2022-06-09',
  views: ['Zachary likes fire engines and being first in the line.'],
  familyViews: ['Joanna hopes that Zachary will learn to read his own name and put on his own coat.'],
  threads: [
    { need: 'Zachary has Down’s syndrome and learns best from what he sees.', outcome: 'By July 2023 Zachary reads twenty words that matter to him.', provision: ['A teaching assistant will teach Zachary reading with whole-word cards for 20 minutes each school day.', 'A portage worker will advise the school for 60 minutes once a term.'] },
    { need: 'Zachary tires by the afternoon and then sits down wherever he is.', outcome: 'By July 2023 Zachary takes part in the whole of an afternoon on three days a week.', provision: ['A teaching assistant will give Zachary a rest of 20 minutes in the book corner after lunch each school day.'] },
  ],
  health: { need: 'Zachary has a repaired heart and grommets.', provision: 'An audiologist will test Zachary’s hearing once a year.' },
  reports: ['Portage report, 4 May 2020', 'Paediatrician’s letter, 11 June 2020'],
}

/** Year 5 at a special school: an amended plan that not everybody has opened. */
export const tegan: PlanWords = {
  setting: 'Fernside School', settingType: 'A special school.', givenName: 'Tegan', familyName: 'Rushworth', bornOn: '2017-06-02', firstMadeOn: '2021-03-12', issuedOn: '2025-11-21', reviewedOn: '2025-10-16',
  views: ['Tegan looks at the swing picture when she is asked what she likes, and laughs at water.'],
  familyViews: ['Delia wants people to wait: Tegan answers, but she needs ten seconds.'],
  threads: [
    { need: 'Tegan has cerebral palsy and no speech; she answers with her eyes and is learning to use an eye-gaze device.', outcome: 'By December 2027 Tegan chooses between eight symbols on her device, right in nine choices of ten.', provision: ['A speech and language therapist will work with Tegan and her class team on the eye-gaze device for 60 minutes once a week, for 38 weeks a year.', 'A teaching assistant will set up the device beside Tegan at the start of every lesson and meal.'] },
    { need: 'Tegan needs to change position every half hour to stay comfortable and awake.', outcome: 'By December 2027 Tegan stands in her frame for 40 minutes a day without distress.', provision: ['A physiotherapist will review Tegan’s standing and seating for 45 minutes each half term and train the class team for 30 minutes each term.', 'Two adults will move Tegan into her standing frame for 20 minutes twice each school day.'] },
  ],
  health: { need: 'Tegan has epilepsy, with about two seizures a month, and is fed through a gastrostomy.', provision: 'A children’s community nurse will train and sign off four staff each September and visit for 30 minutes each half term.' },
  socialCare: { need: 'Tegan’s family need nights of unbroken sleep.', provision: 'Wendmere Council will provide two nights a month at the short-break house.' },
  reports: ['Speech and language therapy report, 1 October 2025', 'Physiotherapy report, 25 September 2025'],
}

/** Year 2: came from Tarn Valley. */
export const nieve: PlanWords = {
  council: 'Tarn Valley Council', setting: 'Thistle Bank School', settingType: 'A mainstream infant school.', givenName: 'Nieve', familyName: 'Carrick-Osei', bornOn: '2019-11-28', firstMadeOn: '2025-01-24', issuedOn: '2026-03-20', reviewedOn: '2026-02-05',
  views: ['Nieve signs “more”, “dog” and “music”, and drew her gran’s boat.'],
  familyViews: ['Patience hopes that the new school signs with Nieve from the first day.'],
  threads: [
    { need: 'Nieve has a severe hearing loss in both ears and wears two hearing aids.', outcome: 'By March 2028 Nieve follows a class story told in speech and sign, and answers three questions about it.', provision: ['A teacher of the deaf will teach Nieve for 60 minutes twice a week, for 38 weeks a year.', 'A communication support worker with British Sign Language at level 3 will be with Nieve in every lesson.'] },
    { need: 'Nieve has the spoken vocabulary of a child of three.', outcome: 'By March 2028 Nieve uses 400 words in speech or sign, by the teacher’s count.', provision: ['A speech and language therapist will work with Nieve for 45 minutes once a fortnight, for 20 weeks a year.'] },
  ],
  reports: ['Teacher of the deaf’s report, 22 January 2026', 'Audiology letter, 9 January 2026'],
}
