// Nine forms by which the rules for older plans were made, each laid out in another way. Invented, after the ways in which councils
// write: see docs/how-to/bring-in-older-plans.md for what is read and what is not.

import { AlignmentType, CommentRangeEnd, CommentRangeStart, CommentReference, DeletedTextRun, ImageRun, InsertedTextRun, LevelFormat, PageBreak, Paragraph, TableOfContents, Textbox, TextRun } from 'docx'
import { wordsOf } from './plan-words.ts'
import type { OlderPlanFile } from './template.ts'
import { boldParagraph, head, landscape, Template } from './template.ts'

/** Letters and full titles in heading styles, areas of need as headings inside, lists, header and footer. */
async function lettersAndStyles(): Promise<OlderPlanFile> {
  const plan = wordsOf('pack-01-year4-slcn')
  const form = new Template()
  form.heading(`Education, Health and Care Plan for ${plan.name}`).words('none', ['Name: Rewan Tahsin', 'Date of birth: 23 February 2018', 'Date of this plan: 3 March 2025', 'Date plan first made: 14 May 2023'])
  form.heading(`Section A: The views, interests and aspirations of ${plan.name} and his parents`).heading('Rewan’s views', 2).words('A', plan.views).heading('His parents’ views', 2).words('A', plan.parentViews)
  form.heading('Section B: The child or young person’s special educational needs (SEN)')
  for (const area of new Set(plan.needs.map((need) => need.area))) form.heading(area, 2).bullets('B', plan.needs.filter((need) => need.area === area).map(({ text }) => text))
  form.heading('Section C: Health needs which relate to their SEN').words('C', plan.of.C).heading('Section D: Social care needs which relate to their SEN').words('D', plan.of.D)
  form.heading('Section E: The outcomes sought').bullets('E', plan.of.E).heading('Section F: The special educational provision required').bullets('F', plan.of.F)
  form.heading('Section G: Any health provision reasonably required').bullets('G', plan.of.G)
  form.heading('Section H1: Social care provision which must be made under section 2 of the Chronically Sick and Disabled Persons Act 1970').words('H1', ['None identified.'])
  form.heading('Section H2: Any other social care provision reasonably required').bullets('H2', plan.of.H2).heading('Section I: Placement').words('I', plan.of.I)
  form.heading('Section J: Personal budget').words('J', plan.of.J).heading('Section K: Advice and information').bullets('K', plan.of.K)
  return form.file('letters-and-styles', 'letters and titles in heading styles, lists, header and footer', { header: 'Rewan Tahsin, date of birth 23 February 2018', footer: 'Wendmere County Council. Official sensitive' })
}

/** No styles at all: bold capitals, typed bullets, no numbers. */
async function boldAlone(): Promise<OlderPlanFile> {
  const plan = wordsOf('pack-02-nursery-nonspeaking')
  const form = new Template()
  const typed = (section: Parameters<Template['say']>[0], texts: readonly string[]): void => { form.put(...texts.map((text) => new Paragraph(`• ${form.say(section, text)}`))) }
  form.bold('EDUCATION, HEALTH AND CARE PLAN').words('none', [`Name of child: ${plan.name}`, 'D.O.B. 12/07/2021', 'Date issued: 09.06.25', 'Confidential. Do not copy without permission.'])
  form.bold('SECTION A – VIEWS, INTERESTS AND ASPIRATIONS').words('A', plan.of.A).bold('SECTION B – SPECIAL EDUCATIONAL NEEDS')
  for (const area of new Set(plan.needs.map((need) => need.area))) { form.bold(area); typed('B', plan.needs.filter((need) => need.area === area).map(({ text }) => text)) }
  form.bold('SECTION C – HEALTH NEEDS'); typed('C', plan.of.C); form.bold('SECTION D – SOCIAL CARE NEEDS'); typed('D', plan.of.D)
  form.bold('SECTION E – OUTCOMES'); typed('E', plan.of.E); form.bold('SECTION F – SPECIAL EDUCATIONAL PROVISION'); typed('F', plan.of.F)
  form.bold('SECTION G – HEALTH PROVISION'); typed('G', plan.of.G); form.bold('SECTION H1 – SOCIAL CARE PROVISION (CSDPA 1970)'); typed('H1', plan.of.H1); form.bold('SECTION H2 – OTHER SOCIAL CARE PROVISION'); typed('H2', plan.of.H2)
  form.bold('SECTION I – PLACEMENT').words('I', plan.of.I).bold('SECTION J – PERSONAL BUDGET').words('J', plan.of.J).bold('SECTION K – ADVICE AND INFORMATION'); typed('K', plan.of.K)
  form.bold('SIGNED ON BEHALF OF THE COUNCIL').words('none', ['Designated officer: P. Marrable'])
  return form.file('bold-alone', 'no styles: bold capitals and typed bullets')
}

