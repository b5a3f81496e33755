// Three more forms, written before anybody of this round had read the rules and after how the published forms of English councils are laid
// out. What the rules made of each at first contact stands in docs/evidence.md; the rules may since have learned from them.

import { Paragraph, Textbox, TextRun } from 'docx'
import type { Section } from '../../../src/domain/plan/sections.ts'
import { wordsOf } from './plan-words.ts'
import type { OlderPlanFile } from './template.ts'
import { boldParagraph, head, landscape, Template, type Cell } from './template.ts'

/** A city's form: what is working beside what is not, for needs; then, for each area, its outcomes and its support in one table with the sections' names in rows across it. */
async function workingAndNotWorking(): Promise<OlderPlanFile> {
  const plan = wordsOf('pack-01-year4-slcn')
  const form = new Template()
  const areas = [...new Set(plan.needs.map(({ area }) => area))]
  form.put(new Paragraph({ alignment: 'center', children: [new TextRun({ text: 'EDUCATION, HEALTH & CARE PLAN', bold: true, size: 36 })] }), new Paragraph({ alignment: 'center', children: [new TextRun({ text: `for ${plan.name}`, bold: true })] }))
  form.words('none', ['This Education, Health and Care Plan (EHC Plan) is made on 3 March 2025 by Wendmere City Council (‘the authority’).'])
  form.table([[{ lines: ['PERSONAL DETAILS'], bold: true, across: 2 }], ['CHILD / YOUNG PERSON Name:', plan.name], ['Date of Birth:', '23/02/2018'], ['Home Language:', 'English'], ['Educational Placement during assessment:', form.say('none', 'Netherfell Infant School')], ['Unique Pupil Number (UPN):', ''], ['Child’s parents or guardian (with parental responsibility)', form.say('none', 'Mr and Mrs Tahsin')]])
  form.table([[{ lines: ['SECTION A: MY PROFILE'], bold: true }], [{ lines: [boldParagraph('MY BACKGROUND'), ...plan.parentViews.map((text) => form.say('A', text))] }], [{ lines: [boldParagraph('WHAT I WANT TO TELL YOU'), ...plan.views.map((text) => form.say('A', text))] }], [{ lines: [boldParagraph('MY CURRENT SUPPORT'), form.say('A', 'Since nursery Rewan has had a visual timetable and a keyworker who knows him well.')] }]])
  form.put(new Paragraph(''))
  const beside = (section: Section, title: string, working: string, needs: readonly string[]): Cell[][] => [
    [{ lines: [title], bold: true, across: 2 }], head('What is working (Strengths / Resources)', 'What is not working so well (Needs / Concerns)'),
    [{ lines: [form.say(section, working)] }, { lines: needs.map((text) => form.say(section, text)), bullets: true }],
  ]
  form.table([[{ lines: ['SECTION B: SPECIAL EDUCATIONAL NEEDS'], bold: true, across: 2 }], ...areas.flatMap((area, index) => beside('B', area.toUpperCase(), [
    'Rewan enjoys talking about animals with people he trusts.', 'He remembers what he has seen very well indeed.', 'He is kind to younger children at break.', 'He rides a bicycle without stabilisers.', 'He likes to be busy.',
  ][index] ?? 'He likes company.', plan.needs.filter((need) => need.area === area).map(({ text }) => text)))])
  form.put(new Paragraph(''))
  form.table(beside('C', 'SECTION C: HEALTH NEEDS', 'Rewan is a healthy boy who sleeps through the night.', plan.of.C)).put(new Paragraph(''))
  form.table(beside('D', 'SECTION D: SOCIAL CARE NEEDS', 'The family is close and has grandparents nearby.', plan.of.D)).put(new Paragraph(''))
  form.bold('OUTCOMES AND SUPPORT PLAN').words('none', ['Please see the Local Offer for information on the range of targeted services available to help Rewan to succeed and achieve.'])
  const joined = plan.threads.flatMap(({ outcomes }) => outcomes)
  for (const area of areas) {
    const threads = plan.threads.filter(({ need }) => plan.needs.some((one) => one.area === area && one.text === need))
    const outcomes = [...threads.flatMap((thread) => thread.outcomes), ...(area === areas[0] ? plan.of.E.filter((text) => !joined.includes(text)) : [])]
    form.table([
      [{ lines: [area.toUpperCase()], bold: true, across: 4 }],
      [{ lines: ['Section E – Desired Outcomes'], bold: true, across: 4 }],
      ...outcomes.map((text, index): Cell[] => [{ lines: [index === 0 ? 'Long Term Aim(s):' : 'Short Term Outcome (1 Year):'], bold: true }, { lines: [form.say('E', text)], across: 3 }]),
      [{ lines: ['Section F – Special Educational Provision'], bold: true, across: 4 }],
      head('What needs to happen', 'Who will do it', 'How much / how often', 'When will it start'),
      ...threads.flatMap(({ provision }) => provision).map(({ text, who, howOften }): Cell[] => [form.say('F', text), who ?? 'School staff', howOften ?? 'Daily', 'With effect from this plan']),
    ]).put(new Paragraph(''))
  }
  form.table([[{ lines: ['Section G – Health Provision'], bold: true, across: 3 }], head('What needs to happen', 'Who will do it', 'How much / how often'), ...plan.of.G.map((text): Cell[] => [form.say('G', text), 'NHS Wendmere', 'As stated'])]).put(new Paragraph(''))
  form.table([
    [{ lines: ['Section H1 – Social Care Provision (Chronically Sick and Disabled Persons Act 1970)'], bold: true }], [{ lines: ['None required'] }],
    [{ lines: ['Section H2 – Any Other Social Care Provision'], bold: true }], [{ lines: plan.of.H2.map((text) => form.say('H2', text)) }],
  ]).put(new Paragraph(''))
  form.table([[{ lines: ['SECTION I: PLACEMENT'], bold: true, across: 2 }], ['Name of school / setting', form.say('I', plan.of.I[0] ?? '')], ['Type of school / setting', form.say('I', plan.of.I[1] ?? '')], [{ lines: ['SECTION J: PERSONAL BUDGET'], bold: true, across: 2 }], [{ lines: plan.of.J.map((text) => form.say('J', text)), across: 2 }]]).put(new Paragraph(''))
  form.table([[{ lines: ['SECTION K: ADVICE AND INFORMATION'], bold: true, across: 2 }], ...plan.of.K.map((text, index): Cell[] => [`${index + 1}`, form.say('K', text)])])
  form.words('none', ['Signed on behalf of Wendmere City Council by a duly authorised officer'])
  return form.file('again-working-or-not', 'what works beside what does not; outcomes and support for each area in one table, sections named in rows across', { footer: 'OFFICIAL – SENSITIVE' })
}

