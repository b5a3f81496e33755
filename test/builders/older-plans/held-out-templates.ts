// Forms that were written after the rules were done, to see what the rules make of a form they have not met. What they made of each at
// first contact stands in docs/how-to/bring-in-older-plans.md; the rules may since have learned from them.

import { Paragraph, TextRun } from 'docx'
import { wordsOf } from './plan-words.ts'
import type { OlderPlanFile } from './template.ts'
import { head, landscape, tableOf, Template } from './template.ts'

/** A grid for each area of need, under one heading for B, E and F; headings in boxes of one cell; facts in four columns. */
async function gridsByArea(): Promise<OlderPlanFile> {
  const plan = wordsOf('pack-03-year9-autism-pfa')
  const form = new Template()
  const box = (title: string): Template => form.table([[{ lines: [title], bold: true }]])
  form.table([['Child/Young Person’s Name:', form.say('none', plan.name), 'Date of Birth:', '30/08/2011'], ['Date of Final EHC Plan:', '21/12/2023', 'Date of Last Annual Review:', '03/11/2023'], ['Home address:', form.say('none', '12 Invented Terrace, Wendmere'), 'NHS Number:', '9990412189']])
  box('Section A: The views, interests and aspirations of the child and their parents or the young person')
  form.bold('My history').words('A', plan.parentViews).bold('What I hope for when I am older').words('A', plan.views)
  box('Sections B, E & F: Special educational needs, outcomes and provision')
  const areas = [...new Set(plan.needs.map(({ area }) => area))]
  const threadOf = (text: string) => plan.threads.find(({ need }) => need === text)
  for (const area of areas) {
    form.table([
      [{ lines: [area], bold: true, across: 3 }],
      head('What are the strengths and needs?', 'What outcomes are sought?', 'What provision will be made to meet the needs?'),
      ...plan.needs.filter((need) => need.area === area).map(({ text }) => [
        { lines: [form.say('B', text)] }, { lines: (threadOf(text)?.outcomes ?? []).map((outcome) => form.say('E', outcome)) }, { lines: (threadOf(text)?.provision ?? []).map((one) => form.say('F', one.text)), bullets: true },
      ]),
    ]).put(new Paragraph(''))
  }
  box('Section C: Health care needs which relate to SEN'); form.bullets('C', plan.of.C)
  box('Section D: Social care needs which relate to SEN or to a disability'); form.bullets('D', plan.of.D)
  box('Section G: Health care provision reasonably required by the learning difficulties or disabilities'); form.words('G', plan.of.G)
  box('Section H1: Social care provision which must be made for a child under 18 resulting from s.2 CSDPA 1970'); form.words('H1', plan.of.H1)
  box('Section H2: Any other social care provision reasonably required'); form.words('H2', plan.of.H2)
  box('Section I: The name and type of the school or other institution'); form.words('I', plan.of.I)
  box('Section J: Details of any personal budget'); form.words('J', plan.of.J)
  box('Section K: Copies of the advice and information obtained in the assessment')
  form.table([head('Advice from', 'Date', 'Appendix'), ...plan.of.K.map((text, index) => { form.say('K', text); const [who = '', ...when] = text.split(', '); return [who, when.join(', '), `K${index + 1}`] })])
  return form.file('held-out-grids', 'a grid for each area of need under one heading, headings in boxes', { section: landscape, footer: 'Page 1 of 9' })
}

