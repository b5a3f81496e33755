// GOV.UK Frontend ships no types. These are the few that assets/hub.ts needs.
declare module 'govuk-frontend' {
  type Component = new (root: Element, config?: object) => object
  export function createAll(component: Component, config?: object): object[]
  export const Button: Component
  export const CharacterCount: Component
  export const Checkboxes: Component
  export const ErrorSummary: Component
  export const ExitThisPage: Component
  export const FileUpload: Component
  export const NotificationBanner: Component
  export const PasswordInput: Component
  export const Radios: Component
  export const ServiceNavigation: Component
  export const SkipLink: Component
}

declare module '@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs' {
  export const SortableTable: new (root: Element, config?: object) => object
}
