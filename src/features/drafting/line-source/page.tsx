import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import type { AdviceLineId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { WhoCanSee } from '../../../ui/who-can-see.tsx'
import { listMarkedLines } from '../advice-line-store.ts'
import { DraftPage, draftAudience } from '../draft-page.tsx'
import { LineText, lineName } from '../line-card.tsx'
import { lineIdOf, lineOf, openDraft } from '../open-draft.ts'
import { refusalWords } from '../refusal-words.ts'
import { reportWords } from '../source-words.tsx'
import { readSaid } from './form.ts'
import { SaidBoxes } from './said-boxes.tsx'
import { addSource, removeSource } from './source-line.ts'

async function form(ask: Ask, errors: readonly FieldError[], values: FormValues): Promise<Reply> {
  const lineId = lineIdOf(ask)
  const { draft, marked } = await read(ask, async (tx) => {
    const opened = await openDraft(tx, ask, { on: lineId })
    return { draft: opened, marked: (await listMarkedLines(tx, opened.caseFile)).filter(({ report }) => report.isReadable) }
  })
  const line = lineOf(draft, lineId)
  const key = { ...draft.caseFile.key, lineId }
  const title = `Add a source to ${lineName(draft, line)}`
  const document = (
    <DraftPage frame={ask.frame} draft={draft} title={title} here={line.section} errors={errors} on={lineId} back={{ href: paths.planLine(key), text: 'Back to the line' }}>
      <LineText text={line.text} />
      <Form tokens={ask.frame.tokens}>
        <RadiosField
          name="from" legend="Which words does the line stand on?" small errors={errors} values={values}
          items={[
            ...marked.filter((each) => each.kind === line.kind).map((each) => ({ value: each.id, text: each.quote, hint: reportWords(each.report) })),
            { divider: 'or' },
            { value: 'said', text: 'Something somebody said', conditional: <SaidBoxes errors={errors} values={values} /> },
          ]}
        />
        <WhoCanSee audience={draftAudience} />
        <Button preventDoubleClick>Add the source</Button>
      </Form>
    </DraftPage>
  )
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const lineId = lineIdOf(ask)
  const back = redirect(paths.planLine({ ...caseKeyOf(ask), lineId }, { done: 'saved' }))
  const gone = ask.form.text('remove')
  if (isId(gone)) {
    const removed = await removeSource(ask, caseKeyOf(ask), { lineId, sourceId: gone })
    return removed.ok ? back : form(ask, [{ field: 'from', message: refusalWords(removed.refusal) }], {})
  }
  const again = (errors: readonly FieldError[]): Promise<Reply> => form(ask, errors, ask.form.values())
  const from = ask.form.text('from')
  if (from !== 'said' && !isId(from)) return again([{ field: 'from', message: 'Select the words, or say who said it' }])
  const said = from === 'said' ? readSaid(ask.form, ask.house.clock.today()) : { value: from as AdviceLineId }
  if ('errors' in said) return again(said.errors)
  const added = await addSource(ask, caseKeyOf(ask), { lineId, source: said.value })
  if (added.ok) return back
  return again([{ field: 'from', message: added.refusal.kind === 'has-it-already' ? 'The line has this source already' : refusalWords(added.refusal) }])
}
