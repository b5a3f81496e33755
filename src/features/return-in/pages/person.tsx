import type { Ask } from '../../../casebook/ask.ts'
import { dateWords } from '../../../domain/calendar/date-words.ts'
import { likenessWords } from '../../../domain/case-file/duplicates.ts'
import { plainDateOf } from '../../../domain/calendar/plain-date.ts'
import { genders, sexes, upnUnknownReasons } from '../../../domain/sen2/code-sets.ts'
import { ethnicities } from '../../../domain/sen2/ethnicities.ts'
import { ruleById } from '../../../domain/sen2/rules/all-rules.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { DateField, RadiosField, SelectField, TextField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateValues, readDate } from '../../../ui/read-date.ts'
import { casesOfChild } from '../area-store.ts'
import { inReturn, personNoOf, type OpenReturn } from '../open-return.ts'
import { getPerson, listFaults, type FaultRow, type OnePerson } from '../person-store.ts'
import { mendPerson, sayWho, type Mended } from '../return-acts.ts'
import { standing } from './people.tsx'

interface Other { readonly childId: string; readonly words: string; readonly reference: string }
type Found = OpenReturn & { readonly one: OnePerson; readonly faults: readonly FaultRow[]; readonly others: readonly Other[] }

const find = (ask: Ask): Promise<Found> => inReturn(ask, async (tx, { key, area }) => {
  const one = await getPerson(tx, key, personNoOf(ask))
  const others: Other[] = []
  for (const { childId, alike } of one.alike) {
    const [row] = await casesOfChild(tx, area.id, childId)
    if (row !== undefined) others.push({ childId, reference: row.reference, words: `${row.givenName} ${row.familyName}, born ${dateWords(plainDateOf(row.bornOn))}, ${row.reference}: ${alike.map((kind) => (kind === 'uln' ? 'the same unique learner number' : likenessWords[kind])).join(', ')}` })
  }
  return { one, faults: await listFaults(tx, key, { personNo: one.no }, { most: 200 }), others }
})

export async function show(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  return page(view({ frame: ask.frame, ...found, errors: [], values: valuesOf(found.one) }))
}

const valuesOf = ({ person }: OnePerson): FormValues => ({
  Surname: person.Surname ?? '', Forename: person.Forename ?? '', ...dateValues('bornOn', person.PersonBirthDate), sex: person.Sex ?? person.GenderCurrent ?? '', Ethnicity: person.Ethnicity ?? '', PostCode: person.PostCode ?? '',
  UPN: person.UPN ?? '', UniqueLearnerNumber: person.UniqueLearnerNumber ?? '', UPNunknown: person.UPNunknown ?? '',
})

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const { area, batch, one } = found
  const key = { area: area.code, batchId: batch.id, no: one.no }
  const here = { area: area.code, batchId: batch.id, personNo: String(one.no) }
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: { ...valuesOf(one), ...ask.form.values() } }))
  if (ask.form.text('who') !== '' || ask.form.text('what') === 'who') {
    const who = ask.form.text('who')
    if (who === '') return again([{ field: 'who', message: 'Select whether it is the same child' }])
    const said = await sayWho(ask, { ...key, ...(who === 'another' ? {} : { childId: who }) })
    return said.ok ? redirect(paths.returnPerson(here, { done: 'return-person-said' })) : again([{ field: 'who', message: 'This person has been brought over already' }])
  }
  const mended = readMended(ask.form, batch.year === 2023)
  if ('errors' in mended) return again(mended.errors)
  const done = await mendPerson(ask, { ...key, mended: mended.value })
  if (!done.ok) return again([{ field: 'Surname', message: 'This person has been brought over already' }])
  return redirect(paths.returnPerson(here, { done: done.value.isReady ? 'return-person-ready' : 'return-person-kept-out' }))
}

const isCode = <Codes extends object>(codes: Codes, code: string): code is keyof Codes & string => Object.hasOwn(codes, code)

