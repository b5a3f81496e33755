import type { LineKind } from '../../../domain/plan/line.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { DraftPage, draftAudience } from '../draft-page.tsx'
import { LineFieldBoxes } from '../line-fields/view.tsx'
import { longestText } from '../line-fields/form.ts'
import { SaidBoxes } from '../line-source/said-boxes.tsx'
import type { Draft } from '../open-draft.ts'

interface Props {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly section: Section
  readonly kind: LineKind | undefined
  readonly errors: FormErrors
  readonly values: FormValues
}

const titles: Record<LineKind, string> = {
  view: 'Add a view', need: 'Add a need', outcome: 'Add an outcome', provision: 'Add provision', placement: 'Add a placement',
  'direct-payment': 'Add a direct payment', 'none-identified': 'Record that none is identified',
}

export function view({ frame, draft, section, kind, errors, values }: Props) {
  const key = { ...draft.caseFile.key, section }
  const title = kind === undefined ? 'Nothing is added here' : titles[kind]
  return (
    <DraftPage
      frame={frame} draft={draft} title={title} here={section} errors={errors} caption={`Section ${section}: ${sectionTitles[section]}`}
      back={{ href: paths.planSection(key), text: `Back to section ${section}` }}
    >
      {kind === undefined ? <p class="govuk-body">Section K lists the advice and views that were given. It makes itself.</p> : (
        <Form tokens={frame.tokens} class="hub-line-form">
          <input type="hidden" name="kind" value={kind} />
          <TextAreaField
            name="text" label="The words of the line" rows={5} maxLength={longestText} threshold={75} errors={errors} values={values} whoCanSee={draftAudience}
            hint={kind === 'view' ? 'As it was said, word for word where you can.' : 'One need, one outcome or one piece of provision to a line.'}
          />
          <LineFieldBoxes kind={kind} errors={errors} values={values} fields={{}} />
          {kind !== 'none-identified' && <SaidBoxes errors={errors} values={values} />}
          <Button preventDoubleClick>Add to the draft</Button>
        </Form>
      )}
    </DraftPage>
  )
}
