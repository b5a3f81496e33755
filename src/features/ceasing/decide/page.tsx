import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { listBodiesToTell, listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import { noticeFor } from '../../../casebook/sending/notices.ts'
import { recipientCards } from '../../../casebook/sending/recipient-cards.ts'
import { read } from '../../../casebook/tx.ts'
import { ageOn } from '../../../domain/calendar/plain-date.ts'
import { ceaseRefusals } from '../../../domain/ceasing/cease-guards.ts'
import { openCeasing } from '../../../domain/ceasing/ceasing-of.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { CheckLetters } from '../../../ui/check-letters.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import type { CeaseDecision } from '../ceasing-acts.ts'
import { decideCeasing, decisionExtra } from '../ceasing-acts.ts'
import { readCeasings } from '../ceasing-store.ts'
import { ceaseErrors, refusalWords } from '../words.ts'
import { readDecision } from './form.ts'
import { view } from './view.tsx'

async function form(ask: Ask, errors: FormErrors, typed?: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const open = openCeasing(caseFile.facts)
    const closed = !caseFile.open.includes('decide-ceasing') ? refusalWords({ kind: 'not-at-this-stage', act: 'decide-ceasing', stage: caseFile.stage }) : open === undefined ? refusalWords({ kind: 'none-under-way' }) : undefined
    const kept = open === undefined ? undefined : (await readCeasings(tx, caseFile)).get(open.id)
    const values = typed ?? (open === undefined ? {} : { ground: open.considered.ground })
    const document = view({
      frame: ask.frame, caseFile, isOver18: isOver18(caseFile, ask), errors, values, ...(closed === undefined ? {} : { closed }), ...(open === undefined ? {} : { ceasing: open }), ...(kept === undefined ? {} : { kept }),
    })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

const isOver18 = ({ child }: Pick<CaseFile, 'child'>, ask: Ask): boolean => ageOn(child.bornOn, ask.house.clock.today()) >= 18

export const show = (ask: Ask): Promise<Reply> => form(ask, [])

/** The letter before it goes, or what the law says to the answers. */
async function check(ask: Ask, decision: CeaseDecision): Promise<Reply> {
  const wrong = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const ceasing = openCeasing(caseFile.facts)
    return decision.outcome === 'keep' || ceasing === undefined ? [] : ceaseRefusals(ceasing, decision.answers, { bornOn: caseFile.child.bornOn, today: tx.today })
  })
  if (wrong.length > 0) return form(ask, ceaseErrors(wrong), ask.form.values())
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const family = await listFamilyAddressees(tx, caseFile, decision.outcome === 'cease' ? 'appeal' : 'sharing')
    const bodies = await listBodiesToTell(tx, caseFile)
    const extra = await decisionExtra(tx, caseFile, decision)
    const cards = await recipientCards(tx, caseFile, [
      ...family.map((to) => ({ to, sees: ['Their own copy of the letter below'] })),
      ...bodies.map((to) => ({ to, sees: ['That the council has decided, and until when the plan stays in force: not the letter'] })),
    ])
    return page(CheckLetters({
      frame: ask.frame, caseFile, title: 'Check the letter before you decide', values: ask.form.values(), cards, button: 'Decide and send',
      lead: decision.outcome === 'cease' ? <>You decide: <strong>the plan will end</strong>, once nobody can appeal any more.</> : <>You decide: <strong>the plan goes on</strong>.</>,
      letters: family.map((to) => ({ to, notice: noticeFor(caseFile, decision.outcome === 'cease' ? 'cease' : 'not-ceasing', to, tx.today, extra) })),
    }))
  })
}

export async function submit(ask: Ask): Promise<Reply> {
  const over18 = await read(ask, async (tx) => isOver18(await openCaseFile(tx, caseKeyOf(ask)), ask))
  const given = readDecision(ask.form, { isOver18: over18 })
  if ('errors' in given) return form(ask, given.errors, ask.form.values())
  if (ask.form.text('step') === 'change') return form(ask, [], ask.form.values())
  if (ask.form.text('step') !== 'send') return check(ask, given.value)
  const done = await decideCeasing(ask, caseKeyOf(ask), given.value)
  if (!done.ok) return form(ask, done.refusal.kind === 'test-not-met' ? ceaseErrors(done.refusal.because) : [{ field: 'outcome', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.ceasing(caseKeyOf(ask), { done: 'decided' }))
}
