// The plan as a document: one model from which the web page, the PDF and the Word file are made, for a draft as served and
// for a final plan as issued. Each section of reg 12(1) stands under its own heading, also where it says little.

import { dateWords } from '../../domain/calendar/date-words.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { whoAndWhen } from '../../domain/plan/advice-words.ts'
import type { AdviceId } from '../../domain/ids.ts'
import type { Element } from '../../domain/notice/required-content.ts'
import type { NoticeParagraph } from '../../domain/notice/notice.ts'
import type { IssuedVersion } from '../../domain/plan/freeze.ts'
import { lineNumbers } from '../../domain/plan/line-numbers.ts'
import { linesOfSection } from '../../domain/plan/plan-order.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { sections, sectionTitles } from '../../domain/plan/sections.ts'
import { neighboursOf } from '../../domain/plan/thread.ts'
import type { Block, PrintedDocument } from '../../platform/documents/printed-document.ts'
import { bold, heading, notice, paragraph, printedDocument, summaryList } from '../../platform/documents/printed-document.ts'
import type { CaseFile } from '../open-case-file.ts'
import { listSectionK } from './plan-content.ts'
import type { LineSurroundings } from './plan-line-blocks.ts'
import { lineBlocks } from './plan-line-blocks.ts'
import type { Tx } from '../tx.ts'

export interface PlanPrinting {
  /** The case's own number: on every sheet, so that a stray one can be traced. */
  readonly reference: string
  /** Hash of the frozen text: proves which words were issued. */
  readonly sha256: string
  /** Which report of the version's list each cited report is, by place in that list. */
  readonly adviceIds: readonly AdviceId[]
  /** Of a draft: the last day on which the family may answer. */
  readonly answerBy?: PlainDate
  /** Of a final plan: the last day to appeal, and the paragraphs of the notice that say how. */
  readonly appeal?: { readonly by: PlainDate; readonly paragraphs: readonly NoticeParagraph[] }
  readonly askWho?: string
  readonly largePrint?: boolean
}

/** Elements of the notice that stand in the plan too, so that nobody must find the letter to know what can be done. */
const appealElements: ReadonlySet<Element> = new Set<Element>([
  'right-to-appeal', 'time-to-appeal', 'mediation-right', 'mediation-certificate', 'mediation-adviser', 'mediation-time', 'mediation-tell-us',
  'mediation-contact', 'tribunal-recommendations', 'disagreement-resolution', 'information-and-advice',
])
export const appealParagraphsOf = (paragraphs: readonly NoticeParagraph[]): NoticeParagraph[] =>
  paragraphs.filter(({ element }) => element !== undefined && appealElements.has(element))

/** The id of a section's heading: contents lists lead to it. */
export const sectionAnchor = (section: Section): string => `section-${section.toLowerCase()}`
export const sectionHeading = (section: Section): string => `Section ${section}: ${sectionTitles[section]}`

const statusWords = { draft: 'Draft', final: 'Final', amended: 'Final, amended' } as const

/** The document of a version, whole. */
export function planDocument(version: IssuedVersion, printing: PlanPrinting): PrintedDocument {
  const { heading: head, content } = version
  const name = head.childNames[0] ?? ''
  const isDraft = head.status === 'draft'
  const neighbours = neighboursOf(content)
  const around: LineSurroundings = {
    numbers: lineNumbers(content), childName: name.split(' ')[0] ?? name, neighboursOf: (id) => neighbours.get(id) ?? [],
    advice: new Map(version.advice.flatMap((entry, index) => {
      const id = printing.adviceIds[index]
      return id === undefined ? [] : [[id, { number: `K${index + 1}`, entry }] as const]
    })),
  }
  const title = `${isDraft ? 'Draft education' : 'Education'}, health and care plan for ${name}`
  return printedDocument({
    title, subject: 'Education, health and care plan', author: head.areaName,
    headerLine: `${name}, born ${dateWords(head.dateOfBirth)}. Case number ${printing.reference}`,
    footerLine: `${head.areaName}. ${statusWords[head.status]} plan, version ${head.versionNumber}, ${dateWords(head.issuedOn)}. Seal ${printing.sha256.slice(0, 16)}`,
    ...(printing.largePrint === true ? { largePrint: true } : {}),
    blocks: [
      ...frontBlocks(version, printing),
      ...sections.flatMap((section) => [
        heading(1, sectionHeading(section), sectionAnchor(section)),
        ...(section === 'K' ? adviceBlocks(version) : sectionBlocks(version, section, around)),
      ]),
      ...(printing.appeal === undefined ? [] : disagreeBlocks(printing.appeal.paragraphs)),
      heading(1, 'About this document', 'about-this-document'),
      paragraph(
        `The words of this version are sealed. A copy with other words has another seal. The seal of this version is `, bold(printing.sha256), '.',
      ),
    ],
  })
}

