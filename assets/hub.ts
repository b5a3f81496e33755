// All the script there is. Every page works without it: this makes some things quicker.
import { SortableTable } from '@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs'
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink,
  createAll,
} from 'govuk-frontend'
import { foldFilters } from './fold-filters.ts'
import { planEditor } from './plan-editor.ts'
import { markSelection } from './mark-selection.ts'
import { saveAsYouGo } from './save-as-you-go.ts'
import { ValidRadios } from './valid-radios.ts'
import { sessionEnd } from './session-end.ts'

// GOV.UK Frontend sets these by a script inside the page; our content security policy allows none there.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

for (const component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink,
  SortableTable,
  ValidRadios,
]) {
  createAll(component)
}

foldFilters()
planEditor()
markSelection()
saveAsYouGo()
sessionEnd()
