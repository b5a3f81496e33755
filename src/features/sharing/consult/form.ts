import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'

export interface ConsultForm {
  readonly settings: readonly string[]
  readonly reports: readonly string[]
  readonly documents: readonly string[]
}

export function readConsult(form: FormBody): { value: ConsultForm } | { errors: FieldError[] } {
  const settings = [...new Set(form.all('settings'))]
  if (settings.length === 0) return { errors: [{ field: 'settings', message: 'Select at least one setting' }] }
  return { value: { settings, reports: [...new Set(form.all('reports'))], documents: [...new Set(form.all('documents'))] } }
}
