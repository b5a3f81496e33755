// Words for invented plans: what a plan for each kind of need might say, with amounts where a promise has them. Nothing here is of a real
// plan. A line says from which report it comes, by the letter of SEND Regulations 2014, reg 6(1).

import type { AdviceItem } from '../../src/domain/case-file/facts.ts'
import type { LineFields, LineKind, NeedArea, ProvisionKind } from '../../src/domain/plan/line.ts'
import type { Section } from '../../src/domain/plan/sections.ts'
import type { Need } from '../../src/population/published.ts'
import type { Random } from '../../src/population/random.ts'

export interface WordedLine {
  readonly section: Section
  readonly kind: LineKind
  readonly text: string
  readonly fields: LineFields
  readonly from: AdviceItem
}

interface NeedWords {
  readonly area: NeedArea
  /** NAME stands for the child's first name. */
  readonly needs: readonly [text: string, from: AdviceItem][]
  readonly outcomes: readonly [text: string, measure: string][]
  readonly provisions: readonly [text: string, kind: ProvisionKind, who: string, minutes: number, times: number, per: 'week' | 'term', from: AdviceItem][]
}

const communication: NeedWords = {
  area: 'communication-and-interaction',
  needs: [
    ['NAME uses short phrases and is understood by people who know them well, and by few others.', 'f'], ['NAME follows an instruction of two parts when it is shown as well as said.', 'd'],
    ['NAME finds it hard to begin play or talk with other children and often watches from the edge.', 'b'], ['Changes of the day that nobody has told NAME of lead to distress that can last for an hour.', 'b'],
  ],
  outcomes: [
    ['NAME tells an adult who is not from the class what happened today, in three linked sentences.', 'Three times in a week, noted by the class team'], ['NAME joins a game of two other children and stays for ten minutes.', 'On four days of five'],
    ['NAME moves from one activity to the next with a picture timetable and one reminder.', 'Nine changes of ten over a half term'],
  ],
  provisions: [
    ['A speech and language therapist works with NAME directly for 45 minutes, six times each term, on telling and asking.', 'therapy-direct', 'speech and language therapist', 45, 6, 'term', 'f'],
    ['A teaching assistant trained by the therapist carries out NAME’s programme for 20 minutes, four times each week.', 'programme-by-trained-adult', 'teaching assistant', 20, 4, 'week', 'f'],
    ['A teaching assistant leads a group of three children for 30 minutes, twice each week, to practise joining in.', 'teaching', 'teaching assistant', 30, 2, 'week', 'b'],
    ['The class teacher goes through the picture timetable with NAME for 10 minutes, five times each week, at the start of the day.', 'strategy', 'class teacher', 10, 5, 'week', 'b'],
  ],
}
const learning: NeedWords = {
  area: 'cognition-and-learning',
  needs: [
    ['NAME reads words of three letters and does not yet read a sentence alone.', 'b'], ['NAME keeps two things in mind at a time; the third drives out the first.', 'd'],
    ['NAME counts to twenty and adds with objects, not yet in the head.', 'b'], ['NAME needs a new skill shown again on many days before it stays.', 'd'],
  ],
  outcomes: [
    ['NAME reads a page of a chosen book aloud with four mistakes at most.', 'On three days of a week'], ['NAME adds and takes away within twenty without objects.', 'Eight of ten right, twice in a half term'],
    ['NAME carries out a task of three steps from a list of pictures.', 'Without help on four days of five'],
  ],
  provisions: [
    ['A teacher works with NAME alone for 30 minutes, three times each week, on reading by a structured programme.', 'teaching', 'teacher', 30, 3, 'week', 'b'],
    ['A teaching assistant goes over the same steps with NAME for 15 minutes, five times each week.', 'programme-by-trained-adult', 'teaching assistant', 15, 5, 'week', 'd'],
    ['An educational psychologist looks at the programme with the teacher for 60 minutes, once each term.', 'consultation', 'educational psychologist', 60, 1, 'term', 'd'],
    ['A teaching assistant teaches number with objects to a group of four for 25 minutes, three times each week.', 'teaching', 'teaching assistant', 25, 3, 'week', 'b'],
  ],
}
const feelings: NeedWords = {
  area: 'social-emotional-mental-health',
  needs: [
    ['NAME leaves the room when work is hard, on most days, and cannot yet say why.', 'b'], ['NAME is watchful with adults who are new and takes weeks to trust one.', 'd'],
    ['NAME sleeps badly and comes to school tired and quick to anger.', 'c'], ['NAME hits out when others stand close, about twice in a week.', 'b'],
  ],
  outcomes: [
    ['NAME shows a card and goes to the quiet place before things are too much.', 'Four times of five over a half term'], ['NAME stays in lessons for the whole morning.', 'On four days of five'],
    ['NAME tells a trusted adult about a quarrel on the same day.', 'Three times in a half term'],
  ],
  provisions: [
    ['A key adult meets NAME for 15 minutes, five times each week, at the start of the day.', 'adult-support', 'key adult', 15, 5, 'week', 'b'],
    ['A trained adult works with NAME on knowing and saying feelings for 40 minutes, once each week.', 'programme-by-trained-adult', 'trained adult', 40, 1, 'week', 'd'],
    ['An educational psychologist supervises the key adult for 60 minutes, twice each term.', 'consultation', 'educational psychologist', 60, 2, 'term', 'd'],
    ['A teaching assistant supports NAME in a small group for 45 minutes, four times each week.', 'teaching', 'teaching assistant', 45, 4, 'week', 'b'],
  ],
}
const body: NeedWords = {
  area: 'sensory-and-or-physical',
  needs: [
    ['NAME tires after a quarter of an hour of standing or writing.', 'c'], ['NAME misses what is said from behind and in a noisy room.', 'b'],
    ['NAME needs print of 24 point and a light that does not dazzle.', 'b'], ['NAME moves around the building with a frame and needs time at doors.', 'c'],
  ],
  outcomes: [
    ['NAME writes or types half a page without a rest.', 'On three days of a week'], ['NAME asks for words to be said again when they were not heard.', 'Every time over two weeks'],
    ['NAME goes from the classroom to the hall alone.', 'On four days of five'],
  ],
  provisions: [
    ['An occupational therapist sees NAME at school for 45 minutes, three times each term.', 'therapy-direct', 'occupational therapist', 45, 3, 'term', 'f'],
    ['A teaching assistant carries out the exercises of the therapist with NAME for 20 minutes, five times each week.', 'programme-by-trained-adult', 'teaching assistant', 20, 5, 'week', 'f'],
    ['A specialist teacher works with NAME for 60 minutes, once each week.', 'teaching', 'specialist teacher', 60, 1, 'week', 'b'],
    ['A technician checks the equipment with NAME for 10 minutes, five times each week.', 'equipment', 'technician', 10, 5, 'week', 'b'],
  ],
}

