import { Table } from '../../ui/govuk/table.tsx'
import type { PageFrame } from '../../ui/hub-page.tsx'
import { HubPage } from '../../ui/hub-page.tsx'
import { TwoThirds } from '../../ui/layout.tsx'

/** Every cookie that the hub sets: the page test compares this list with what a browser really gets. */
export const cookieList = [
  { name: 'hub-session', what: 'Keeps you signed in. Over a secure connection it is called __Host-hub-session', ends: 'When you sign out, when you close the browser, or after 12 hours' },
  { name: 'hub-form', what: 'Makes sure that a form you send really comes from you. Over a secure connection it is called __Host-hub-form', ends: 'When you close the browser' },
] as const

/** Set only on the way to an account elsewhere and back. */
const cookiesOnTheWay = [
  { name: 'hub-sign-in', what: 'Makes sure that you come back from your council’s, school’s or NHS sign-in in the same browser', ends: 'When you come back, or after 10 minutes' },
  { name: 'hub-invited', what: 'Remembers that you showed your invitation before you went to sign in elsewhere', ends: 'When you come back, or after 15 minutes' },
] as const

export function cookies(frame: PageFrame) {
  return (
    <HubPage frame={frame} title="Cookies">
      <TwoThirds>
        <h1 class="govuk-heading-l">Cookies</h1>
        <p class="govuk-body">Cookies are small files that are saved on your phone, tablet or computer.</p>
        <p class="govuk-body">We use only cookies that the hub needs to work. We do not use cookies to see what you do, and no other company sets any here. That is why we do not ask you to accept them.</p>
        <Table
          caption="The cookies we use"
          captionSize="m"
          firstCellIsHeader
          head={[{ content: 'Name' }, { content: 'What it does' }, { content: 'When it ends' }]}
          rows={[...cookieList, ...cookiesOnTheWay].map(({ name, what, ends }) => [{ content: name }, { content: what }, { content: ends }])}
        />
      </TwoThirds>
    </HubPage>
  )
}