/** Landscape: one table joins need, outcome and provision in each row, needs merged over several. */
async function threeColumns(): Promise<OlderPlanFile> {
  const plan = wordsOf('pack-03-year9-autism-pfa')
  const form = new Template()
  form.bold(`EHC Plan: ${plan.name}`).words('none', ['Final plan 20 November 2023'])
  form.bold('Section A – Views, interests and aspirations').words('A', plan.of.A).bold('Section I – Placement').words('I', plan.of.I)
  form.bold('Sections B, E and F – needs, outcomes and provision')
  form.table([head('Special educational needs', 'Outcomes sought', 'Special educational provision'), ...plan.threads.flatMap(({ need, outcomes, provision }) => {
    const rows = Math.max(1, outcomes.length)
    return Array.from({ length: rows }, (_, index) => [
      ...(index === 0 ? [{ lines: [form.say('B', need)], ...(rows > 1 ? { down: rows } : {}) }] : []),
      { lines: outcomes.slice(index, index + 1).map((text) => form.say('E', text)) },
      { lines: (index === 0 ? provision.slice(0, rows > 1 ? 1 : 3) : provision.slice(1)).map(({ text }) => form.say('F', text)) },
    ])
  })])
  form.bold('Section C and G – health')
  form.table([head('Health need', 'Health provision'), ...plan.of.C.map((need, index) => [form.say('C', need), { lines: plan.of.G.slice(index * 2, index * 2 + 2).map((text) => form.say('G', text)) }])])
  form.bold('Section D – Social care needs').words('D', plan.of.D).bold('Section H1').words('H1', plan.of.H1).bold('Section H2').words('H2', plan.of.H2)
  form.bold('Section J – Direct payments').words('J', plan.of.J).bold('Section K – Appendices').table([head('Author', 'Date'), ...plan.of.K.map((text) => { form.say('K', text); const [author = '', ...date] = text.split(', '); return [author, date.join(', ')] })])
  return form.file('three-columns', 'landscape, need, outcome and provision in one table with merged cells, another order', { section: landscape })
}

/** Everything is a table: a shaded row opens each section; provision has who and how often in columns. */
async function formOfTables(): Promise<OlderPlanFile> {
  const plan = wordsOf('pack-01-year4-slcn')
  const form = new Template()
  form.table([[{ lines: ['Child’s details'], bold: true, across: 2 }], ['Name', form.say('none', plan.name)], ['Date of birth', '23/02/2018'], ['UPN', 'M001900121014'], ['Date of first EHC plan', '14/05/2023'], ['Date of final plan', '03/03/2025'], ['Date of last review', '20/01/2025']])
  const box = (title: string, rows: Parameters<Template['table']>[0]): void => { form.table([[{ lines: [title], bold: true, across: 4 }], ...rows]).put(new Paragraph('')) }
  const whole = (section: Parameters<Template['say']>[0], texts: readonly string[]) => [[{ lines: texts.map((text) => form.say(section, text)), across: 4 }]]
  box('Section A: Views, interests and aspirations', whole('A', plan.of.A))
  box('Section B: Special Educational Needs', [[{ lines: ['Area of need'], bold: true }, { lines: ['Strengths and needs'], bold: true, across: 3 }], ...[...new Set(plan.needs.map(({ area }) => area))].map((area) => [area, { lines: plan.needs.filter((need) => need.area === area).map(({ text }) => form.say('B', text)), across: 3 }])])
  box('Section C: Health Needs', whole('C', plan.of.C))
  box('Section D: Social Care Needs', whole('D', plan.of.D))
  box('Section E: Outcomes', [head('Outcome', 'By when', 'How we will know', 'Steps'), ...plan.of.E.map((text, index) => [form.say('E', text), 'July 2027', `Seen in ${index + 3} of 10 lessons`, 'Practised each day with an adult'])])
  box('Section F: Special Educational Provision', [head('Provision', 'Provided by', 'How often', 'Reviewed by'), ...plan.provision.map(({ text, who = 'Class teacher', howOften = 'Each week' }) => [form.say('F', text), who, howOften, 'The SENCO, each term'])])
  box('Section G: Health Provision', whole('G', plan.of.G))
  box('Section H: Social Care Provision', [[{ lines: ['H1: Provision under the Chronically Sick and Disabled Persons Act 1970'], bold: true, across: 4 }], ...whole('H1', ['Not applicable']), [{ lines: ['H2: Any other social care provision'], bold: true, across: 4 }], ...whole('H2', plan.of.H2)])
  box('Section I: Placement', [['Name of school', { lines: [form.say('I', plan.of.I[0] ?? '')], across: 3 }], ['Type of school', { lines: [form.say('I', plan.of.I[1] ?? '')], across: 3 }]])
  box('Section J: Personal Budget', whole('J', plan.of.J))
  box('Section K: Advice and Information', whole('K', plan.of.K))
  return form.file('form-of-tables', 'a table for each section with its heading in a row, provision with who and how often in columns')
}

