// The working document as it is printed and leaves as a Word file, in the Tribunal's key: one document for the web page, the PDF and
// Word. Each paragraph that somebody may change carries a hidden mark by which it is known when the file comes back.

import { fieldRows, subjectOf } from '../../casebook/plan/plan-line-blocks.ts'
import { whoAndWhen } from '../../domain/plan/advice-words.ts'
import { amendmentKey, unchangedWords } from '../../domain/plan/amendment-key.ts'
import type { AmendmentMark } from '../../domain/plan/amendment-key.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { PlanLine } from '../../domain/plan/line.ts'
import { sectionTitles } from '../../domain/plan/sections.ts'
import type { MarkedWords } from '../../domain/plan/working/party-marks.ts'
import { markedWords } from '../../domain/plan/working/party-marks.ts'
import { addHereMark, copyMark, fieldMark, lineMark, sectionMark } from '../../domain/plan/working/word-marks.ts'
import type { WorkingLine, WorkingSection } from '../../domain/plan/working/working-lines.ts'
import type { Block, PrintedDocument, Span, SummaryRow } from '../../platform/documents/printed-document.ts'
import { bold, heading, notice, paragraph, printedDocument, summaryList } from '../../platform/documents/printed-document.ts'
import { textChanges } from '../../ui/word-diff.tsx'
import { dateTimeWords, dateWords } from '../../ui/words.ts'
import type { SaidHere, Working } from './open-working.ts'
import { versionWords } from './version-words.ts'

export interface Copying {
  /** The copy that this is, for the Word file that can come back. */
  readonly copyId?: string
  readonly no?: number
  readonly at: Instant
  /** Whose requests stand in it, where it is one person's. */
  readonly whoseName?: string
}

export function workingDocument(working: Working, { copyId, no, at, whoseName }: Copying): PrintedDocument {
  const { caseFile, base } = working
  const { child, area } = caseFile
  const name = `${child.givenName} ${child.familyName}`
  const copyWords = no === undefined ? '' : ` Copy ${no}.`
  return printedDocument({
    title: `Working document: education, health and care plan for ${name}`, subject: 'Working document of an education, health and care plan', author: area.councilName,
    headerLine: `${name}, born ${dateWords(child.bornOn)}. Case number ${caseFile.reference}`, footerLine: `${area.councilName}. Working document, ${dateTimeWords(at)}.${copyWords} Not a plan in force`,
    ...(copyId === undefined ? {} : { mark: copyMark(copyId) }),
    blocks: [
      notice(paragraph(bold('This is a working document. '), 'It is not the plan in force. It shows the changes that are agreed or asked for.')),
      notice(paragraph(bold('Key')), paragraph(unchangedWords), ...amendmentKey.map((mark) => paragraph(inKey(mark, mark.words)))),
      summaryList([
        ['Name', name], ['Date of birth', dateWords(child.bornOn)], ['Council', area.councilName],
        ['Compared with', base === undefined ? 'No plan is in force yet' : versionWords(base)], ['As it stood', dateTimeWords(at)],
        ['Requests shown', whoseName === undefined ? 'All that may be shown to whoever made this copy' : `Only those of ${whoseName}`],
      ]),
      ...(copyId === undefined ? [] : [notice(paragraph(
        bold('To ask for changes in this file: '), 'change the words under a number, with “track changes” on or off. To add to a section, write under “To add to section”, one paragraph for each addition. Then bring the file back in the hub: you are shown each change before it is kept.',
      ))]),
      ...working.sections.flatMap((section) => sectionBlocks(section, working, copyId !== undefined)),
    ],
  })
}

const inKey = (mark: AmendmentMark, text: string): Span => ({
  text, keyed: mark.does === 'adds' ? 'added' : 'removed', ...(mark.isBold ? { bold: true } : {}), ...(mark.isItalic ? { italic: true } : {}), ...(mark.isUnderlined ? { underline: true } : {}),
})

/** The words with their marks as runs of the document. */
export const spansOfWords = (words: readonly MarkedWords[]): Span[] => words.map(({ text, mark }) => {
  const key = mark === undefined ? undefined : amendmentKey.find((one) => one.party === mark.party && one.does === mark.does)
  return key === undefined ? { text } : inKey(key, text)
})

