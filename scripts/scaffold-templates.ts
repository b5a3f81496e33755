// What `npm run scaffold` writes: the least that compiles, passes the linter and is reached by its route, with a test that
// fails until somebody says what the page is for.

export interface Names {
  /** "requests" */
  readonly feature: string
  /** "send-request": folder, act, file */
  readonly folder: string
  /** "sendRequest": function, path */
  readonly code: string
  /** "Send request": heading to be put into better words */
  readonly words: string
}

type Files = Readonly<Record<string, string>>

export const actFiles = (names: Names): Files => ({
  [`${names.folder}.ts`]: act(names), 'form.ts': form, 'page.ts': actPage(names), 'view.tsx': actView(names), 'page.test.ts': actTest(names),
})

export const pageFiles = (names: Names, sight: string): Files => ({
  'page.ts': page(sight), 'view.tsx': view(names), 'page.test.ts': pageTest(names),
})

export const featureFiles = ({ feature, folder, code }: Names, rows: string): Files => ({
  'index.ts': `import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const ${camelCase(feature)}: Feature = { name: '${feature}', routes }
`,
  'routes.ts': `import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as ${code} from './${folder}/page.ts'

export const routes = [
${rows}] satisfies Route[]
`,
})

export const actRows = ({ code, folder }: Names): string =>
  `  { get: paths.${code}.pattern, may: { act: '${folder}' }, page: ${code}.show },\n  { post: paths.${code}.pattern, may: { act: '${folder}' }, page: ${code}.submit },\n`

export const pageRows = ({ code }: Names, sight: string): string =>
  `  { get: paths.${code}.pattern, may: { look: '${sight}' }, page: ${code}.show },\n`

export const camelCase = (kebab: string): string => kebab.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

const act = ({ code, folder }: Names): string => `import { act } from '../../../casebook/act.ts'
import { refused } from '../../../domain/outcome.ts'
import type { Answers } from './form.ts'

// In this order: ask the rule in src/domain, save through the feature's store, record at least one fact, answer ok(…).
export const ${code} = act('${folder}', async (_tx, _caseFile, _answers: Answers) => refused({ kind: 'not-written-yet' as const }))
`

const form = `import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'

export interface Answers {
  readonly reason: string
}

/** Reads the posted form; the errors name the fields they belong to. */
export function readAnswers(form: FormBody): { value: Answers } | { errors: FieldError[] } {
  const reason = form.text('reason')
  return reason === '' ? { errors: [{ field: 'reason', message: 'Enter a reason' }] } : { value: { reason } }
}
`

const actPage = ({ code, folder }: Names): string => `import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readAnswers } from './form.ts'
import { ${code} } from './${folder}.ts'
import { view } from './view.tsx'

const opened = (ask: Ask): Promise<CaseFile> => read(ask, (tx) => openCaseFile(tx, caseKeyOf(ask)))

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, caseFile: await opened(ask), errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const caseFile = await opened(ask)
  const again = (errors: FieldError[]): Reply => wrongForm(view({ frame: ask.frame, caseFile, errors, values: ask.form.values() }))
  const form = readAnswers(ask.form)
  if ('errors' in form) return again(form.errors)
  const done = await ${code}(ask, caseFile.key, form.value)
  if (!done.ok) return again([{ field: 'reason', message: 'This cannot be done now' }])
  return redirect(paths.caseOverview(caseFile.key))
}
`

const actView = ({ words }: Names): string => `import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'

export interface View {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, errors, values }: View) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title="${words}" errors={errors}>
      <TwoThirds>
        <h1 class="govuk-heading-l">${words}</h1>
        <Form tokens={frame.tokens}>
          <TextAreaField
            name="reason"
            label="Why?"
            whoCanSee={[\`the \${caseFile.area.councilName} SEND team\`]}
            rows={4}
            errors={errors}
            values={values}
          />
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
`

const page = (sight: string): string => `import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  const caseFile = await read(ask, async (tx) => {
    const opened = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(opened, '${sight}')
    return opened
  })
  return page(view({ frame: ask.frame, caseFile }))
}
`

const view = ({ words }: Names): string => `import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'

export function view({ frame, caseFile }: { frame: PageFrame; caseFile: CaseFile }) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title="${words}">
      <h1 class="govuk-heading-l">${words}</h1>
    </CasePage>
  )
}
`

const testHead = ({ words }: Names): string => `import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../../test/builders/a-case.ts'
import type { Hub } from '../../../../test/harness/hub.ts'
import { aHub } from '../../../../test/harness/hub.ts'
import type { CaseKey } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'

describe('${words.toLowerCase()}', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub)
  })
  after(() => hub.close())
`

const strangers = ({ code }: Names): string => `
  it('is not found by anybody without a part in the case', async () => {
    for (const stranger of ['idwal', 'kerry', 'aled']) {
      const visitor = await (await hub.as(stranger)).get(paths.${code}(key))
      assert.ok(visitor.status === 404 || visitor.status === 403, \`\${stranger} got \${visitor.status}\`)
    }
  })
})
`

const actTest = (names: Names): string => `${testHead(names)}
  it('does what it is for', async () => {
    const officer = await (await hub.as('hattie')).get(paths.${names.code}(key))
    await officer.submit({ reason: 'A reason' })
    assert.equal(officer.status, 200, 'write the act, then say here what the next page shows')
  })

  it('keeps a wrong form as typed, with the error at its field', async () => {
    const officer = await (await hub.as('hattie')).get(paths.${names.code}(key))
    await officer.submit({ reason: ' ' })
    assert.equal(officer.status, 422)
    assert.deepEqual(officer.errors, ['Enter a reason'])
  })
${strangers(names)}`

const pageTest = (names: Names): string => `${testHead(names)}
  it('shows what it is for', async () => {
    const officer = await (await hub.as('hattie')).get(paths.${names.code}(key))
    assert.equal(officer.heading, '${names.words}')
    assert.fail('say here what the page shows')
  })
${strangers(names)}`
