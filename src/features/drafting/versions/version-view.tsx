import { listedAdvice } from '../../../domain/plan/advice-words.ts'
import { linesOfSection } from '../../../domain/plan/plan-order.ts'
import { sections, sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { dateTimeWords, dateWords } from '../../../ui/words.ts'
import { DraftPage } from '../draft-page.tsx'
import { fieldRows } from '../field-words.ts'
import { LineText } from '../line-card.tsx'
import type { Draft } from '../open-draft.ts'
import type { Reports } from '../source-words.tsx'
import { SourceWords } from '../source-words.tsx'
import type { Side } from './side.ts'
import { versionKinds } from './view.tsx'

export function versionView({ frame, draft, side, reports }: { frame: PageFrame; draft: Draft; side: Side; reports: Reports }) {
  const { key } = draft.caseFile
  const { version } = side
  const title = version === undefined ? 'The draft as it stands now' : `Version ${version.no}: ${version.label}`
  return (
    <DraftPage frame={frame} draft={draft} title={title} here="versions" withClashes={false} back={{ href: paths.planVersions(key), text: 'Back to versions' }}>
      {version !== undefined && (
        <InsetText>
          {versionKinds[version.kind]}, frozen {dateTimeWords(version.frozenAt)}. It is as it was read then.{' '}
          <a class="govuk-link" href={paths.planCompare(key, { from: version.no, to: 'now' })}>What has changed since</a>
          {version.supersededOn !== undefined && <p class="govuk-body govuk-!-margin-top-2"><Tag colour="red">No longer in force</Tag> Another plan took its place on {dateWords(version.supersededOn)}.</p>}
          <span class="hub-hash">Seal: {version.sha256}</span>
        </InsetText>
      )}
      {sections.map((section) => {
        const lines = linesOfSection(side.content, section)
        return (
          <section class="hub-read-section" id={`section-${section}`}>
            <h2 class="govuk-heading-m">{section}: {sectionTitles[section]}</h2>
            {section === 'K' ? (
              side.advice.length === 0 ? <p class="govuk-body">No advice is listed.</p>
                : <ul class="govuk-list govuk-list--bullet">{side.advice.map((entry) => <li>{listedAdvice(entry)}</li>)}</ul>
            ) : lines.length === 0 ? <p class="govuk-hint">{section === 'I' ? 'Blank in a draft.' : 'Nothing is written here.'}</p> : lines.map((line, place) => (
              <div class="hub-read-line">
                <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{section}{place + 1}</h3>
                <LineText text={line.text} />
                <SummaryList
                  class="hub-plan-line__facts"
                  rows={[
                    ...fieldRows(line.kind, line.fields).map(({ label, words }) => ({ key: label, value: words })),
                    line.sources.length > 0 && { key: 'From', value: <ul class="govuk-list hub-tight">{line.sources.map((source) => <li><SourceWords source={source} reports={reports} caseKey={key} withQuote={false} /></li>)}</ul> },
                  ]}
                />
              </div>
            ))}
          </section>
        )
      })}
    </DraftPage>
  )
}
