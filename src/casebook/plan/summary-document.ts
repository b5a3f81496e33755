// The one-page summary as a document: the plan's own words, the same in the web page and in the PDF.

import { dateWords } from '../../domain/calendar/date-words.ts'
import type { IssuedVersion } from '../../domain/plan/freeze.ts'
import type { Contact, SummaryEntry, SummaryPart } from '../../domain/plan/summary.ts'
import { summaryHeadings, summaryOf } from '../../domain/plan/summary.ts'
import type { Block, PrintedDocument } from '../../platform/documents/printed-document.ts'
import { bulletList, heading, paragraph, printedDocument } from '../../platform/documents/printed-document.ts'
import type { CaseFile } from '../open-case-file.ts'

/** What of a case the summary names. */
export interface SummaryCase extends Pick<CaseFile, 'reference' | 'officer'> {
  readonly child: Pick<CaseFile['child'], 'preferredName'>
  readonly area: Pick<CaseFile['area'], 'councilName' | 'officerTitle' | 'contacts'>
}

/** Whom a family may ask, the named officer first. */
export function contactsOf({ officer, area }: Pick<SummaryCase, 'officer' | 'area'>): Contact[] {
  const { sendTeam, informationAdviceSupport: support } = area.contacts
  const reach = ({ phone, email }: { phone?: string; email?: string }): string => [phone, email].filter((one) => one !== undefined).join(', ')
  return [
    ...(officer === undefined ? [] : [{ name: officer.name, role: `${area.officerTitle} at ${area.councilName}`, reach: reach(officer) }]),
    ...(sendTeam === undefined ? [] : [{ name: sendTeam.name, role: 'the council’s team', reach: reach(sendTeam) }]),
    ...(support === undefined ? [] : [{ name: support.name, role: 'free help that does not take the council’s side', reach: reach(support) }]),
  ]
}

export function summaryDocument({ heading: head, content }: IssuedVersion, caseFile: SummaryCase): PrintedDocument {
  const name = caseFile.child.preferredName
  const { parts, ask } = summaryOf(content, contactsOf(caseFile))
  return printedDocument({
    title: `${name}: my plan on one page`, subject: 'One page of an education, health and care plan', author: head.areaName,
    headerLine: `${head.childNames[0] ?? name}. Case number ${caseFile.reference}`,
    footerLine: `From the final plan, version ${head.versionNumber}, ${dateWords(head.issuedOn)}. The plan itself is what counts.`,
    blocks: [
      ...parts.flatMap(partBlocks),
      heading(1, summaryHeadings['who-to-ask']),
      bulletList(ask.map(({ name: who, role, reach }) => `${who}, ${role}${reach === '' ? '' : `: ${reach}`}`)),
    ],
  })
}

function partBlocks({ topic, entries, notShown }: SummaryPart): Block[] {
  return [
    heading(1, summaryHeadings[topic]),
    entries.length === 0
      ? paragraph('The plan has nothing on this.')
      : bulletList([...entries.map(entryWords), ...(notShown === 0 ? [] : [`And ${notShown} more in the plan.`])]),
  ]
}

/** Who and how much are added where the words shown do not say them already: one page has no room to say things twice. */
const entryWords = ({ text, isShortened, who, amount }: SummaryEntry): string => {
  const isSaid = (words: string | undefined): boolean => words === undefined || text.toLowerCase().includes(words.toLowerCase())
  const more = [...(isSaid(who) ? [] : [who]), ...(isSaid(amount?.split(',')[0]) ? [] : [amount])].join(': ')
  return `${text}${isShortened && !text.endsWith('…') ? ' …' : ''}${more === '' ? '' : ` (${more})`}`
}
