// The package as a file, locked with a passphrase: for a council elsewhere, and for whoever checks the signature with tools of their own.
// A package never leaves the hub open. Nothing of the passphrase is kept: whoever loses it makes another file.

import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { mustHoldInArea } from '../../../casebook/access/office.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page, redirect } from '../../../platform/http/reply.ts'
import { isPassphrase, lockFile, newPassphrase } from '../../../platform/seal/locked-file.ts'
import { Form } from '../../../ui/form.tsx'
import type { FormTokens } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { CasePage, childName, HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { getArrival } from '../arrival-store.ts'
import { getMove } from '../move-store.ts'
import { openPackageFile } from '../package-files.ts'

const title = 'The package as a locked file'

const findMove = (ask: Ask) => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'moves')
  const move = await getMove(tx, caseFile, param(ask, 'moveId'))
  if (move.packageSha256 === undefined) throw new NotFound('package')
  return { caseFile, move, packageSha256: move.packageSha256 }
})

const findArrival = (ask: Ask) => read(ask, async (tx) => {
  const area = await openArea(tx, param(ask, 'area'))
  mustHoldInArea(tx, 'receive-moves', area.id)
  const arrival = await getArrival(tx, area.id, param(ask, 'arrivalId'))
  if (arrival.state === 'called-off' || arrival.state === 'returned') throw new NotFound('package')
  return { area, arrival }
})

const words = (passphrase: string, whom: string, tokens: FormTokens) => (
  <>
    <p class="govuk-body">The file holds the whole record, with every report and document. Nobody can read it without these letters and numbers:</p>
    <InsetText><span class="govuk-heading-m govuk-!-margin-bottom-0"><code class="hub-breaks">{passphrase}</code></span></InsetText>
    <WarningText>Write them down now. They are shown this once and kept nowhere. When you open this page again there are others, for another file.</WarningText>
    <p class="govuk-body">Tell them to {whom} on the telephone, on a number that you knew before. Never send them with the file, by email or as a text message.</p>
    <Form tokens={tokens}>
      <input type="hidden" name="passphrase" value={passphrase} />
      <Button>Download the locked file</Button>
    </Form>
    <p class="govuk-body">Whoever does not use this hub opens the file with the program age (age-encryption.org): <code class="hub-breaks">age --decrypt</code></p>
  </>
)

export async function showMovePackage(ask: Ask): Promise<Reply> {
  const { caseFile, move } = await findMove(ask)
  return page(
    <CasePage frame={ask.frame} caseFile={caseFile} title={title} back={{ href: move.state === 'to-hand-over' ? paths.handOverMove({ ...caseFile.key, moveId: move.id }) : paths.caseMove(caseFile.key) }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {words(newPassphrase(), move.to, ask.frame.tokens)}
      </TwoThirds>
    </CasePage>,
  )
}

export async function movePackageFile(ask: Ask): Promise<Reply> {
  const { caseFile, move, packageSha256 } = await findMove(ask)
  return locked(ask, packageSha256, `record-${caseFile.reference}`, paths.movePackage({ ...caseFile.key, moveId: move.id }))
}

export async function showArrivalPackage(ask: Ask): Promise<Reply> {
  const { area, arrival } = await findArrival(ask)
  return page(
    <HubPage frame={ask.frame} title={title} councilName={area.councilName} back={{ href: paths.arrival({ area: area.code, arrivalId: arrival.id }) }}>
      <TwoThirds>
        <span class="govuk-caption-l">{arrival.childName}, from {arrival.from}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {words(newPassphrase(), 'whoever is to read it', ask.frame.tokens)}
      </TwoThirds>
    </HubPage>,
  )
}

export async function arrivalPackageFile(ask: Ask): Promise<Reply> {
  const { area, arrival } = await findArrival(ask)
  return locked(ask, arrival.packageSha256, `record-from-${arrival.from.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`, paths.arrivalPackage({ area: area.code, arrivalId: arrival.id }))
}

/** Only a passphrase that the hub made: one that somebody thought of could be guessed. */
async function locked(ask: Ask, sha256: string, name: string, again: string): Promise<Reply> {
  const passphrase = ask.form.text('passphrase')
  if (!isPassphrase(passphrase)) return redirect(again)
  const bytes = await read(ask, (tx) => openPackageFile(tx, sha256))
  return file(await lockFile(bytes, passphrase), 'application/octet-stream', `${name}.zip.age`)
}