/** The same, with the reports of section K looked up on the case. For a version that was frozen in this transaction. */
export async function planDocumentOf(
  tx: Tx, caseFile: CaseFile, frozen: { readonly version: IssuedVersion; readonly sha256: string },
  more: Omit<PlanPrinting, 'reference' | 'sha256' | 'adviceIds'> = {},
): Promise<PrintedDocument> {
  const adviceIds = (await listSectionK(tx, caseFile)).map(({ adviceId }) => adviceId)
  return planDocument(frozen.version, { reference: caseFile.reference, sha256: frozen.sha256, adviceIds, ...more })
}

function frontBlocks({ heading: head }: IssuedVersion, { appeal, answerBy, askWho }: PlanPrinting): Block[] {
  return [
    ...(appeal === undefined ? [] : [notice(paragraph(
      bold('If the family does not agree with this plan: '), 'parents, or the young person, can appeal. By our count the Tribunal must get the appeal by 5pm on ',
      bold(dateWords(appeal.by)), '. The Tribunal decides if an appeal is in time. “If you do not agree”, near the end, says how.',
    ))]),
    ...(head.status !== 'draft' ? [] : [notice(paragraph(
      bold('This is a draft. '), 'It is not in force and nothing in it is settled.',
      ...(answerBy === undefined ? [] : [' The family can say what it thinks until the end of ', bold(dateWords(answerBy)), '.']),
    ))]),
    summaryList([
      ['Name', listedNames(head.childNames)],
      ['Date of birth', dateWords(head.dateOfBirth)],
      ['Council', head.areaName],
      ['Status', `${statusWords[head.status]} plan, version ${head.versionNumber}`],
      ...(head.firstMadeOn === undefined ? [] : [['Plan first made', dateWords(head.firstMadeOn)] as const]),
      [head.status === 'draft' ? 'This draft' : 'This version', dateWords(head.issuedOn)],
      ...(askWho === undefined ? [] : [['Who to ask', askWho] as const]),
    ]),
  ]
}

const listedNames = (names: readonly string[]): string => names.join(', also known as ')

function sectionBlocks({ content, heading: { status } }: IssuedVersion, section: Section, around: LineSurroundings): Block[] {
  const lines = linesOfSection(content, section)
  if (lines.length > 0) return lines.flatMap((line) => lineBlocks(line, around))
  return [paragraph(status === 'draft' && section === 'I'
    ? 'Left blank in a draft, as the law asks: no school, college or type of setting is named before the family has been heard.'
    : 'Nothing is written here.')]
}

function adviceBlocks({ advice }: IssuedVersion): Block[] {
  if (advice.length === 0) return [paragraph('No advice is listed.')]
  return [
    paragraph('The reports themselves come with the plan.'),
    summaryList(advice.map((entry, index) => [`K${index + 1}: ${entry.title}`, whoAndWhen(entry)] as const)),
  ]
}

function disagreeBlocks(paragraphs: readonly NoticeParagraph[]): Block[] {
  return [
    heading(1, 'If you do not agree', 'if-you-do-not-agree'),
    paragraph('This part is for the child’s parents, or for the young person.'),
    ...paragraphs.flatMap((part) => [
      ...(part.heading === undefined || part.element === 'right-to-appeal' ? [] : [heading(2, part.heading)]),
      ...part.text.split(/\n{2,}/).filter((text) => text.trim() !== '').map((text) => paragraph(text)),
    ]),
  ]
}
