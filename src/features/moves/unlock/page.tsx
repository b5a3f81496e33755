// A locked file that was brought in is opened with the words that the other council told. A wrong one loses nothing: the file stays.

import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { mustHoldInArea } from '../../../casebook/access/office.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { UnlockRefusal } from '../../../platform/seal/locked-file.ts'
import { unlockFile } from '../../../platform/seal/locked-file.ts'
import { TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, fileSizeWords } from '../../../ui/words.ts'
import { bringArrival, lookInto, putLockedAway } from '../arrival-acts.ts'
import { bringWords } from '../bring-words.ts'
import { getLocked } from '../locked-store.ts'
import { openPackageFile } from '../package-files.ts'

const find = (ask: Ask) => read(ask, async (tx) => {
  const area = await openArea(tx, param(ask, 'area'))
  mustHoldInArea(tx, 'receive-moves', area.id)
  return { area, locked: await getLocked(tx, area.id, param(ask, 'lockedId')) }
})

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  const { area, locked } = await find(ask)
  if (locked.arrivalId !== undefined) return redirect(paths.arrival({ area: area.code, arrivalId: locked.arrivalId }))
  const title = 'Open a locked package'
  const document = (
    <HubPage frame={ask.frame} title={title} errors={errors} councilName={area.councilName} back={{ href: paths.arrivals({ area: area.code }), text: 'Children who moved here' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList rows={[{ key: 'File', value: <span class="hub-breaks">{locked.fileName}</span> }, { key: 'Brought in', value: `${dateTimeWords(locked.broughtAt)}, by ${locked.broughtByName} (${fileSizeWords(locked.size)})` }]} />
        {locked.isPutAway ? <InsetText>It was put away unopened. Bring the file in again if you need it.</InsetText> : (
          <>
            <p class="govuk-body">Whoever gave you the file knows a passphrase of twenty letters and numbers. Ring them, on a number that you knew before. Then the package is checked: its signature, each file in it, and for viruses.</p>
            <Form tokens={ask.frame.tokens}>
              <input type="hidden" name="what" value="open" />
              <TextField
                name="passphrase" label="The passphrase" hint="Spaces, hyphens and capital letters do not matter" whoCanSee={['nobody. It opens the file and is not kept']}
                autocomplete="off" spellcheck={false} errors={errors} values={values}
              />
              <Button preventDoubleClick>Open the package</Button>
            </Form>
            <Details summary="It cannot be opened, or it is not for us">
              <p class="govuk-body">Nothing of it is in any case here. It goes from the list of what waits.</p>
              <Form tokens={ask.frame.tokens}>
                <input type="hidden" name="what" value="put-away" />
                <Button variant="secondary" preventDoubleClick>Put it away unopened</Button>
              </Form>
            </Details>
          </>
        )}
      </TwoThirds>
    </HubPage>
  )
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

const unlockWords: Readonly<Record<UnlockRefusal, string>> = {
  'wrong-passphrase': 'The passphrase does not open this file. Check each letter with the other council. The file is still here',
  'no-passphrase': 'The file is locked in a way that no passphrase opens. Ask the other council for one that is locked with a passphrase',
  'too-much-work': 'The file asks for more work than a package needs, and was not tried. Ask the other council how they locked it',
  broken: 'The file is damaged, or somebody changed it. Ask the other council to send it again',
}

export async function submit(ask: Ask): Promise<Reply> {
  const { area, locked } = await find(ask)
  const list = paths.arrivals({ area: area.code })
  if (ask.form.text('what') === 'put-away') {
    await putLockedAway(ask, { area: area.code, lockedId: locked.id })
    return redirect(paths.arrivals({ area: area.code }, { done: 'locked-put-away' }))
  }
  if (locked.arrivalId !== undefined || locked.isPutAway) return redirect(list)
  const values = ask.form.values()
  const typed = ask.form.text('passphrase')
  const refuse = (message: string): Promise<Reply> => form(ask, [{ field: 'passphrase', message }], values)
  if (typed === '') return refuse('Enter the passphrase')
  const opened = await unlockFile(await read(ask, (tx) => openPackageFile(tx, locked.sha256)), typed)
  if (!opened.ok) return refuse(unlockWords[opened.refusal])
  const looked = await lookInto(ask.house, opened.value)
  if (!looked.ok) return refuse(bringWords(looked.refusal))
  const brought = await bringArrival(ask, { area: area.code, bytes: opened.value, opened: looked.value, lockedId: locked.id })
  return brought.ok ? redirect(paths.arrival({ area: area.code, arrivalId: brought.value }, { done: 'arrival-kept' })) : refuse(bringWords(brought.refusal))
}
