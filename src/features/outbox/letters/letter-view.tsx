import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { Notice } from '../outbox-store.ts'

export function view({ frame, caseFile, notice }: { frame: PageFrame; caseFile: CaseFile; notice: Notice }) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title={notice.title} back={{ href: paths.caseLetters(caseFile.key), text: 'Letters' }}>
      <TwoThirds>
        <article class="hub-letter">
          <p class="govuk-body">{caseFile.area.councilName}<br />{notice.sentOn === undefined ? 'Not sent yet' : dateWords(notice.sentOn)}<br />Case number: {caseFile.reference}</p>
          <h1 class="govuk-heading-l">{notice.title}</h1>
          {notice.paragraphs.map(({ heading, text }) => (
            <>
              {heading !== undefined && <h2 class="govuk-heading-m">{heading}</h2>}
              {text.split('\n').filter((line) => line.trim() !== '').map((line) => <p class="govuk-body">{line}</p>)}
            </>
          ))}
        </article>
        <p class="govuk-body hub-screen-only">To keep it on paper, print this page. To have it in large print or another language, <a class="govuk-link" href={paths.caseMessages(caseFile.key)}>send us a message</a>.</p>
      </TwoThirds>
    </CasePage>
  )
}
