// Children whose plan is being looked at this autumn: a review that is reported and waits for the council, one that is being gathered, a
// first look at adult life, and one that the council holds itself.

import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoOrganisationId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import type { Hub } from '../../test/harness/hub.ts'
import { dateIn, morningOf } from '../../test/journeys/steps/dates.ts'
import { answerConsultation } from '../../test/journeys/steps/share.ts'
import { at, send } from './bring-in.ts'
import type { ReviewKey } from './reviews.ts'
import { arrange, givePart, hold, invite, report, sendPapers } from './reviews.ts'

const area = 'wendmere'

/** Idris, Year 6: everything is said, and the manager has one screen to go through. */
export async function reportedReview(hub: Hub, key: CaseKey): Promise<void> {
  const review = await arrange(hub, key, { by: 'debra', on: '2026-10-12', meetingOn: '2026-11-05', starts: '1.30pm', how: 'both', place: 'The library, Larkfell Primary School, or by video: the link comes with the invitation', note: 'Step-free from the car park' })
  await invite(hub, review, { by: 'debra', on: '2026-10-13', advisers: { callum: '', philippa: '' } })
  await askNextSchools(hub, key)
  const speech = 'on his own for 45 minutes'
  const typing = 'carry out the typing programme'
  const lunch = 'lunch club with Idris'
  await givePart(hub, review, {
    by: 'callum', on: '2026-10-19', whose: 'Callum',
    lines: {
      [speech]: { answer: 'changed', text: 'A speech and language therapist will work with Idris on his own for 30 minutes twice a week, for 36 weeks a year, in the quiet room.', minutes: '30', times: '2', per: 'week', words: 'He tires after half an hour. Two shorter sessions gave more clear words in the summer.' },
      'eight of ten words in Idris’s talk': { answer: 'some', words: 'Six of ten last November, seven of ten this October.' },
    },
    more: { 'view-advice': 'Idris should be asked, and not helped, when he gets stuck: he finds another way in a few seconds.' },
  })
  await givePart(hub, review, {
    by: 'philippa', on: '2026-10-20', whose: 'Philippa',
    lines: { 'will see Idris at school for 50 minutes': { answer: 'changed', text: 'An occupational therapist will see Idris at school for 60 minutes each half term, and will visit his secondary school with him once in the summer term of 2027.', minutes: '60', words: 'The laptop has to be ready on the first day of Year 7.' } },
  })
  await givePart(hub, review, {
    by: 'amara', on: '2026-10-21', whose: 'Amara',
    lines: { [lunch]: { answer: 'changed', text: 'A learning mentor will run a lunch club with Idris and up to four others for 30 minutes three times a week, in term time, and will let Idris choose the activity once a week.', times: '3', per: 'week', words: 'He counts the days to it.' } },
    more: { 'view-well': 'He orders his own chips. The lady understood him the first time.', 'view-not-well': 'He comes home cross on the days without the club.', 'view-hopes': 'That he has one real friend when he starts at the new school.' },
  })
  await givePart(hub, review, { by: 'debra', on: '2026-10-22', whose: 'Idris Bellweather', more: { 'view-like': '“Drums. Maps. Mr Ashdown’s assembly voice.”', 'view-hard': '“When people say ‘pardon’ three times.”', 'view-future': '“A school with a drum kit.”', how: ['talked', 'pictures'], helper: 'Debra Llewellyn-Hart, his SENCO' } })
  await givePart(hub, review, {
    by: 'debra', on: '2026-10-22', whose: 'Larkfell', all: true,
    lines: {
      'will teach Idris reading for meaning': { answer: 'not-delivered', words: 'Our specialist teacher was on leave from April to July. Twenty-two sessions of 76 were not given; a supply teacher began in September.' },
      [typing]: { answer: 'changed', text: 'A teaching assistant will carry out the typing programme with Idris for 20 minutes four times a week, for 38 weeks a year.', times: '4', per: 'week', words: 'He asks for it.' },
      'types a page of his own writing': { answer: 'good', words: 'Half a page without help in most weeks.' },
    },
    more: { 'view-progress': 'Idris reads the school bus timetable to the younger ones. Attendance 97 per cent.', 'view-placement': 'Yes, until July. He will need a secondary school that knows his typing.', 'add-section-0': 'F', 'add-text-0': 'The SENCO of Larkfell and of his secondary school will meet Idris and his family for 60 minutes twice in the summer term of 2027.', 'add-because-0': 'He asks every week what it will be like.' },
  })
  await sendPapers(hub, review, 'debra', '2026-10-22')
  await hold(hub, review, {
    by: 'debra', heldOn: '2026-11-05', came: ['Amara', 'Idris Bellweather', 'Larkfell', 'Callum'],
    notes: { childPart: 'for-part', childWords: 'Idris showed his map of the new bus route, and stayed for the first half.', agreed: 'Speech therapy in two shorter sessions. More typing, now that he likes it. Two visits to the new school.', notAgreed: 'Mr Okonjo wrote that he would keep the longer therapy session.', othersThere: 'Mrs Pell, class teacher' },
  })
  await report(hub, review, {
    by: 'debra', on: '2026-11-13', summary: 'A good year. People understand more of what Idris says, he types instead of avoiding writing, and the reading lessons that were missed have begun again. What he needs now is a careful move to secondary school.',
    against: { 'three times a week': 'Twice a week is what the mentor has time for; Idris can choose the activity.' },
  })
}

