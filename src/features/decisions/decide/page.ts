import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask, Page } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { listBodiesToTell, listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import { noticeFor } from '../../../casebook/sending/notices.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { recipientCards } from '../../../casebook/sending/recipient-cards.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { listWords } from '../../../ui/words.ts'
import type { Question } from '../decision-store.ts'
import { findLimit, listOutstandingAdvice, listPanelItems } from '../decision-store.ts'
import { stageWords } from '../stage-words.ts'
import { checkView } from './check-view.tsx'
import type { DecisionRefusal } from './decide.ts'
import { decideAssessment, decidePlan, extraFor } from './decide.ts'
import type { DecisionForm } from './form.ts'
import { readDecision } from './form.ts'
import { questions } from './question.ts'
import { view } from './view.tsx'
import { mayAct } from '../../../domain/access/policy.ts'

/** The pair of pages for one of the two decisions: answer the legal test, then read the letter before it goes. */
export function decisionPages(question: Question): { show: Page; submit: Page } {
  const law = questions[question]
  const decide = question === 'assess' ? decideAssessment : decidePlan

  const form = async (ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> => {
    const shown = await read(ask, async (tx) => {
      const caseFile = await openCaseFile(tx, caseKeyOf(ask))
      return {
        caseFile, limit: await findLimit(tx, caseFile, law.clocks), panel: await listPanelItems(tx, caseFile, question),
        outstanding: question === 'issue' ? await listOutstandingAdvice(tx, caseFile) : [],
      }
    })
    const may = mayAct(law.act, shown.caseFile.parts, shown.caseFile.stage)
    const closed = may === 'not-at-this-stage' ? stageWords({ kind: may, act: law.act, stage: shown.caseFile.stage }) : undefined
    const document = view({ frame: ask.frame, law, ...shown, closed, errors, values })
    return errors.length > 0 ? wrongForm(document) : page(document)
  }

  const check = async (ask: Ask, decision: DecisionForm): Promise<Reply> => {
    const shown = await read(ask, async (tx) => {
      const caseFile = await openCaseFile(tx, caseKeyOf(ask))
      const extra = await extraFor(tx, caseFile, decision)
      const kind = law.noticeFor[decision.outcome] ?? 'will-assess'
      const family = await listFamilyAddressees(tx, caseFile)
      const bodies = await listBodiesToTell(tx, caseFile)
      const cards = await recipientCards(tx, caseFile, [
        ...family.map((to) => ({ to, sees: ['Their own copy of the letter below', 'The stage of the case and its dates'] })),
        ...bodies.map((to) => ({ to, sees: ['That the council has decided, and the dates of the case: not the letter'] })),
      ])
      return { caseFile, cards, letters: family.map((to) => ({ to, notice: noticeFor(caseFile, kind, to, tx.today, extra) })) }
    })
    return page(checkView({ frame: ask.frame, law, decision, ...shown, values: ask.form.values() }))
  }

  return {
    show: (ask) => form(ask, [], {}),
    submit: async (ask) => {
      const given = readDecision(ask.form, law)
      if ('errors' in given) return form(ask, given.errors, ask.form.values())
      if (ask.form.text('step') === 'change') return form(ask, [], ask.form.values())
      if (ask.form.text('step') !== 'send') return check(ask, given.value)
      const done = await decide(ask, caseKeyOf(ask), given.value)
      if (!done.ok) return form(ask, [{ field: 'reasons', message: refusalWords(done.refusal) }], ask.form.values())
      return redirect(paths.caseOverview({ ...caseKeyOf(ask) }, { done: 'decided' }))
    },
  }
}

function refusalWords(refusal: DecisionRefusal | NotAtThisStage): string {
  switch (refusal.kind) {
    case 'not-at-this-stage': return stageWords(refusal)
    case 'nobody-to-tell': return 'Nobody of the family is on this case, so the letter cannot be sent. Record a family member first'
    case 'advice-outstanding': return `A plan cannot be refused while advice is outstanding from ${listWords([...refusal.from])}. Wait for it, withdraw it, or record why it is missing`
    case 'notice-incomplete': return `The letter cannot be sent yet. The law asks for: ${listWords(refusal.missing.map((element) => element.replaceAll('-', ' ')))}`
  }
}
