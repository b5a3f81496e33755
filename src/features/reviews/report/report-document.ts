// The report of a review as a document: one model from which the web page, the PDF and the Word file of each reader's copy are made.

import { dateWords } from '../../../domain/calendar/date-words.ts'
import type { LineAnswer } from '../../../domain/review/line-questions.ts'
import { sections, sectionTitles } from '../../../domain/plan/sections.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import type { SentLine, SentProposal, SentReport } from '../../../domain/review/sent-report.ts'
import type { Block, PrintedDocument } from '../../../platform/documents/printed-document.ts'
import { bold, bulletList, heading, paragraph, printedDocument, summaryList, table } from '../../../platform/documents/printed-document.ts'
import { answerWords, attendanceWords, childPartWords, inviteeWords, pathwayWords, proposalKindWords } from '../one-review-words.ts'

/** `reference` and `sha256` stand on every sheet, so that a stray one can be led back to what was sent. */
export function reportDocument(report: SentReport, { reference, sha256, sentOn }: { reference: string; sha256: string; sentOn: string }): PrintedDocument {
  return printedDocument({
    title: `Report of the review of the plan for ${report.childName}`, subject: 'Review of an education, health and care plan', author: report.convenor,
    headerLine: `${report.childName}, born ${dateWords(report.bornOn)}. Case number ${reference}`, footerLine: `Review of ${dateWords(report.heldOn)}. Sent ${sentOn}. Seal ${sha256.slice(0, 16)}`,
    blocks: [
      summaryList([['Child or young person', report.childName], ['Meeting', dateWords(report.heldOn)], ['Held by', report.convenor], ['Written by', report.writtenBy]]),
      ...inShort(report), ...meetingBlocks(report),
      ...(['E', 'F', 'G', 'H1', 'H2', 'B', 'C', 'D', 'A', 'I', 'J'] as const).flatMap((section) => linesBlocks(section, report.lines)),
      ...recommendationBlocks(report.proposals), ...adulthoodBlocks(report), ...viewsBlocks(report), ...paperBlocks(report),
    ],
  })
}

const paragraphs = (words: string): Block[] => (words.trim() === '' ? [] : words.split(/\n{2,}/).map((text) => paragraph(text)))
/** Where a contents list goes on the page: after what is said in short. */
export const meetingAnchor = 'the-meeting'
const sectionAnchor = (section: Section): string => `section-${section.toLowerCase()}`

/** What was found and agreed, and how many of each, before anybody reads on: a report of a long plan is long. */
function inShort({ summary, agreed, notAgreed, lines, proposals }: SentReport): Block[] {
  const counts = (isOne: (line: SentLine) => boolean): string => {
    const found = lines.filter(isOne).flatMap(({ answer }) => answer ?? [])
    return shownFirst.filter((answer) => found.includes(answer)).map((answer) => `${answerWords[answer]}: ${found.filter((one) => one === answer).length}`).join('; ')
  }
  const asked = proposals.filter(({ from }) => from !== undefined)
  const rows: [string, string][] = [
    ['Outcomes', counts(({ kind }) => kind === 'outcome')], ['Help in the plan', counts(({ kind }) => kind === 'provision')], ['All else in the plan', counts(({ kind }) => kind !== 'outcome' && kind !== 'provision')],
    ['Changes to the plan', proposals.length === 0 ? 'None asked for' : [
      ...(asked.length === 0 ? [] : [`asked for: ${asked.length}, of which this report recommends ${asked.filter(({ agrees }) => agrees === 'yes').length}`]),
      ...(asked.length === proposals.length ? [] : [`proposed by this report: ${proposals.length - asked.length}`]),
    ].join('; ').replace(/^./, (letter) => letter.toUpperCase())],
  ]
  return [
    heading(1, 'In short', 'in-short'), ...paragraphs(summary), summaryList(rows.filter(([, found]) => found !== '')),
    ...(agreed === '' ? [] : [heading(2, 'What was agreed'), ...paragraphs(agreed)]),
    ...(notAgreed === '' ? [] : [heading(2, 'What was not agreed'), ...paragraphs(notAgreed)]),
  ]
}