/** Headings in text boxes, two columns on the page. */
async function textBoxes(): Promise<OlderPlanFile> {
  const plan = wordsOf('pack-02-nursery-nonspeaking')
  const form = new Template()
  const box = (text: string): Template => form.put(new Textbox({ style: { width: '400pt', height: 'auto' }, children: [new Paragraph({ children: [new TextRun(text)], alignment: AlignmentType.CENTER })] }))
  box(`My Education, Health and Care Plan`)
  box('Section A. My views, interests and aspirations and those of my family').words('A', plan.of.A)
  box('Section B. My special educational needs').words('B', plan.of.B)
  box('Section C. My health needs').words('C', plan.of.C)
  box('Section D. My social care needs').words('D', plan.of.D)
  box('Section E. My outcomes').words('E', plan.of.E)
  box('Section F. Special educational provision').words('F', plan.of.F)
  box('Section G. Health provision').words('G', plan.of.G)
  box('Section H1. Social care provision under the 1970 Act').words('H1', plan.of.H1)
  box('Section H2. Other social care provision').words('H2', plan.of.H2)
  box('Section I. School or other setting').words('I', plan.of.I)
  box('Section J. Personal budget').words('J', plan.of.J)
  box('Section K. Advice and information gathered').words('K', plan.of.K)
  return form.file('text-boxes', 'headings in text boxes, two columns on the page', { section: { column: { count: 2, space: 400 } } })
}

/** "Part B": the letters are counted by Word and stand in no text; a contents list in front. */
async function countedParts(): Promise<OlderPlanFile> {
  const plan = wordsOf('pack-03-year9-autism-pfa')
  const form = new Template()
  const part = (text: string): Template => form.put(new Paragraph({ children: [new TextRun({ text, bold: true })], numbering: { reference: 'parts', level: 0 } }))
  form.put(boldParagraph('Education Health and Care Plan'), new Paragraph(`Young person: ${form.say('none', plan.name)}`), new Paragraph('Born: 30 August 2011'), new Paragraph('Plan issued: 4th December 2023'))
  form.put(new TableOfContents('Contents'), new Paragraph('Views and aspirations\t2'), new Paragraph('Special educational needs\t3'), new Paragraph('Outcomes\t5'), new Paragraph({ children: [new PageBreak()] }))
  part('The views, interests and aspirations of the young person and family').words('A', plan.of.A)
  part('Special educational needs').words('B', plan.of.B)
  part('Health needs').words('C', plan.of.C)
  part('Social care needs').words('D', plan.of.D)
  part('Outcomes').words('E', plan.of.E)
  part('Special educational provision')
  for (const { text, who = 'a teaching assistant', howOften = 'each week' } of plan.provision) form.words('F', [text]).put(new Paragraph(`Who: ${who}`), new Paragraph(`How often: ${howOften}`))
  part('Health provision').words('G', plan.of.G)
  part('Social care provision').bold('Under section 2 of the Chronically Sick and Disabled Persons Act 1970').words('H1', plan.of.H1).bold('Any other social care provision').words('H2', plan.of.H2)
  part('Placement').words('I', plan.of.I)
  part('Personal budget').words('J', plan.of.J)
  part('Advice and information').words('K', plan.of.K)
  return form.file('counted-parts', '“Part B” counted by Word, a contents list, who and how often in lines under the provision', {
    numbering: { config: [{ reference: 'parts', levels: [{ level: 0, format: LevelFormat.UPPER_LETTER, text: 'Part %1:', alignment: AlignmentType.START }] }] },
  })
}