function readMended(form: FormBody, is2023: boolean): { readonly value: Mended } | { readonly errors: readonly FieldError[] } {
  const born = readDate(form, 'bornOn', { what: 'The date of birth' })
  const [surname, forename] = [form.text('Surname'), form.text('Forename')]
  const errors: FieldError[] = [
    ...(surname === '' ? [{ field: 'Surname', message: 'Enter the surname' }] : []), ...(forename === '' ? [{ field: 'Forename', message: 'Enter the first name' }] : []), ...('error' in born ? [born.error] : []),
  ]
  if (errors.length > 0 || 'error' in born) return { errors }
  const [sex, ethnicity, reason] = [form.text('sex'), form.text('Ethnicity'), form.text('UPNunknown')]
  const said = (name: 'PostCode' | 'UPN' | 'UniqueLearnerNumber') => (form.text(name) === '' ? {} : { [name]: form.text(name).toUpperCase() })
  return { value: {
    Surname: surname, Forename: forename, PersonBirthDate: born.value, ...(is2023 ? (isCode(genders, sex) ? { GenderCurrent: sex as '0' } : {}) : isCode(sexes, sex) ? { Sex: sex } : {}),
    ...(isCode(ethnicities, ethnicity) ? { Ethnicity: ethnicity } : {}), ...said('PostCode'), ...said('UPN'), ...said('UniqueLearnerNumber'), ...(isCode(upnUnknownReasons, reason) ? { UPNunknown: reason } : {}),
  } }
}

const choicesOfCodes = (codes: Readonly<Record<string, string>>) => Object.entries(codes).map(([value, text]) => ({ value, text: `${value}: ${text}` }))

function view({ frame, area, batch, one, faults, others, errors, values }: Found & { readonly frame: PageFrame; readonly errors: FormErrors; readonly values: FormValues }) {
  const at = { area: area.code, batchId: batch.id }
  const title = one.name === '' ? `Person ${one.no} of the return` : one.name
  const isOpen = one.state !== 'in' && one.state !== 'unchanged' && one.state !== 'worked-on'
  const whoCanSee = [`SEND managers of ${area.councilName}`]
  const field = { errors, values }
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.returnPeople(at), text: 'People in the return' }} councilName={area.councilName}>
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList rows={[
        { key: 'Person of the file', value: `${one.no}, from line ${one.line}` }, { key: 'Where they stand', value: standing(one) },
        { key: 'Requests and plans', value: String(one.person.Requests.length) },
      ]} />
      {others.length > 0 && (
        <Form tokens={frame.tokens}>
          <input type="hidden" name="what" value="who" />
          {isOpen ? (
            <>
              <RadiosField
                name="who" legend="Is this a child who is on record?" {...field} values={{ who: one.match === 'another' ? 'another' : one.childId ?? '' }}
                items={[...others.map(({ childId, words }) => ({ value: childId, text: `Yes: ${words}` })), { value: 'another', text: 'No, another child' }]}
              />
              <Button variant="secondary">Say who it is</Button>
            </>
          ) : <p class="govuk-body">Alike: {others.map(({ words }) => words).join('; ')}</p>}
        </Form>
      )}
      {faults.length > 0 && (
        <Table
          caption="What is wrong" captionSize="m" head={['What', 'In this case', 'How to mend it', 'Where'].map((content) => ({ content }))}
          rows={faults.map(({ rule, because, element, block, line, column, keepsOut }) => [
            { content: `${ruleById.get(rule)?.says ?? rule}${keepsOut ? ' Keeps this person out.' : ''}` }, { content: [element ?? block, because].filter((words) => words !== undefined).join(': ') }, { content: ruleById.get(rule)?.mends ?? '' }, { content: `line ${line}, column ${column}` },
          ])}
        />
      )}
      {isOpen && (
        <TwoThirds>
          <h2 class="govuk-heading-m">Put right who it is</h2>
          <p class="govuk-body">Other values are put right in the file, which you then bring in again.</p>
          <Form tokens={frame.tokens}>
            <TextField name="Surname" label="Surname" whoCanSee={whoCanSee} {...field} />
            <TextField name="Forename" label="First name" whoCanSee={whoCanSee} {...field} />
            <DateField name="bornOn" legend="Date of birth" {...field} />
            <SelectField name="sex" label={batch.year === 2023 ? 'Gender' : 'Sex'} items={[{ value: '', text: 'Not said' }, ...choicesOfCodes(batch.year === 2023 ? genders : sexes)]} {...field} />
            <SelectField name="Ethnicity" label="Ethnicity" items={[{ value: '', text: 'Not said' }, ...choicesOfCodes(ethnicities)]} {...field} />
            <TextField name="PostCode" label="Postcode" whoCanSee={whoCanSee} {...field} />
            <TextField name="UPN" label="Unique pupil number (UPN)" whoCanSee={whoCanSee} {...field} />
            <TextField name="UniqueLearnerNumber" label="Unique learner number (ULN)" whoCanSee={whoCanSee} {...field} />
            <SelectField name="UPNunknown" label="Why neither number is known" items={[{ value: '', text: 'A number is known' }, ...choicesOfCodes(upnUnknownReasons)]} {...field} />
            <Button preventDoubleClick>Save and check again</Button>
          </Form>
        </TwoThirds>
      )}
    </HubPage>
  )
}
