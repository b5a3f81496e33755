import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import type { Correspondent } from '../message-store.ts'

export function view({ frame, caseFile, correspondents }: { frame: PageFrame; caseFile: CaseFile; correspondents: readonly Correspondent[] }) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Messages">
      <h1 class="govuk-heading-l">Messages</h1>
      {correspondents.length === 0
        ? <p class="govuk-body">No family member is on this case yet. Record one under “Family” first.</p>
        : (
          <ul class="govuk-list govuk-list--spaced">
            {correspondents.map(({ personId, name, relation }) => (
              <li><a class="govuk-link" href={paths.caseThread({ ...caseFile.key, personId })}>{name}</a>, {relation}</li>
            ))}
          </ul>
        )}
      {correspondents.length > 1 && <p class="govuk-inset-text">Each family member has their own thread. They do not see each other’s messages.</p>}
    </CasePage>
  )
}