/** No letters: friendly titles. Tracked changes and a comment. */
async function friendlyTitles(): Promise<OlderPlanFile> {
  const plan = wordsOf('pack-01-year4-slcn')
  const form = new Template()
  form.heading('Rewan Tahsin’s Education, Health and Care Plan').heading('All about me', 2).words('A', plan.views).heading('Hopes and aspirations of my family', 2).words('A', plan.parentViews)
  form.heading('My special educational needs', 2)
  const [first = '', ...rest] = plan.of.B
  form.put(new Paragraph({ children: [new TextRun(form.say('B', first)), new DeletedTextRun({ id: 1, author: 'A writer', date: '2025-01-01T00:00:00Z', text: ' He is shy.' }), new InsertedTextRun({ id: 2, author: 'A writer', date: '2025-01-01T00:00:00Z', text: ' This was added at the review.' })] }))
  form.words('B', rest).heading('My health needs', 2).words('C', plan.of.C).heading('My social care needs', 2).words('D', plan.of.D)
  form.heading('The outcomes we want', 2).words('E', plan.of.E).heading('Educational provision', 2).words('F', plan.of.F.slice(1))
  form.put(new Paragraph({ children: [new CommentRangeStart(0), new TextRun(form.say('F', plan.of.F[0] ?? '')), new CommentRangeEnd(0), new TextRun({ children: [new CommentReference(0)] })] }))
  form.heading('Health provision', 2).words('G', plan.of.G).heading('Social care provision', 2).heading('Provision under the Chronically Sick and Disabled Persons Act', 3).words('H1', ['Rewan does not have any needs under this Act.'])
  form.heading('Other social care provision', 3).words('H2', plan.of.H2).heading('Name and type of school', 2).words('I', plan.of.I).heading('Personal budget', 2).words('J', plan.of.J)
  form.heading('Reports used to write this plan', 2).bullets('K', plan.of.K)
  return form.file('friendly-titles', 'no letters, friendly titles, tracked changes and a comment', { comments: { children: [{ id: 0, author: 'A writer', date: new Date('2025-01-01'), children: [new Paragraph('Is this still so?')] }] } })
}

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** The letter in one column, the words in the other, in another order, with empty sections, a picture and tick boxes. */
async function letterColumn(): Promise<OlderPlanFile> {
  const plan = wordsOf('pack-02-nursery-nonspeaking')
  const form = new Template()
  form.put(new Paragraph({ children: [new ImageRun({ type: 'png', data: dot, transformation: { width: 20, height: 20 } }), new TextRun('Tarn Valley Council')] }))
  form.put(new Paragraph(form.say('none', 'This plan is kept by the SEND team and looked at every year.')))
  const row = (letter: string, title: string, section: Parameters<Template['say']>[0], texts: readonly string[]) => [{ lines: [letter], bold: true }, { lines: [title], bold: true }, { lines: texts.map((text) => form.say(section, text)) }]
  form.table([
    row('A', 'Views, interests and aspirations', 'A', plan.of.A), row('I', 'Placement', 'I', plan.of.I), row('B', 'Special educational needs', 'B', plan.of.B), row('F', 'Special educational provision', 'F', plan.of.F), row('E', 'Outcomes', 'E', plan.of.E),
    row('C', 'Health needs', 'C', plan.of.C), row('G', 'Health provision', 'G', plan.of.G), row('D', 'Social care needs', 'D', plan.of.D), row('H1', 'Social care provision: Chronically Sick and Disabled Persons Act', 'H1', plan.of.H1), row('H2', 'Other social care provision', 'H2', plan.of.H2), row('J', 'Personal budget', 'J', []), row('K', 'Advice and information', 'K', plan.of.K),
  ])
  form.words('none', ['☑ The parents have had a copy of this plan']).bold('How to disagree').words('none', ['You can appeal to the Tribunal within two months.'])
  return form.file('letter-column', 'letter, title and words side by side, another order, empty sections, a picture, tick boxes')
}

/** E and F together: each outcome with its provision under it. */
async function outcomeByOutcome(): Promise<OlderPlanFile> {
  const plan = wordsOf('pack-03-year9-autism-pfa')
  const form = new Template()
  form.heading(`Education, Health and Care Plan: ${plan.name}`).heading('Section A – Aspirations').words('A', plan.of.A).heading('Section B – SEN').words('B', plan.of.B)
  form.heading('Section C – Health needs').words('C', plan.of.C).heading('Section D – Social care needs').words('D', plan.of.D).heading('Sections E and F – Outcomes and provision')
  for (const [index, { outcomes, provision }] of plan.threads.entries()) {
    form.bold(`Outcome ${index + 1}`).words('E', outcomes).bold('Provision to meet this outcome').bullets('F', provision.map(({ text }) => text))
  }
  form.heading('Section G – Health provision').bullets('G', plan.of.G).heading('Section H – Social care provision').bold('H1').words('H1', plan.of.H1).bold('H2').words('H2', plan.of.H2)
  form.heading('Section I – School').words('I', plan.of.I).heading('Section J – Personal budget').words('J', plan.of.J).heading('Section K – Advice').words('K', plan.of.K)
  return form.file('outcome-by-outcome', 'E and F together: the provision under each outcome')
}

export const olderPlanTemplates: readonly (() => Promise<OlderPlanFile>)[] = [lettersAndStyles, boldAlone, threeColumns, formOfTables, textBoxes, countedParts, friendlyTitles, letterColumn, outcomeByOutcome]
