import { ok } from '../../../domain/outcome.ts'
import { actOnDraft } from '../draft-door.ts'
import { listSettingsCalled, saveAnswers } from '../draft-store.ts'
import type { Answers, Values } from '../journey/question.ts'
import { textIn } from '../journey/question.ts'

/** Saves one question's answer. A new name of a setting ends the choice that was made for the old one. */
export const saveAnswer = actOnDraft('save-request-answer', async (tx, draft, { question, values }: { question: string; values: Values }) => {
  const answers: Record<string, Values> = { ...draft.answers, [question]: values }
  if (question === 'setting' && textIn(values, 'settingName') !== textIn(draft.answers['setting'], 'settingName')) {
    delete answers['which-setting']
    const typed = textIn(values, 'settingName')
    const exact = (await listSettingsCalled(tx, typed)).filter(({ name }) => name.toLowerCase() === typed.toLowerCase())
    const [only] = exact
    if (only !== undefined && exact.length === 1) answers['which-setting'] = { settingId: only.id }
  }
  await saveAnswers(tx, draft, answers)
  return ok<Answers>(answers)
})