/** Numbered bold paragraphs under parts, the letter in brackets at the end, provision before outcomes, a key to the sections in front and notes for the writer under each heading. */
async function numberedParts(): Promise<OlderPlanFile> {
  const plan = wordsOf('pack-02-nursery-nonspeaking')
  const form = new Template()
  const note = (text: string): Template => form.put(new Paragraph({ children: [new TextRun({ text: form.say('none', text), italics: true, size: 16 })] }))
  const part = (text: string): Template => form.put(new Paragraph({ children: [new TextRun({ text, bold: true, size: 32 })] }))
  form.bold('Education, Health and Care Plan').table([['Name:', plan.name, 'Date of birth:', '12 July 2021'], ['Initial plan date:', '9 June 2025', 'Current plan date:', '9 June 2025']]).put(new Paragraph(''))
  form.bold('Understanding the content of EHC plans')
  form.table([head('Section label', 'What the section must include'), ...([
    ['SECTION A', 'The views, interests and aspirations of the child and his or her parents or the young person.'], ['SECTION B', 'The child or young person’s special educational needs.'],
    ['SECTION C', 'The child or young person’s health needs which are related to their SEN.'], ['SECTION D', 'The child or young person’s social care needs which are related to their SEN.'],
    ['SECTION E', 'The outcomes sought for the child or the young person, including outcomes for adult life.'], ['SECTION F', 'The special educational provision required by the child or the young person.'],
    ['SECTION G', 'Any health provision reasonably required by the learning difficulties or disabilities.'], ['SECTION H1', 'Any social care provision which must be made for a child under 18 resulting from section 2 of the 1970 Act.'],
    ['SECTION H2', 'Any other social care provision reasonably required.'], ['SECTION I', 'The name and type of the school, nursery or other institution.'],
    ['SECTION J', 'Where there is a personal budget, how it will support particular outcomes.'], ['SECTION K', 'The advice and information gathered during the assessment.'],
  ] as const).map(([letter, meaning]): Cell[] => [letter, form.say('none', meaning)])]).put(new Paragraph(''))
  part('Part 1: Who am I and what is in my plan?').bold('1.1 Who I am').words('A', plan.of.A.slice(0, 4))
  note('This space can be personalised by the child or family, for example with photos or drawings.')
  form.bold('1.2 What is important to me and for me').words('A', plan.of.A.slice(4, 8)).bold('1.3 My family’s views and hopes').words('A', plan.of.A.slice(8))
  part('Part 2: My needs').bold('2.1 My special educational needs (Section B)')
  note('All identified special educational needs must be included. Start each with what the child can do.')
  for (const [index, area] of [...new Set(plan.needs.map((need) => need.area))].entries()) form.put(new Paragraph({ children: [new TextRun({ text: `2.1.${index + 1} ${area}`, bold: true })] })).bullets('B', plan.needs.filter((need) => need.area === area).map(({ text }) => text))
  form.bold('2.2 My health needs (Section C)').bullets('C', plan.of.C).bold('2.3 My social care needs (Section D)').bullets('D', plan.of.D)
  part('Part 3: My support and what it is for').bold('3.1 The support I must have to learn (Section F)')
  note('Provision must be detailed and specific and should normally be quantified.')
  form.put(...plan.of.F.map((text, index) => new Paragraph({ children: [new TextRun({ text: `F${index + 1}\t`, bold: true }), new TextRun(form.say('F', text))] })))
  form.bold('3.2 The support I must have for my health (Section G)').put(...plan.of.G.map((text, index) => new Paragraph({ children: [new TextRun({ text: `G${index + 1}\t`, bold: true }), new TextRun(form.say('G', text))] })))
  form.bold('3.3 The support I must have from social care (Sections H1 and H2)')
  form.put(new Paragraph({ children: [new TextRun({ text: 'H1 ', bold: true }), new TextRun('Provision under section 2 of the Chronically Sick and Disabled Persons Act 1970')] })).words('H1', plan.of.H1)
  form.put(new Paragraph({ children: [new TextRun({ text: 'H2 ', bold: true }), new TextRun('Other social care provision')] })).words('H2', plan.of.H2)
  form.bold('3.4 What I want to achieve (Section E)')
  note('Outcomes are personal and not expressed from the view of a service.')
  form.put(...plan.of.E.map((text, index) => new Paragraph({ children: [new TextRun({ text: `Outcome ${index + 1}: `, bold: true }), new TextRun(form.say('E', text))] })))
  form.words('none', ['Shorter-term targets are set by the setting each term and are not part of this plan.'])
  part('Part 4: Arrangements').bold('4.1 Where I will go to learn (Section I)').table([['Setting', form.say('I', plan.of.I[0] ?? '')], ['Type', form.say('I', plan.of.I[1] ?? '')]])
  form.bold('4.2 Personal budget (Section J)').words('J', plan.of.J).bold('4.3 Who has helped to write this plan (Section K)')
  form.table([head('Appendix', 'Role and date'), ...plan.of.K.map((text, index): Cell[] => [`Appendix ${index + 1}`, form.say('K', text)])])
  form.bold('4.4 How this plan will be reviewed').words('none', ['The first review must be held within twelve months of the date when the plan was issued.'])
  return form.file('again-numbered-parts', 'numbered bold paragraphs, the letter in brackets behind, F before E, a key to the sections in front', { header: 'My EHC plan version 3', footer: 'Page 2 of 30' })
}

