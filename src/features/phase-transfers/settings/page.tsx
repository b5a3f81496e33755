import { actOutsideCase } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { enqueue } from '../../../casebook/queue.ts'
import { read } from '../../../casebook/tx.ts'
import type { OrganisationId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { cohortYearOn } from '../../../domain/transfer/foresee.ts'
import type { YearsTaught } from '../../../domain/transfer/phases.ts'
import { highestYear, isSettingPhase, lowestYear, settingPhases, settingPhaseWords, usualYears, yearGroupWords } from '../../../domain/transfer/phases.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField, SelectField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { Continue, HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { numberWords } from '../../../ui/words.ts'
import { forgetUntold, listSettings, saveYears } from '../cohort-store.ts'
import { makeCohorts } from '../make-cohorts.ts'

/** Which years each setting teaches: who moves on is worked out from it. */
export async function showAll(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const area = await openAreaFor(tx, param(ask, 'area'), 'foresee-transfer')
    const settings = await listSettings(tx, area.id)
    const title = 'Which years each setting teaches'
    return page(
      <HubPage frame={ask.frame} title={title} wide back={{ href: paths.transfers({ area: area.code }) }} councilName={area.councilName}>
        <span class="govuk-caption-l">{area.name}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Who moves to the next phase is worked out from this. Where nobody has said it, it is taken from the type of the setting. Infant, junior, first and middle schools, sixth forms and all-through schools need a look.</p>
        {settings.length === 0 ? <EmptyState title="No child with a plan goes to a setting." /> : (
          <Table
            caption="Settings that children with a plan go to" captionSize="m" firstCellIsHeader
            head={[{ content: 'Setting' }, { content: 'Phase' }, { content: 'Years' }, { content: 'From' }, { content: 'Children with a plan', format: 'numeric' }]}
            rows={settings.map(({ id, name, years, isSaid, settingType, children }) => [
              { content: <a class="govuk-link" href={paths.settingPhase({ area: area.code, organisationId: id })}>{name}</a> },
              { content: years === undefined ? <Tag colour="orange">Not known</Tag> : settingPhaseWords[years.phase] }, { content: years === undefined ? '' : `${upper(yearGroupWords(years.lowest))} to ${yearGroupWords(years.highest)}` },
              { content: isSaid ? 'Said here' : settingType === undefined ? 'Nothing' : `Its type: ${settingType}` }, { content: numberWords(children), format: 'numeric' },
            ])}
          />
        )}
      </HubPage>,
    )
  })
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const yearItems = Array.from({ length: highestYear - lowestYear + 1 }, (_, index) => lowestYear + index).map((year) => ({ value: String(year), text: year < -1 ? `${-year} years before Reception` : upper(yearGroupWords(year)) }))

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const area = await openAreaFor(tx, param(ask, 'area'), 'foresee-transfer')
    const id = param(ask, 'organisationId')
    const setting = isId(id) ? (await listSettings(tx, area.id, id as OrganisationId))[0] : undefined
    if (setting === undefined) throw new NotFound('setting')
    const { years } = setting
    const title = `Which years does ${setting.name} teach?`
    const known = { ...(years === undefined ? {} : { phase: years.phase, lowest: String(years.lowest), highest: String(years.highest) }), ...values }
    const document = (
      <HubPage frame={ask.frame} title={title} errors={errors} back={{ href: paths.settingPhases({ area: area.code }) }} councilName={area.councilName}>
        <TwoThirds>
          <h1 class="govuk-heading-l">{title}</h1>
          <Form tokens={ask.frame.tokens}>
            <RadiosField name="phase" legend="What is it?" fieldset={{ legendSize: 's' }} errors={errors} values={known} items={settingPhases.map((value) => ({ value: value as string, text: settingPhaseWords[value], hint: `Usually ${yearGroupWords(usualYears[value][0])} to ${yearGroupWords(usualYears[value][1])}` }))} />
            <SelectField name="lowest" label="First year" errors={errors} values={known} items={[{ value: '', text: 'Select' }, ...yearItems]} />
            <SelectField name="highest" label="Last year" hint="Year 13 when it has a sixth form" errors={errors} values={known} items={[{ value: '', text: 'Select' }, ...yearItems]} />
            <p class="govuk-body">The cohort is looked for again. Whom somebody has put in or taken out stays as they said.</p>
            <Continue>Save</Continue>
          </Form>
        </TwoThirds>
      </HubPage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

const sayYears = actOutsideCase('say-years-taught', async (tx, { areaCode, organisationId, years }: { areaCode: string; organisationId: OrganisationId; years: YearsTaught }): Promise<Outcome<null, 'no-such-setting'>> => {
  const area = await openAreaFor(tx, areaCode, 'foresee-transfer')
  if ((await listSettings(tx, area.id, organisationId)).length === 0) return refused('no-such-setting')
  await saveYears(tx, area.id, organisationId, years)
  await forgetUntold(tx, area.id, organisationId, cohortYearOn(tx.today))
  await enqueue(tx, makeCohorts.name, {}, { key: makeCohorts.name })
  return ok(null)
})

export async function submit(ask: Ask): Promise<Reply> {
  const [phase, lowest, highest, areaCode] = [ask.form.text('phase'), ask.form.text('lowest'), ask.form.text('highest'), param(ask, 'area')]
  const isYear = (text: string): boolean => yearItems.some(({ value }) => value === text)
  const errors: FieldError[] = [
    ...(isSettingPhase(phase) ? [] : [{ field: 'phase', message: 'Select what it is' }]), ...(isYear(lowest) ? [] : [{ field: 'lowest', message: 'Select the first year' }]),
    ...(!isYear(highest) ? [{ field: 'highest', message: 'Select the last year' }] : isYear(lowest) && Number(highest) < Number(lowest) ? [{ field: 'highest', message: 'The last year must not be before the first' }] : []),
  ]
  if (errors.length > 0 || !isSettingPhase(phase)) return form(ask, errors, ask.form.values())
  const organisationId = param(ask, 'organisationId')
  if (!isId(organisationId)) throw new NotFound('setting')
  const done = await sayYears(ask, { areaCode, organisationId: organisationId as OrganisationId, years: { phase, lowest: Number(lowest), highest: Number(highest) } })
  if (!done.ok) throw new NotFound('setting')
  return redirect(paths.settingPhases({ area: areaCode }, { done: 'saved' }))
}
