import type { Area } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { FileField } from '../../../ui/fields.tsx'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'

interface Props {
  readonly frame: PageFrame
  readonly area: Pick<Area, 'code' | 'councilName'>
  readonly errors: FormErrors
}

export function view({ frame, area, errors }: Props) {
  const title = 'Bring in plans from before'
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.olderPlans({ area: area.code }), text: 'Plans from before' }} councilName={area.councilName}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Choose final plans as Word files (docx). You can choose up to 20 at once, or one zip file with as many as you like, up to 25MB.</p>
        <ul class="govuk-list govuk-list--bullet">
          <li>Each file is looked through for viruses, read, and sorted into sections A to K. Nothing in it is changed or lost.</li>
          <li>Nothing becomes a child’s plan until a person has confirmed it.</li>
          <li>A file that is here already is not brought in twice, so you can choose the same folder again.</li>
        </ul>
        <p class="govuk-body">For thousands of files, whoever runs the hub can use the command <code>golden-thread bring-in-plans</code>.</p>
        <Form tokens={frame.tokens} upload>
          <FileField name="files" label="Word files, or a zip of them" multiple accept=".docx,.zip,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/zip" whoCanSee={[`the SEND team of ${area.councilName}`]} errors={errors} />
          <Button preventDoubleClick>Bring in</Button>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
