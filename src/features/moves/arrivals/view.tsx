import type { Area } from '../../../casebook/open-case-file.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { addDays } from '../../../domain/calendar/plain-date.ts'
import type { ArrivalState } from '../../../domain/moves/move-state.ts'
import { arrivalStateWords } from '../../../domain/moves/move-state.ts'
import { paths } from '../../../paths.ts'
import { FileField } from '../../../ui/fields.tsx'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag, type TagColour } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateTimeWords, dateWords } from '../../../ui/words.ts'
import type { Arrival } from '../arrival-store.ts'
import type { LockedPackage } from '../locked-store.ts'

export const arrivalColours: Readonly<Record<ArrivalState, TagColour>> = { waiting: 'yellow', opened: 'blue', 'taken-in': 'green', returned: 'grey', 'called-off': 'grey' }

export function view({ frame, area, arrivals, locked, today, errors }: { readonly frame: PageFrame; readonly area: Area; readonly arrivals: readonly Arrival[]; readonly locked: readonly LockedPackage[]; readonly today: PlainDate; readonly errors: FormErrors }) {
  const title = 'Children who moved here'
  // Six weeks from the transfer (reg 15(4)), whether or not anybody has opened it.
  const tellBy = ({ transferredOn }: Arrival): PlainDate => addDays(transferredOn, 42)
  return (
    <HubPage frame={frame} title={title} councilName={area.councilName} errors={errors} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">What other councils sent when a child moved to {area.name}. Nobody else sees any of it before a child is taken in.</p>
      {arrivals.length === 0 ? <p class="govuk-body">Nothing has arrived.</p> : (
        <Table
          caption="Arrivals" captionSize="m" firstCellIsHeader
          head={[{ content: 'Child' }, { content: 'From' }, { content: 'Moved' }, { content: 'Arrived' }, { content: 'Tell the family by' }, { content: 'Where it is' }]}
          rows={arrivals.map((arrival) => [
            { content: <a class="govuk-link" href={arrival.caseId === undefined ? paths.arrival({ area: area.code, arrivalId: arrival.id }) : paths.caseMove({ area: area.code, caseId: arrival.caseId })}>{arrival.childName}</a> },
            { content: arrival.from }, { content: dateWords(arrival.movesOn) }, { content: dateWords(londonDateOf(arrival.arrivedAt)) },
            { content: arrival.kind === 'assessment' ? 'An assessment: your own weeks run' : <>{dateWords(tellBy(arrival))}{tellBy(arrival) < today && arrival.caseId === undefined && ': passed'}</> },
            { content: <Tag colour={arrivalColours[arrival.state]}>{arrivalStateWords[arrival.state]}</Tag> },
          ])}
        />
      )}
      {locked.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Locked files that wait for their passphrase</h2>
          <ul class="govuk-list govuk-list--bullet">
            {locked.map(({ id, fileName, broughtAt, broughtByName }) => <li><a class="govuk-link hub-breaks" href={paths.lockedPackage({ area: area.code, lockedId: id })}>{fileName}</a>, brought in by {broughtByName} on {dateTimeWords(broughtAt)}</li>)}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">Bring in a package</h2>
      <p class="govuk-body">A council that does not use this hub gives you a signed file, locked with a passphrase. It is checked before anything of it is shown: its signature, each file in it, and for viruses.</p>
      <Form tokens={frame.tokens} upload>
        <FileField name="package" label="The package" hint="A file that ends in .zip.age, or in .zip where somebody unlocked it already. Up to 25 MB" whoCanSee={[`the officers of ${area.councilName} who take children in`]} errors={errors} />
        <Button preventDoubleClick>Check the package</Button>
      </Form>
    </HubPage>
  )
}
