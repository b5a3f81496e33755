import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { AddressWords } from '../../../casebook/family/sealed-addresses.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, dateWords } from '../../../ui/words.ts'
import type { ReadingRow } from '../address-store.ts'
import type { HomeRow } from '../family-store.ts'
import { openingReasonWords } from '../words.ts'

interface AskView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly homes: readonly HomeRow[]
  readonly readings: readonly ReadingRow[]
  readonly errors: FormErrors
  readonly values: FormValues
  readonly backTo: string
  readonly reasons: readonly { readonly value: string; readonly text: string }[]
}

export function askView({ frame, caseFile, homes, readings, errors, values, backTo, reasons }: AskView) {
  const of = { errors, values }
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Protected address" errors={errors} back={{ href: backTo }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">Protected address</h1>
        {homes.length === 0
          ? <p class="govuk-body">No protected address is on record.</p>
          : (
            <>
              <WarningText>Somebody’s safety can hang on this address. Do not write it into a note, a message, a letter or the plan.</WarningText>
              <p class="govuk-body">It is shown once, for a minute. Your name, the time and your reason are kept.</p>
              <Form tokens={frame.tokens}>
                {homes.length > 1 && <RadiosField {...of} name="address" legend="Which address?" items={homes.map(({ id, household, fromOn, toOn }) => ({ value: id, text: `${household}, ${toOn === undefined ? `since ${dateWords(fromOn)}` : `${dateWords(fromOn)} to ${dateWords(toOn)}`}` }))} />}
                <RadiosField {...of} name="reason" legend="Why do you need to see it?" items={[...reasons]} />
                <TextAreaField {...of} name="words" label="More about the reason (optional, without the address)" rows={2} maxLength={500} whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} />
                <Button>Show it once</Button>
              </Form>
            </>
          )}
        {readings.length > 0 && (
          <Table
            caption="Who asked to see it" captionSize="m" head={[{ content: 'When' }, { content: 'Who' }, { content: 'Why' }, { content: 'Shown' }]}
            rows={readings.map(({ askedAt, name, reason, words, isShown }) => [
              { content: dateTimeWords(askedAt) }, { content: name },
              { content: `${Object.entries(openingReasonWords).find(([one]) => one === reason)?.[1] ?? reason}${words === undefined ? '' : `. ${words}`}` }, { content: isShown ? 'Yes' : 'No' },
            ])}
          />
        )}
      </TwoThirds>
    </CasePage>
  )
}

export function shownView({ frame, caseFile, address, seconds }: { frame: PageFrame; caseFile: CaseFile; address: AddressWords | undefined; seconds: number }) {
  const away = paths.protectedAddress(caseFile.key)
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Protected address, shown once" back={{ href: away }} {...(address === undefined ? {} : { leavesAfter: { seconds, to: away } })}>
      <TwoThirds>
        <h1 class="govuk-heading-l">Protected address, shown once</h1>
        {address === undefined
          ? <p class="govuk-body">It was shown already, or more than a minute has gone by. <a class="govuk-link" href={away}>Ask again, with a reason</a></p>
          : (
            <>
              <InsetText><address class="govuk-body hub-address">{[...address.lines, address.postcode ?? ''].filter((line) => line !== '').map((line) => <>{line}<br /></>)}</address></InsetText>
              <p class="govuk-body">Close this page when you have read it. It leaves the screen after {seconds} seconds, and cannot be opened again: if you need longer, ask again.</p>
              <Button href={away} variant="secondary">Close it now</Button>
            </>
          )}
      </TwoThirds>
    </CasePage>
  )
}
