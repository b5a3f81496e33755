import type { KeptDocument } from '../../../casebook/papers/documents.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Seal } from '../../../casebook/access/seal-rows.ts'
import { isOfFamily } from '../../../domain/access/parts.ts'
import { londonTimeOf } from '../../../domain/calendar/london-date.ts'
import { paths } from '../../../paths.ts'
import { FileField, RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { ScanTag } from '../../../ui/scan-tag.tsx'
import { whoSees } from '../../../ui/sealed-item.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, fileSizeWords } from '../../../ui/words.ts'

export interface EvidenceView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly documents: readonly KeptDocument[]
  readonly seals: readonly Seal[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, documents, seals, errors, values }: EvidenceView) {
  const isFamily = isOfFamily(caseFile.parts)
  const team = `the ${caseFile.area.councilName} SEND team`
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Documents" errors={errors} back={{ href: paths.caseOverview(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">Documents</h1>
        {documents.length > 0 && (
          <Table
            caption="Documents"
            captionSize="m"
            head={[{ content: 'Document' }, { content: 'Added' }, { content: 'Size' }]}
            rows={documents.map(({ id, title, uploadedAt, size, scanState }) => [
              { content: <>
                {scanState === 'clean' ? <a class="govuk-link" href={paths.caseDocument({ ...caseFile.key, documentId: id })}>{title}</a> : <>{title}<br /><ScanTag state={scanState} /></>}
                <SealOf seal={seals.find(({ thingId }) => thingId === id)} />
              </> },
              { content: dateWords(londonTimeOf(uploadedAt).date) }, { content: fileSizeWords(size) },
            ])}
          />
        )}
        {!isFamily && caseFile.open.includes('seal-item') && documents.length > 0 && <p class="govuk-body"><a class="govuk-link" href={paths.caseSeals(caseFile.key)}>Seal a document, or see what is sealed</a></p>}
        <h2 class="govuk-heading-m">{isFamily ? 'Add a report or letter' : 'Add a document'}</h2>
        <Form tokens={frame.tokens} upload>
          <TextField name="title" label="What is it?" hint="Such as “Letter from the hospital, May 2026”" whoCanSee={isFamily ? [team, 'those who may open the document'] : [team, 'the family', 'those who may open the document']} errors={errors} values={values} />
          <FileField name="file" label="Choose the file" hint="A PDF, Word file or picture, up to 25MB" whoCanSee="said above" errors={errors} />
          <RadiosField
            name="share"
            legend="Who may open it?"
            errors={errors}
            values={values}
            items={[
              { value: 'everybody', text: isFamily ? 'The council, and the school and professionals on the case' : 'Everybody who works on the case, and the family' },
              ...(isFamily ? [] : [{ value: 'family', text: 'The council and the family' }]),
              { value: 'council', text: 'Only the council' },
            ]}
            {...(isFamily ? { hint: 'Other family members cannot open what you add.' } : {})}
          />
          <Button>Add</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}

const SealOf = ({ seal }: { seal: Seal | undefined }) =>
  (seal === undefined ? null : <><br /><Tag colour="purple">Sealed</Tag> <span class="govuk-hint govuk-!-font-size-16">{whoSees(seal)}</span></>)