/** A border county's form: two languages in its headings, landscape, headings in text boxes, and an action plan in which a column says to which section each provision belongs. */
async function borderActionPlan(): Promise<OlderPlanFile> {
  const plan = wordsOf('pack-03-year9-autism-pfa')
  const form = new Template()
  const box = (text: string): Template => form.put(new Textbox({ style: { width: '500pt', height: '30pt' }, children: [boldParagraph(text)] }))
  form.table([[{ lines: [boldParagraph('Cynllun Addysg, Iechyd a Gofal'), boldParagraph('Education, Health and Care Plan')] }, { lines: [form.say('none', 'Marches of Wendmere Council')] }]])
  form.table([[{ lines: ['Name / Enw'], bold: true }, plan.name, { lines: ['Date of birth / Dyddiad geni'], bold: true }, '30.08.2011'], [{ lines: ['Plan first issued'], bold: true }, '20.11.2021', { lines: ['This version'], bold: true }, '21.12.2023']])
  box('Adran A / Section A – Barn, diddordebau a dyheadau / Views, interests and aspirations')
  form.table([head('Fi / Me', 'Fy rhieni / My parents'), [{ lines: plan.views.map((text) => form.say('A', text)) }, { lines: plan.parentViews.map((text) => form.say('A', text)) }]])
  box('Adran B / Section B – Anghenion addysgol arbennig / Special educational needs')
  const areas = [...new Set(plan.needs.map((need) => need.area))]
  form.table([head('Area', 'Ref', 'Description of need'), ...areas.flatMap((area) => plan.needs.filter((need) => need.area === area).map(({ text }, index, all): Cell[] => [
    ...(index === 0 ? [{ lines: [area], bold: true, down: all.length }] : []), `B${plan.needs.findIndex((need) => need.text === text) + 1}`, { lines: [form.say('B', text)] },
  ]))])
  box('Adran C / Section C – Anghenion iechyd / Health needs')
  form.table([head('Ref', 'Description of need'), ...plan.of.C.map((text, index): Cell[] => [`C${index + 1}`, form.say('C', text)])])
  box('Adran D / Section D – Anghenion gofal cymdeithasol / Social care needs')
  form.table([head('Ref', 'Description of need'), ...plan.of.D.map((text, index): Cell[] => [`D${index + 1}`, form.say('D', text)])])
  box('Adrannau E, F, G, H / Sections E, F, G and H – Cynllun gweithredu / Action plan')
  const joined = new Set(plan.threads.flatMap((thread) => [...thread.outcomes, ...thread.provision.map(({ text }) => text)]))
  const rest = plan.of.F.filter((text) => !joined.has(text))
  const provisionRows = (section: Section, texts: readonly string[]): Cell[][] => texts.map((text) => [section, { lines: [form.say(section, text)] }, 'As set out', 'Each term'])
  const blocks = plan.threads.filter(({ outcomes, provision }) => outcomes.length > 0 && provision.length > 0)
  for (const [index, { need, outcomes, provision }] of blocks.entries()) {
    const last = index === blocks.length - 1
    const rows: Cell[][] = [
      ...provisionRows('F', [...provision.map(({ text }) => text), ...(last ? rest : [])]),
      ...(index === 0 ? provisionRows('G', plan.of.G) : []), ...(last ? [...provisionRows('H1', plan.of.H1), ...provisionRows('H2', plan.of.H2)] : []),
    ]
    form.table([
      [{ lines: ['Outcome (Section E)'], bold: true }, { lines: outcomes.map((text) => form.say('E', text)), across: 3 }],
      [{ lines: ['Need(s) met'], bold: true }, { lines: [`B${plan.needs.findIndex(({ text }) => text === need) + 1}`], across: 3 }],
      head('Section', 'What will be provided', 'Provided by', 'Reviewed'), ...rows,
    ]).put(new Paragraph(''))
  }
  box('Adran I / Section I – Lleoliad / Placement'); form.words('I', plan.of.I)
  box('Adran J / Section J – Cyllideb bersonol / Personal budget'); form.words('J', plan.of.J)
  box('Adran K / Section K – Cyngor a gwybodaeth / Advice and information')
  form.table([head('Ref', 'Advice', 'Attached'), ...plan.of.K.map((text, index): Cell[] => [`K${index + 1}`, form.say('K', text), 'Yes'])])
  return form.file('again-border-county', 'two languages, headings in text boxes, an action plan whose column says the section of each provision', { section: landscape, footer: 'Cyfrinachol / Confidential' })
}

export const heldOutAgain: readonly (() => Promise<OlderPlanFile>)[] = [workingAndNotWorking, numberedParts, borderActionPlan]
