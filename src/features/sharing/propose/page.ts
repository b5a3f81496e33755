import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { Addressee } from '../../../casebook/sending/letters.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { planIdOf } from '../../../casebook/plan/plan-content.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { isSection } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { closedView, closedWords, isFamily, whyClosed } from '../closed.tsx'
import { readOnBehalf, speaksForFamily } from '../on-behalf.tsx'
import type { Proposal } from '../../../casebook/plan/proposals.ts'
import { listProposals, whoSaid } from '../../../casebook/plan/proposals.ts'
import { findLineInSight, findServed, isWorkedOn } from '../served-draft.ts'
import type { ProposalForm } from './form.ts'
import { kindsInASection, kindsOnLine, readProposal } from './form.ts'
import type { About, ProposeRefusal } from './propose-change.ts'
import { proposeChange } from './propose-change.ts'
import { lineView, sectionView } from './view.tsx'

interface Opened {
  readonly caseFile: CaseFile
  readonly why: string | undefined
  readonly family: readonly Addressee[]
  readonly proposals: readonly Proposal[]
  readonly isServed: boolean
}

async function open(tx: Tx, ask: Ask): Promise<Opened> {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  const isServed = findServed(caseFile) !== undefined
  const noDraft = isServed || isWorkedOn(caseFile) || !(isFamily(caseFile) || speaksForFamily(caseFile)) ? undefined : 'No draft plan has been sent to the family yet, so there is nothing to comment on.'
  const why = whyClosed(caseFile, 'propose-change') ?? noDraft
  if (why !== undefined) return { caseFile, why, family: [], proposals: [], isServed }
  // What the council may see is everybody's; a form shows one person's words only.
  const proposals = (await listProposals(tx, caseFile, await planIdOf(tx, caseFile)))
    .filter((proposal) => tx.viewer.kind === 'person' && whoSaid(proposal).id === tx.viewer.personId)
  return { caseFile, why, family: await listFamilyAddressees(tx, caseFile), proposals, isServed }
}

const title = 'Comment on the draft'
const whereItStands = (caseFile: CaseFile): typeof paths.sharedDraft | typeof paths.planWorking => (isWorkedOn(caseFile) ? paths.planWorking : paths.sharedDraft)

async function onLine(ask: Ask, errors: FormErrors, typed?: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const opened = await open(tx, ask)
    const { caseFile, why } = opened
    if (why !== undefined) return answer(closedView({ frame: ask.frame, caseFile, title, why }), errors)
    const found = await findLineInSight(tx, caseFile, param(ask, 'lineId'))
    if (found === undefined) throw new NotFound('line')
    const values = typed ?? { words: found.line.text }
    return answer(lineView({
      frame: ask.frame, ...opened, line: found.line, viewerName: nameOf(ask), errors, values,
      said: opened.proposals.filter(({ lineId }) => lineId === found.line.id),
    }), errors)
  })
}

const answer = (document: Parameters<typeof page>[0], errors: FormErrors): Reply => (errors.length > 0 ? wrongForm(document) : page(document))
const nameOf = ({ viewer }: Ask): string => (viewer.kind === 'person' ? viewer.name : '')

export const showOnLine = (ask: Ask): Promise<Reply> => onLine(ask, [])

export async function submitOnLine(ask: Ask): Promise<Reply> {
  const { line, caseFile, family } = await read(ask, async (tx) => {
    const opened = await open(tx, ask)
    return { ...opened, line: opened.why === undefined ? (await findLineInSight(tx, opened.caseFile, param(ask, 'lineId')))?.line : undefined }
  })
  if (line === undefined) return onLine(ask, [{ field: 'kind', message: closedWords(caseFile, caseFile.stage) }], ask.form.values())
  const given = readProposal(ask.form, kindsOnLine, line.text)
  const done = await propose(ask, given, { kind: 'line', lineId: line.id, onRevision: Number(ask.form.text('revision')) }, { caseFile, family })
  return 'errors' in done ? onLine(ask, done.errors, ask.form.values()) : redirect(`${whereItStands(caseFile)(caseFile.key, { done: 'proposal-made' })}#line-${line.id}`)
}

async function inSection(ask: Ask, errors: FormErrors, typed?: FormValues): Promise<Reply> {
  const section = sectionOf(ask)
  if (section === 'I') return redirect(paths.makeWish(caseKeyOf(ask), { kind: 'setting' }))
  return read(ask, async (tx) => {
    const opened = await open(tx, ask)
    const { caseFile, why } = opened
    if (why !== undefined) return answer(closedView({ frame: ask.frame, caseFile, title, why }), errors)
    return answer(sectionView({
      frame: ask.frame, ...opened, section, viewerName: nameOf(ask), errors, values: typed ?? {},
      said: opened.proposals.filter((proposal) => proposal.section === section && proposal.onRevision === undefined),
    }), errors)
  })
}

export const showInSection = (ask: Ask): Promise<Reply> => inSection(ask, [])

export async function submitInSection(ask: Ask): Promise<Reply> {
  const section = sectionOf(ask)
  if (section === 'I') throw new NotFound('section')
  const { caseFile, family, why } = await read(ask, (tx) => open(tx, ask))
  if (why !== undefined) return inSection(ask, [{ field: 'kind', message: why }], ask.form.values())
  const done = await propose(ask, readProposal(ask.form, section === 'K' ? ['comment'] : kindsInASection), { kind: 'section', section }, { caseFile, family })
  return 'errors' in done ? inSection(ask, done.errors, ask.form.values()) : redirect(`${whereItStands(caseFile)(caseFile.key, { done: 'proposal-made' })}#section-${section}`)
}

function sectionOf(ask: Ask): Section {
  const section = param(ask, 'section')
  if (!isSection(section)) throw new NotFound('section')
  return section
}

async function propose(
  ask: Ask, given: { value: ProposalForm } | { errors: FieldError[] }, about: About, { caseFile, family }: Pick<Opened, 'caseFile' | 'family'>,
): Promise<{ errors: FieldError[] } | { done: true }> {
  const behalf = readOnBehalf(ask.form, caseFile, family)
  if ('errors' in given || 'errors' in behalf) return { errors: [...('errors' in behalf ? behalf.errors : []), ...('errors' in given ? given.errors : [])] }
  const made = await proposeChange(ask, caseKeyOf(ask), { about, form: given.value, behalf: behalf.value })
  return made.ok ? { done: true } : { errors: [{ field: 'kind', message: refusalWords(made.refusal, caseFile) }] }
}

function refusalWords(refusal: ProposeRefusal | NotAtThisStage, caseFile: CaseFile): string {
  switch (refusal.kind) {
    case 'not-at-this-stage': return closedWords(caseFile, refusal.stage)
    case 'no-draft-yet': return 'No draft plan has been sent to the family yet'
    case 'line-changed': return 'A newer draft has been sent since you opened this page. Read the new words below, then send your comment again'
    case 'not-on-this-case': return 'This person is no longer on the case'
  }
}
