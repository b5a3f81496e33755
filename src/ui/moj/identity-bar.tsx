import { classes, hasContent, type Content, type Extra, type Optional } from '../govuk/attributes.ts'
import { Badge } from './badge.tsx'

export type IdentityBarProps = Extra & {
  /** Whose case the page is about. */
  readonly name: Content
} & Optional<{
    /** Born, age, school, council: what tells two children of one name apart. */
    facts: readonly Content[]
    /** What must not be missed: "Address protected", "Interpreter: Urdu". */
    alerts: readonly string[]
    actions: Content
  }>

export function IdentityBar({ name, facts = [], alerts = [], actions, attributes, ...rest }: IdentityBarProps) {
  return (
    <section
      class={classes('moj-identity-bar hub-identity-bar', rest.class)}
      aria-label="Whose case this is"
      {...attributes}
    >
      <div class="moj-identity-bar__container">
        <div class="moj-identity-bar__details">
          <span class="moj-identity-bar__title">{name}</span>
          {facts.length > 0 && (
            <ul class="hub-identity-bar__facts">
              {facts.map((fact) => (
                <li>{fact}</li>
              ))}
            </ul>
          )}
          {alerts.length > 0 && (
            <ul class="hub-identity-bar__alerts" aria-label="Alerts">
              {alerts.map((alert) => (
                <li>
                  <Badge colour="purple" large>{alert}</Badge>
                </li>
              ))}
            </ul>
          )}
        </div>
        {hasContent(actions) && <div class="moj-identity-bar__actions">{actions}</div>}
      </div>
    </section>
  )
}
