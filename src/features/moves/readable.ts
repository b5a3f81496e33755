// The record for people's eyes: what the package is, who is in it, what is open, what happened, what stayed. In sentences, beside the plan.

import { dateWords } from '../../domain/calendar/date-words.ts'
import { parsePlainDate } from '../../domain/calendar/plain-date.ts'
import { withheldWords } from '../../domain/moves/withheld.ts'
import type { Block, PrintedDocument } from '../../platform/documents/printed-document.ts'
import { bulletList, heading, paragraph, summaryList } from '../../platform/documents/printed-document.ts'
import type { Manifest, MovedCase } from './package/format.ts'

const words = (text: unknown): string => {
  const date = typeof text === 'string' ? parsePlainDate(text) : undefined
  return date === undefined ? '' : dateWords(date)
}
const list = (items: readonly string[], none: string): Block => (items.length === 0 ? paragraph(none) : bulletList([...items]))

export function recordDocument({ manifest, record: { people, tables, ledger, clocks, earlier } }: { readonly manifest: Omit<Manifest, 'files'>; readonly record: MovedCase }): PrintedDocument {
  const [child] = tables.child
  const nameOf = (id: unknown): string => people.find((one) => one.id === id)?.fullName ?? 'Somebody'
  return {
    title: `The record of ${String(child?.['givenName'])} ${String(child?.['familyName'])}`, language: 'en-GB',
    blocks: [
      summaryList([
        ['From', `${manifest.from.council}, case ${manifest.from.caseReference}`], ['To', manifest.to.council], ['Born', words(child?.['bornOn'])],
        ['Move', words(manifest.movesOn)], ['Transferred', words(manifest.transferredOn)],
        ...(manifest.planFirstMadeOn === undefined ? [] : [['Plan first made', words(manifest.planFirstMadeOn)] as const]),
        ...(manifest.reviewBefore === undefined ? [] : [['Review due before', words(manifest.reviewBefore)] as const]),
      ]),
      ...(manifest.note === '' ? [] : [heading(1, `What ${manifest.from.council} says`), paragraph(manifest.note)]),
      heading(1, 'The family'),
      list(tables.relationship.map((row) => `${nameOf(row['personId'])}, ${String(row['relation'])}${row['hasParentalResponsibility'] === true ? ', has parental responsibility' : ''}${row['livesWithChild'] === true ? ', lives with the child' : ''}. Safe to contact by: ${String(row['safeContact'])}`), 'Nobody is on record.'),
      heading(1, 'Court orders and restrictions'),
      list(tables.restriction.map((row) => `${String(row['kind']).replaceAll('-', ' ')}${row['personId'] === null ? '' : `: ${nameOf(row['personId'])}`}, from ${words(row['fromOn'])}${row['toOn'] === null ? '' : ` to ${words(row['toOn'])}`}. ${(row['effects'] as readonly string[]).map((effect) => effect.replaceAll('-', ' ')).join(', ')}`), 'None on record.'),
      heading(1, 'Reports'),
      list(tables.advice.map((row) => `${String(row['authorName'])}, ${String(row['authorRole'])}${row['dated'] === null ? '' : `, ${words(row['dated'])}`}`), 'None.'),
      heading(1, 'Documents'),
      list(tables.document.map((row) => `${String(row['title'])} (files/${String(row['sha256']).slice(0, 12)}…)`), 'None.'),
      heading(1, 'What is open'),
      list(clocks.map(({ title, dueOn }) => `${title}${dueOn === undefined ? '' : `: ${words(dueOn)}`}`), 'Nothing.'),
      heading(1, 'What happened'),
      list(ledger.filter(({ says }) => says !== '').map(({ happenedOn, says }) => `${words(happenedOn)}: ${says}`), 'Nothing is on record.'),
      ...earlier.flatMap((one) => [heading(1, `What happened with ${one.council} before`), list(one.ledger.filter(({ says }) => says !== '').map(({ happenedOn, says }) => `${words(happenedOn)}: ${says}`), 'Nothing is on record.')]),
      heading(1, 'What did not come with it'),
      list(manifest.withheld.map(({ kind, count }) => `${withheldWords[kind]}${count === 0 ? '' : ` (${count})`}.`), 'Nothing was withheld.'),
    ],
  }
}