/** Typed on an old machine: underlined capitals, numbers typed in front, line breaks inside one paragraph. */
async function typedNumbers(): Promise<OlderPlanFile> {
  const plan = wordsOf('pack-01-year4-slcn')
  const form = new Template()
  const underlined = (text: string): Template => form.put(new Paragraph({ children: [new TextRun({ text, underline: {} })] }))
  const numbered = (section: Parameters<Template['say']>[0], letter: string, texts: readonly string[]): void => { form.put(...texts.map((text, index) => new Paragraph(`${letter}${index + 1}. ${form.say(section, text)}`))) }
  form.put(new Paragraph({ children: [new TextRun({ text: 'WENDMERE COUNTY COUNCIL', bold: true })] }), new Paragraph('Education, Health and Care Plan'), new Paragraph('Surname: Tahsin\tForename: Rewan\tDOB: 23.2.18'), new Paragraph('Final Plan dated 3rd March 2025'))
  underlined('SECTION A: THE VIEWS, INTERESTS AND ASPIRATIONS OF THE CHILD AND HIS PARENTS')
  form.put(new Paragraph({ children: plan.of.A.map((text, index) => new TextRun({ text: form.say('A', text), ...(index === 0 ? {} : { break: 1 }) })) }))
  underlined('SECTION B: THE CHILD’S SPECIAL EDUCATIONAL NEEDS'); numbered('B', 'B', plan.of.B)
  underlined('SECTION C: HEALTH NEEDS RELATING TO SEN'); numbered('C', 'C', plan.of.C)
  underlined('SECTION D: SOCIAL CARE NEEDS'); numbered('D', 'D', plan.of.D)
  underlined('SECTION E: THE OUTCOMES SOUGHT FOR THE CHILD'); numbered('E', 'E', plan.of.E)
  underlined('SECTION F: THE SPECIAL EDUCATIONAL PROVISION REQUIRED'); numbered('F', 'F', plan.of.F)
  underlined('SECTION G: HEALTH PROVISION'); numbered('G', 'G', plan.of.G)
  underlined('SECTION H: SOCIAL CARE PROVISION')
  form.put(new Paragraph('H1: None'), new Paragraph('H2:')).words('H2', plan.of.H2)
  underlined('SECTION I: PLACEMENT')
  form.put(new Paragraph(`Name of school: ${form.say('I', plan.of.I[0] ?? '')}`), new Paragraph(`Type of school: ${form.say('I', plan.of.I[1] ?? '')}`))
  underlined('SECTION J: PERSONAL BUDGET'); form.words('J', plan.of.J)
  underlined('SECTION K: ADVICE')
  form.words('K', plan.of.K).put(new Paragraph(form.say('none', 'Signed: P. Marrable, SEN manager')))
  return form.file('held-out-typed', 'underlined capitals, numbers typed in front, line breaks in one paragraph')
}

/** A child's own plan: questions as headings, a small table for each outcome with labels down the side, a table inside a table. */
async function questionsAndCards(): Promise<OlderPlanFile> {
  const plan = wordsOf('pack-02-nursery-nonspeaking')
  const form = new Template()
  form.heading('My EHC Plan').words('none', ['This plan belongs to a child who is loved.'])
  form.heading('A. My views, interests and aspirations', 2).heading('What people like and admire about me', 3).words('A', plan.of.A.slice(0, 4)).heading('What is important to me', 3).words('A', plan.of.A.slice(4, 8)).heading('How best to support me', 3).words('A', plan.of.A.slice(8))
  form.heading('B. My special educational needs', 2)
  for (const area of new Set(plan.needs.map((need) => need.area))) form.heading(area, 3).put(tableOf([[{ lines: ['What I find hard'], bold: true }, { lines: plan.needs.filter((need) => need.area === area).map(({ text }) => form.say('B', text)) }]])).put(new Paragraph(''))
  form.heading('C. My health needs', 2).words('C', plan.of.C).heading('D. My social care needs', 2).words('D', plan.of.D)
  form.heading('E and F. My outcomes and the help I will get', 2)
  for (const [index, { outcomes, provision }] of plan.threads.entries()) {
    const [first = '', ...more] = outcomes
    form.table([
      ...(first === '' ? [] : [[{ lines: [`Outcome ${index + 1}`], bold: true }, form.say('E', first)]]), ...more.map((text) => [{ lines: ['Outcome'], bold: true }, form.say('E', text)]),
      [{ lines: ['Steps'], bold: true }, 'Small steps are set each term.'],
      ...provision.flatMap(({ text, howOften, who }) => [[{ lines: ['Provision'], bold: true }, form.say('F', text)], [{ lines: ['Who will do it'], bold: true }, who ?? 'The key worker'], [{ lines: ['How often'], bold: true }, howOften ?? 'Every day']]),
    ]).put(new Paragraph(''))
  }
  form.heading('G. Health help', 2).words('G', plan.of.G).heading('H1. Help from social care because of the Chronically Sick and Disabled Persons Act', 2).words('H1', plan.of.H1).heading('H2. Other help from social care', 2).words('H2', plan.of.H2)
  form.heading('I. My nursery', 2).words('I', plan.of.I).heading('J. Money for my help', 2).words('J', plan.of.J)
  form.heading('K. Who gave advice', 2).put(tableOf([[{ lines: [tableOf(plan.of.K.map((text) => [form.say('K', text)]))] }]]))
  return form.file('held-out-cards', 'a child’s own words as headings, a card for each outcome, a table inside a table')
}

export const heldOutTemplates: readonly (() => Promise<OlderPlanFile>)[] = [gridsByArea, typedNumbers, questionsAndCards]