/** Paragraphs of marked words: they part where an empty line stands in what a reader has who takes every mark as done. */
function paragraphsOf(words: readonly MarkedWords[]): MarkedWords[][] {
  const made: MarkedWords[][] = [[]]
  for (const each of words) {
    for (const [index, text] of each.text.split(/\n{2,}/u).entries()) {
      if (index > 0) made.push([])
      if (text !== '') made.at(-1)?.push({ ...each, text })
    }
  }
  return made.filter((paragraphWords) => paragraphWords.length > 0)
}

function sectionBlocks({ section, lines, said }: WorkingSection<SaidHere>, working: Working, canComeBack: boolean): Block[] {
  const additions = said.filter(({ kind, decision, party }) => kind === 'add' && decision === undefined && party !== undefined)
  const marked = canComeBack ? { mark: sectionMark(section) } : {}
  return [
    { ...heading(1, `Section ${section}: ${sectionTitles[section]}`), ...marked },
    ...(section === 'K' ? adviceBlocks(working) : lines.flatMap((line) => lineBlocks(line, working, canComeBack))),
    ...(section !== 'K' && lines.length === 0 && additions.length === 0 ? [paragraph(section === 'I' ? 'No school, college or type of setting is named yet.' : 'Nothing is written here.')] : []),
    ...additions.map(({ text, party = 'local-authority', proposal }): Block => ({
      kind: 'paragraph', spans: [{ text: `${proposal.onBehalfOf?.name ?? proposal.author.name} asks to add: ` }, ...spansOfWords([{ text, mark: { party, does: 'adds' } }])],
    })),
    ...(canComeBack && section !== 'I' && section !== 'K' ? [{ ...paragraph(`To add to section ${section}, write below this line.`), mark: addHereMark(section) }] : []),
  ]
}

function adviceBlocks({ base, sent }: Working): Block[] {
  const advice = (sent ?? base)?.version.advice ?? []
  if (advice.length === 0) return [paragraph('No advice is listed.')]
  return [summaryList(advice.map((entry, index) => [`K${index + 1}: ${entry.title}`, whoAndWhen(entry)] as const))]
}

function lineBlocks(line: WorkingLine<SaidHere>, { caseFile }: Working, canComeBack: boolean): Block[] {
  const shown = line.is ?? line.was
  if (shown === undefined) return []
  const subject = subjectOf(shown, caseFile.child.preferredName)
  const rows = rowsOf(line, canComeBack)
  return [
    heading(2, subject === undefined ? line.number : `${line.number}: ${subject}`),
    ...paragraphsOf(line.words).map((words, part): Block => ({ kind: 'paragraph', spans: spansOfWords(words), ...(canComeBack && line.is !== undefined ? { mark: lineMark(line.id, part) } : {}) })),
    ...line.apart.map(({ said, words }): Block => ({ kind: 'paragraph', spans: [{ text: `As ${said.proposal.onBehalfOf?.name ?? said.proposal.author.name} asks for it: ` }, ...spansOfWords(words)] })),
    ...(rows.length === 0 ? [] : [{ kind: 'summary-list', rows } as const]),
  ]
}

/** What a line says in its boxes, with what changed in them. */
function rowsOf({ id, was, is, party }: WorkingLine<SaidHere>, canComeBack: boolean): SummaryRow[] {
  const before = new Map<string, string>(boxesOf(was))
  const after = new Map<string, string>(boxesOf(is))
  return [...new Set([...before.keys(), ...after.keys()])].map((label, no) => {
    const words = markedWords(before.get(label) ?? '', [{ text: after.get(label) ?? '', party }], textChanges)
    return { label, spans: spansOfWords(was === undefined ? [{ text: after.get(label) ?? '', mark: { party, does: 'adds' } }] : words), ...(canComeBack && is !== undefined ? { mark: fieldMark(id, no) } : {}) }
  })
}

const boxesOf = (line: PlanLine | undefined): (readonly [string, string])[] => (line === undefined ? [] : fieldRows(line).map(([label, words]) => [label, words] as const))