const byNeed: Readonly<Record<Need, NeedWords>> = {
  ASD: communication, SLCN: communication, SEMH: feelings, MLD: learning, SLD: learning, SPLD: learning, PMLD: learning, PD: body, HI: body, VI: body, MSI: body, OTH: learning, none: communication,
}

const views: readonly [Views, ...Views[]] = [
  ['NAME likes water, trains and being first at the door.', 'NAME’s family wants people to wait for an answer: it comes.'], ['NAME draws maps of places that are not there, and is proud of them.', 'The family would like one person to ring, and not five.'],
  ['NAME knows every bird of the park and tells you once you ask.', 'NAME’s mother hopes for friends before anything else.'], ['NAME would rather be outside.', 'At home NAME is funny and kind, and worn out after school.'],
]
type Views = readonly [child: string, family: string]

export interface WordsOptions {
  readonly name: string
  readonly need: Need
  /** The year by whose end the outcomes are looked for. */
  readonly byYear: number
  /** One line of each section and no more: a country has 700,000 plans. */
  readonly isLean: boolean
}

const longAgoWords = 'None identified.'

/** The lines of a plan but for section I, in the order of the sections; K is listed from the reports. */
export function wordsOfPlan({ name, need, byYear, isLean }: WordsOptions, random: Random): WordedLine[] {
  const { area, needs, outcomes, provisions } = byNeed[need]
  const named = (text: string): string => text.replaceAll('NAME', name)
  const some = <T>(all: readonly T[], most: number): T[] => {
    const count = isLean ? 1 : most
    const from = Math.floor(random.next() * all.length)
    return Array.from({ length: Math.min(count, all.length) }, (_, index) => all[(from + index) % all.length] as T)
  }
  const [said, family] = random.pick(views)
  const line = (section: Section, kind: LineKind, text: string, fields: LineFields, from: AdviceItem): WordedLine => ({ section, kind, text: named(text), fields, from })
  const nothing = (section: Section, from: AdviceItem): WordedLine => line(section, 'none-identified', longAgoWords, { source: from === 'c' ? 'Community Paediatrics' : from === 'e' ? 'Children’s social care' : 'The council' }, from)
  return [
    line('A', 'view', said, { whose: 'child', whoseName: name, howGathered: 'Talking with a person they know' }, 'a'),
    ...(isLean ? [] : [line('A', 'view', family, { whose: 'parent' }, 'a')]),
    ...some(needs, 3).map(([text, from]) => line('B', 'need', text, { area }, from)),
    ...(!isLean && random.chance(0.3) ? [line('C', 'need', 'NAME takes medicine at school each day and is seen by a paediatrician every six months.', {}, 'c')] : [nothing('C', 'c')]),
    ...(!isLean && random.chance(0.15) ? [line('D', 'need', 'NAME’s family has had little sleep for years and nobody who can take over for an evening.', {}, 'e')] : [nothing('D', 'e')]),
    ...some(outcomes, 2).map(([text, measure]) => line('E', 'outcome', `By July ${byYear} ${text}`, { by: `July ${byYear}`, measure }, 'd')),
    ...some(provisions, 3).map(([text, provisionKind, who, minutes, times, per, from]) =>
      line('F', 'provision', text, { provisionKind, who, minutes, times, per, checkedBy: 'SENCO', checkedWhen: 'each term' }, from)),
    nothing('G', 'c'), nothing('H1', 'e'), nothing('H2', 'e'), nothing('J', 'b'),
  ]
}
