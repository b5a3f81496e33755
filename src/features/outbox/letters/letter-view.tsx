import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { Letter } from '../../../ui/letter.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { Notice } from '../outbox-store.ts'

export function view({ frame, caseFile, notice, hasNoPdf = false }: { frame: PageFrame; caseFile: CaseFile; notice: Notice; hasNoPdf?: boolean }) {
  const { councilName } = caseFile.area
  // Statutory letters begin with the council and the day themselves.
  const saysFromWhom = notice.paragraphs[0]?.text.startsWith(councilName) ?? false
  return (
    <CasePage frame={frame} caseFile={caseFile} title={notice.title} back={{ href: paths.caseLetters(caseFile.key), text: 'Letters' }}>
      <TwoThirds>
        {!saysFromWhom && <p class="govuk-body">{councilName}<br />{notice.sentOn === undefined ? 'Not sent yet' : dateWords(notice.sentOn)}</p>}
        {notice.isTakenBack && <WarningText>This letter was taken back before it left. Nobody was sent it.</WarningText>}
        <p class="govuk-body">Case number: {caseFile.reference}</p>
        <Letter letter={notice} level={1} />
        {hasNoPdf && <p class="govuk-inset-text hub-screen-only">We cannot make a PDF of this letter here. Print this page: it has the same words.</p>}
        <p class="govuk-body hub-screen-only">To keep it on paper, print this page{!hasNoPdf && <>, or <a class="govuk-link" href={paths.caseLetterPdf({ ...caseFile.key, noticeId: notice.id })} download>save it as a PDF</a></>}. To have it in large print or another language, <a class="govuk-link" href={paths.caseMessages(caseFile.key)}>send us a message</a>.</p>
      </TwoThirds>
    </CasePage>
  )
}
