import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { WhoCanSee } from '../../../ui/who-can-see.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { NeedRow } from '../family-store.ts'
import { detailField, needDetails, needKinds } from '../words.ts'

export function view({ frame, caseFile, needs, errors, values }: { frame: PageFrame; caseFile: CaseFile; needs: readonly NeedRow[]; errors: FormErrors; values: FormValues }) {
  const title = `How does ${childName(caseFile)} communicate?`
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseOverview(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {needs.length > 0 && <h2 class="govuk-heading-m">What we know now</h2>}
        {needs.map(({ id, kind, detail, fromOn }) => (
          <Form tokens={{ ...frame.tokens, once: onceFor(frame.tokens.once, id) }} class="hub-file-row">
            <span class="govuk-body govuk-!-margin-bottom-0"><strong>{kind}</strong>{detail === undefined ? '' : `: ${detail}`} <span class="hub-quiet">(since {dateWords(fromOn)})</span></span>
            <input type="hidden" name="end" value={id} />
            <Button variant="secondary" class="govuk-!-margin-bottom-0">No longer so<span class="govuk-visually-hidden">: {kind}</span></Button>
          </Form>
        ))}
        <Form tokens={frame.tokens} id="add">
          <div class="govuk-!-margin-bottom-5"><WhoCanSee audience={['the family', `the ${caseFile.area.councilName} SEND team`, 'the people who work with the child']} /></div>
          <CheckboxesField
            name="kind"
            legend={needs.length > 0 ? 'What else helps?' : 'What helps?'}
            fieldset={{ legendSize: 'm' }}
            hint="Select all that apply"
            errors={errors}
            values={values}
            items={needKinds.map((value) => {
              const detail = needDetails[value]
              return {
                value, text: value,
                ...(detail === undefined ? {} : { conditional: <TextField name={detailField(value)} label={detail.label} whoCanSee="said above" errors={errors} values={values} /> }),
              }
            })}
          />
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}

/** A mark of its own for each of several forms on one page: else the second one sent would be taken for the first sent twice. */
const onceFor = (mark: string, id: string): string => `${mark.slice(0, -12)}${id.slice(-12)}`
