import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { parsePlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { dateTimeWords, dateWords } from '../../../ui/words.ts'
import { getMember, listTiesBefore } from '../family-store.ts'
import type { TieBefore } from '../family-store.ts'

const fieldWords: Readonly<Record<string, string>> = {
  relation: 'Relation', language: 'Language', needsInterpreter: 'Interpreter', formats: 'Formats', hasParentalResponsibility: 'Parental responsibility', responsibilityBasis: 'By',
  responsibilityEvidence: 'Evidence', evidenceDatedOn: 'Dated', evidenceSeenOn: 'Seen on', responsibilityFrom: 'From', responsibilityTo: 'Until', livesWithChild: 'Child lives with them',
  careFrom: 'Care from', careTo: 'Care until', safeContact: 'Safe contact', safeContactNote: 'Note', safeTimes: 'Safe times', mayLeaveVoicemail: 'Voice message', contactAs: 'Say', contactAskedOn: 'Asked on',
}
const sideWords: Readonly<Record<string, string>> = { person: 'Who they are', responsibility: 'What they are in law', contact: 'How to reach them' }

function valueWords(value: unknown): string {
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (Array.isArray(value)) return value.join(', ')
  const text = typeof value === 'string' ? value : ''
  const date = parsePlainDate(text)
  return date === undefined ? text : dateWords(date)
}

/** What was recorded of one person before each change. Ids of people are not words. */
const wasWords = ({ was }: TieBefore): string => Object.entries(fieldWords)
  .flatMap(([name, words]) => (valueWords(was[name]) === '' ? [] : [`${words}: ${valueWords(was[name])}`])).join('; ')

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'family-details')
    const member = await getMember(tx, caseFile, param(ask, 'relationshipId'))
    const before = await listTiesBefore(tx, caseFile, member.relationshipId)
    const title = `What was recorded of ${member.fullName} before`
    return page(
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} back={{ href: paths.caseFamily(caseFile.key) }}>
        <h1 class="govuk-heading-l">{title}</h1>
        {before.length === 0
          ? <EmptyState title="Nothing has been changed" />
          : (
            <Table
              caption="Before each change" captionClass="govuk-visually-hidden" head={[{ content: 'Until' }, { content: 'About' }, { content: 'What stood' }, { content: 'Changed by' }]}
              rows={before.map((one) => [{ content: dateTimeWords(one.changedAt) }, { content: sideWords[one.what] ?? one.what }, { content: wasWords(one) }, { content: one.changedByName ?? 'the program' }])}
            />
          )}
      </CasePage>,
    )
  })
}