const shownFirst: readonly LineAnswer[] = ['not-delivered', 'ceased', 'changed', 'none', 'some', 'good', 'met', 'delivered', 'still-right']

function meetingBlocks({ attendance, othersThere, childPart, childWords }: SentReport): Block[] {
  return [
    heading(1, 'The meeting', meetingAnchor),
    table('Who was invited', ['Who', 'As', 'At the meeting'], attendance.map(({ from, part, attended }) => [from, inviteeWords[part], attended === undefined ? 'Not noted' : attendanceWords[attended]])),
    ...(othersThere === '' ? [] : [paragraph(bold('Also there: '), othersThere)]),
    ...(childPart === undefined ? [] : [paragraph(bold('The child’s part: '), childPartWords[childPart])]),
    ...(childWords === '' ? [] : [paragraph(bold('What they said or showed: '), childWords)]),
  ]
}

function linesBlocks(section: Section, all: readonly SentLine[]): Block[] {
  const lines = all.filter((line) => line.section === section && (line.answer !== undefined || line.words !== undefined || line.voices.length > 0))
  if (lines.length === 0 || !sections.includes(section)) return []
  return [heading(1, `Section ${section}: ${sectionTitles[section]}`, sectionAnchor(section)), ...lines.flatMap((line): Block[] => [
    heading(2, line.number), paragraph(line.text),
    ...(line.answer === undefined ? [] : [paragraph(bold('At this review: '), answerWords[line.answer])]),
    ...(line.words === undefined ? [] : [paragraph(line.words)]),
    ...(line.voices.length === 0 ? [] : [bulletList(line.voices.map(({ from, answer, words }) => [bold(`${from}: `), [answer === undefined ? '' : answerWords[answer], words ?? ''].filter((text) => text !== '').join('. ')]))]),
  ])]
}

function recommendationBlocks(proposals: readonly SentProposal[]): Block[] {
  return [
    heading(1, 'Recommended amendments', 'recommended-amendments'),
    ...(proposals.length === 0 ? [paragraph('No amendment of the plan is recommended, and nobody asked for one.')] : proposals.flatMap((one): Block[] => [
      heading(2, `${proposalKindWords[one.kind]}: ${one.number ?? `section ${one.section}`}`),
      paragraph(one.text === '' ? 'Take this line out of the plan.' : one.text),
      ...(one.amounts === undefined ? [] : [paragraph(bold('How much: '), one.amounts)]),
      paragraph(bold(one.from === undefined ? 'Recommended by this report.' : `Asked for by ${one.from}. `), one.agrees === 'yes' ? 'This report recommends it too.' : one.agrees === 'no' ? 'This report does not recommend it.' : ''),
      ...(one.because === undefined ? [] : [paragraph(bold('Why it is asked for: '), one.because)]),
      ...(one.differsBecause === undefined ? [] : [paragraph(bold('Why this report sees it otherwise: '), one.differsBecause)]),
    ])),
  ]
}

function adulthoodBlocks({ adulthood }: SentReport): Block[] {
  if (adulthood === undefined) return []
  return [
    heading(1, 'Getting ready for adult life', 'adult-life'), paragraph(bold('What the young person wants for their life: '), adulthood.aspirations),
    ...adulthood.pathways.flatMap(({ pathway, words, agencies }): Block[] => [
      heading(2, pathwayWords[pathway]), paragraph(words),
      ...(agencies.length === 0 ? [] : [bulletList(agencies.map((one) => [bold(`${one.from}: `), one.words ?? 'considered, nothing to add']))]),
    ]),
  ]
}

function viewsBlocks({ views }: SentReport): Block[] {
  if (views.length === 0) return []
  const names = [...new Set(views.map(({ from }) => from))]
  return [heading(1, 'Advice and views given', 'advice-and-views'), ...names.flatMap((name): Block[] => [
    heading(2, name), ...views.filter(({ from }) => from === name).map(({ question, text }) => paragraph(bold(`${question}: `), text)),
  ])]
}

/** By name: where they are opened is the page's to say. */
function paperBlocks({ attachments = [] }: SentReport): Block[] {
  return attachments.length === 0 ? [] : [heading(1, 'Papers that go with this report', 'papers'), bulletList(attachments.map(({ title }) => title))]
}
