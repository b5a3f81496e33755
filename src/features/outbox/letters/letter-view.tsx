import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { Letter } from '../../../ui/letter.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { Notice } from '../outbox-store.ts'

export function view({ frame, caseFile, notice }: { frame: PageFrame; caseFile: CaseFile; notice: Notice }) {
  const { councilName } = caseFile.area
  // Statutory letters begin with the council and the day themselves.
  const saysFromWhom = notice.paragraphs[0]?.text.startsWith(councilName) ?? false
  return (
    <CasePage frame={frame} caseFile={caseFile} title={notice.title} back={{ href: paths.caseLetters(caseFile.key), text: 'Letters' }}>
      <TwoThirds>
        {!saysFromWhom && <p class="govuk-body">{councilName}<br />{notice.sentOn === undefined ? 'Not sent yet' : dateWords(notice.sentOn)}</p>}
        <p class="govuk-body">Case number: {caseFile.reference}</p>
        <Letter letter={notice} level={1} />
        <p class="govuk-body hub-screen-only">To keep it on paper, print this page. To have it in large print or another language, <a class="govuk-link" href={paths.caseMessages(caseFile.key)}>send us a message</a>.</p>
      </TwoThirds>
    </CasePage>
  )
}