/** The cohort of the next summer, and two schools asked about Idris, one of which has answered. */
async function askNextSchools(hub: Hub, { caseId, ...key }: CaseKey): Promise<void> {
  hub.setNow(morningOf('2026-10-14'))
  const officer = await at(hub, 'hattie', paths.transfers({ area }))
  await send(officer, {}, { button: 'Look for the cohort now' })
  await hub.work()
  await officer.get(paths.consultMany({ area }, { year: 2027 }))
  await send(officer, { children: [caseId], settings: [demoOrganisationId('hallowcross'), demoOrganisationId('fernside')], withReports: 'no' }, { button: 'Continue' })
  await send(officer, {}, { button: 'Send 2 notices' })
  hub.setNow(morningOf('2026-10-29'))
  await answerConsultation(await hub.as('idwal'), { ...key, caseId })
}

/** Persephone, Year 3: invitations are out, the school is half-way through its part, her mother has not begun. */
export async function gatheredReview(hub: Hub, key: CaseKey): Promise<void> {
  const review = await arrange(hub, key, { by: 'debra', on: '2026-11-09', meetingOn: '2026-12-15', starts: '9.15am', how: 'in-person', place: 'The garden room, Larkfell Primary School', note: 'A quiet room to wait in' })
  await invite(hub, review, { by: 'debra', on: '2026-11-12', advisers: { beatrix: '' } })
  await givePart(hub, review, {
    by: 'beatrix', on: '2026-11-18', whose: 'Beatrix',
    lines: { 'play session with Seffi': { answer: 'changed', text: 'A speech and language therapist will run a play session with Seffi and two other children for 30 minutes once a week, for 30 weeks a year.', words: 'She and Mabel are ready for a third.' }, 'asks another child for a turn': { answer: 'some', words: 'With a card four times of five; in words once, last Tuesday.' } },
  })
  await givePart(hub, review, {
    by: 'debra', on: '2026-11-20', whose: 'Larkfell', isKept: true,
    lines: { 'go through the day’s pictures': { answer: 'delivered', words: 'Every day but two.' }, 'eat with Seffi': { answer: 'delivered' }, 'uses her “what comes next” board': { answer: 'good' } },
    more: { 'view-progress': 'Seffi came to the harvest assembly with her ear defenders and' },
  })
}

/** Lucian, Year 9: who is needed for adult life is settled, and two of them have written. */
export async function yearNineReview(hub: Hub, key: CaseKey): Promise<void> {
  const review = await arrange(hub, key, { by: 'idwal', on: '2026-11-04', meetingOn: '2026-12-10', starts: '2pm', how: 'in-person', place: 'Room 14, Hallowcross Academy' })
  await invite(hub, review, { by: 'idwal', on: '2026-11-06', advisers: { ifeoma: 'employment', corinne: 'independent-living' }, needs: { 'need-employment': 'yes', 'need-independent-living': 'yes', 'need-community': 'no', 'need-health': 'no' } })
  await givePart(hub, review, { by: 'ifeoma', on: '2026-11-16', whose: 'Ifeoma', more: { 'path-employment': 'A taster week in the kitchen of the Weir café in June, and a supported internship to look towards at 17.', 'path-none-independent-living': 'yes', 'path-community': 'The Saturday cooking club has a place for him.', 'path-none-health': 'yes' } })
  await givePart(hub, review, { by: 'idwal', on: '2026-11-19', whose: 'Lucian Farthingale', more: { 'view-like': '“I made soup for eleven people. They all had seconds.”', 'view-hard': '“Working out if somebody is joking.”', 'view-future': '“Chef. My own door with a bell.”', how: ['talked', 'video'], helper: 'Idwal Prosser, SENCO' } })
}

/** Wren, at home by her parents’ choice: an officer convenes, and her mother has given her part. */
export async function councilReview(hub: Hub, key: CaseKey): Promise<void> {
  hub.setNow(morningOf('2026-09-10'))
  const officer = await at(hub, 'hattie', paths.caseEducation(key))
  await send(officer, { how: 'elective-home', ...dateIn('since', '2026-07-27') }, { button: 'Record' })
  await send(await at(hub, 'hattie', paths.caseConvenor(key)), { person: demoPersonId('leona') }, { button: 'Save' })
  const review: ReviewKey = await arrange(hub, key, { by: 'leona', on: '2026-11-02', meetingOn: '2026-12-01', starts: '10am', how: 'in-person', place: 'At home, as Fenella asked' })
  await invite(hub, review, { by: 'leona', on: '2026-11-03', advisers: { jocelyn: '' } })
  await givePart(hub, review, {
    by: 'fenella', on: '2026-11-15', whose: 'Fenella',
    lines: { 'teach Wren on her own for 60 minutes': { answer: 'not-delivered', words: 'The lessons stopped when Wren left school. Nobody told us who gives them now.' } },
    more: { 'view-well': 'She reads the tide tables aloud to her father.', 'view-hopes': 'That the lessons begin again, and that she tries a week at Hallowcross in spring.' },
  })
}
