import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { NoticeRow } from '../outbox-store.ts'

export function view({ frame, caseFile, isCouncil, notices }: { frame: PageFrame; caseFile: CaseFile; isCouncil: boolean; notices: readonly NoticeRow[] }) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Letters">
      <h1 class="govuk-heading-l">Letters</h1>
      {notices.length === 0
        ? <EmptyState title={isCouncil ? 'No letter has been sent yet' : 'We have not sent you a letter yet'} />
        : (
          <Table
            caption="Letters, the latest first"
            captionClass="govuk-visually-hidden"
            head={[{ content: 'Letter' }, { content: 'Sent' }, ...(isCouncil ? [{ content: 'To' }] : [])]}
            rows={notices.map(({ id, title, sentOn, to, isTakenBack }) => [
              { content: <a class="govuk-link" href={paths.caseLetter({ ...caseFile.key, noticeId: id })}>{title}</a> },
              { content: isTakenBack ? 'Taken back, not sent' : sentOn === undefined ? 'Not sent yet' : dateWords(sentOn) }, ...(isCouncil ? [{ content: to }] : []),
            ])}
          />
        )}
    </CasePage>
  )
}
