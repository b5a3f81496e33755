// What was stopped, for the team: the words of the sender that were found, and for whoever decides the release of a false alarm.

import { act } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { keepRelease } from '../../../casebook/sending/check-before-sending.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { findingWords } from '../../../domain/sending/findings.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { CheckboxesField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import type { Stop } from '../sending-store.ts'
import { findStop } from '../sending-store.ts'

const releaseStop = act('release-stop', async (tx, caseFile, { stopId, marks, reason }: { stopId: string; marks: readonly string[]; reason: string }): Promise<Outcome<number, { kind: 'nothing-to-release' }>> => {
  const stop = await findStop(tx, caseFile, stopId)
  const chosen = stop?.findings.filter(({ mark }) => marks.includes(mark)) ?? []
  if (chosen.length === 0) return refused({ kind: 'nothing-to-release' })
  for (const one of chosen) await keepRelease(tx, caseFile, one, reason)
  await recordFact(tx, caseFile, { type: 'stop-released', count: chosen.length }, { reason })
  return ok(chosen.length)
})

const find = (ask: Ask): Promise<{ caseFile: CaseFile; stop: Stop }> => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  const stop = caseFile.open.includes('take-back') ? await findStop(tx, caseFile, param(ask, 'stopId')) : undefined
  if (stop === undefined) throw new NotFound('stop')
  return { caseFile, stop }
})

export const show = async (ask: Ask): Promise<Reply> => page(view({ frame: ask.frame, ...await find(ask), errors: [], values: {} }))

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const marks = ask.form.all('release')
  const reason = ask.form.text('reason')
  const errors: FieldError[] = [
    ...(marks.length === 0 ? [{ field: 'release', message: 'Select the words that may go' }] : []), ...(reason === '' ? [{ field: 'reason', message: 'Enter why these words may stand in this case' }] : []),
    ...(reason.length > 1000 ? [{ field: 'reason', message: 'Reason must be 1,000 characters or fewer' }] : []),
  ]
  const again = (wrong: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors: wrong, values: ask.form.values() }))
  if (errors.length > 0) return again(errors)
  const done = await releaseStop(ask, found.caseFile.key, { stopId: found.stop.id, marks, reason })
  return done.ok ? redirect(paths.stop({ ...found.caseFile.key, stopId: found.stop.id }, { done: 'false-alarm' })) : again([{ field: 'release', message: 'Somebody has released these words already' }])
}

function view({ frame, caseFile, stop, errors, values }: { frame: PageFrame; caseFile: CaseFile; stop: Stop; errors: readonly FieldError[]; values: FormValues }) {
  const title = 'What was stopped'
  const decides = caseFile.open.includes('release-stop')
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseOverview(caseFile.key), text: 'The case' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{stop.by} was about to send it on {dateTimeWords(stop.at)}. It was not sent.</p>
        {stop.released > 0 && <p class="govuk-body">{stop.released} of the words found may stand in this case: somebody released them.</p>}
        {stop.findings.length > 0 && (
          <ul class="govuk-list govuk-list--bullet">
            {stop.findings.map(({ kind, words, around }) => <li><strong>“{words}”</strong>: {findingWords[kind]}.<br />Here: {around}</li>)}
          </ul>
        )}
        {stop.findings.length > 0 && (decides
          ? (
            <Form tokens={frame.tokens}>
              <CheckboxesField name="release" legend="Which of these are a false alarm?" errors={errors} values={values} items={stop.findings.map(({ mark, words }) => ({ value: mark, text: `“${words}”` }))} />
              <TextAreaField name="reason" label="Why may they stand in this case?" rows={3} whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} errors={errors} values={values} />
              <Button>Release these words for this case</Button>
            </Form>
          )
          : <p class="govuk-body">Whoever decides for the council can release it. You can also correct what you wrote and send it again.</p>)}
      </TwoThirds>
    </CasePage>
  )
}
