import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { Delivery, LeftOut, Receipt } from '../delivery-store.ts'
import type { FinalVersion } from '../version-store.ts'
import { isChaseDue, isUnopened } from './chase.ts'

/** A delivery, and how many people work there today when it went to a body. */
export type ShownDelivery = Delivery & { readonly people?: number }

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly version: FinalVersion | undefined
  readonly deliveries: readonly ShownDelivery[]
  readonly leftOut: readonly LeftOut[]
  readonly isFamily: boolean
  readonly today: PlainDate
  readonly errors: FormErrors
}

export function view({ frame, caseFile, version, deliveries, leftOut, isFamily, today, errors }: Props) {
  const title = 'Who has the final plan'
  const waiting = deliveries.filter(isUnopened)
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors}>
      <h1 class="govuk-heading-l">{title}</h1>
      {version === undefined
        ? <EmptyState title="There is no final plan yet"><p class="govuk-body">When it is issued, everybody who gets it is listed here.</p></EmptyState>
        : (
          <>
            <p class="govuk-body">
              The <a class="govuk-link" href={paths.finalPlan(caseFile.key)}>final plan</a> was issued on {dateWords(version.issuedOn)}.{' '}
              {plural(deliveries.length, 'copy', 'copies')} sent, {waiting.length === 0 ? 'all opened or sent by post' : `${waiting.length} not opened yet`}.
            </p>
            {caseFile.open.includes('deliver-plan') && <p class="govuk-body"><a class="govuk-link" href={paths.deliverPlan(caseFile.key)}>Send it to somebody who needs it now</a></p>}
            {caseFile.open.includes('chase-delivery') && <p class="govuk-body"><a class="govuk-link" href={paths.unopenedPlans({ area: caseFile.key.area })}>All plans of the council that were not opened</a></p>}
            {isFamily && <p class="govuk-body">We ask again every five days when somebody has not opened it.</p>}
            <div id="deliveries" tabindex={-1}>
              {deliveries.map((delivery) => <Row delivery={delivery} frame={frame} caseFile={caseFile} today={today} />)}
            </div>
            {leftOut.length > 0 && (
              <>
                <h2 class="govuk-heading-m">Who was left out, and why</h2>
                <ul class="govuk-list govuk-list--bullet">{leftOut.map(({ name, role, reason }) => <li>{name}, {role}: {reason}</li>)}</ul>
              </>
            )}
          </>
        )}
    </CasePage>
  )
}

const on = (instant: Delivery['sentAt']): string => dateWords(londonDateOf(instant))

function StateTag({ delivery, today }: { delivery: ShownDelivery; today: PlainDate }) {
  const of = delivery.people === undefined || delivery.receipts.length === 0 ? '' : ` by ${delivery.receipts.length} of ${Math.max(delivery.people, delivery.receipts.length)}`
  if (delivery.people === undefined && delivery.receipts.some(({ acknowledgedAt }) => acknowledgedAt !== undefined)) return <Tag colour="green">Confirmed</Tag>
  if (delivery.receipts.length > 0) return <Tag colour="teal">{`Opened${of}`}</Tag>
  if (delivery.byPost) return <Tag colour="grey">By post</Tag>
  return isChaseDue(delivery, today) ? <Tag colour="red">Not opened, to be chased</Tag> : <Tag colour="yellow">Not opened</Tag>
}

function Row({ delivery, frame, caseFile, today }: { delivery: ShownDelivery } & Pick<Props, 'frame' | 'caseFile' | 'today'>) {
  const { id, name, role, basis, sentAt, receipts, people, chasedAt, byPost, isOwed } = delivery
  const who = (receipt: Receipt): string => (people === undefined && receipt.name === name ? '' : `${receipt.name}: `)
  return (
    <section class="govuk-summary-card">
      <div class="govuk-summary-card__title-wrapper">
        <h2 class="govuk-summary-card__title">{name}, {role}</h2>
        <div><StateTag delivery={delivery} today={today} /></div>
      </div>
      <div class="govuk-summary-card__content">
        <ul class="govuk-list govuk-!-margin-bottom-2">
          <li>Sent {on(sentAt)}{byPost && ', by post'}{isOwed && ', because the law says so'}</li>
          {receipts.map((receipt) => (
            <li>{who(receipt)}{who(receipt) === '' ? 'Opened' : 'opened'} {on(receipt.openedAt)}{receipt.acknowledgedAt !== undefined && `, confirmed ${on(receipt.acknowledgedAt)}`}</li>
          ))}
          {chasedAt.length > 0 && <li>Chased {plural(chasedAt.length, 'time')}, last on {on(chasedAt.at(-1) ?? sentAt)}</li>}
        </ul>
        <Details summary="Why they have it">{basis}</Details>
        {caseFile.open.includes('chase-delivery') && isUnopened(delivery) && (
          <Form tokens={frame.tokens} action={paths.deliveries(caseFile.key)}>
            <input type="hidden" name="deliveryId" value={id} />
            <button type="submit" class="hub-link-button">Ask again now<span class="govuk-visually-hidden"> ({name}, {role})</span></button>
          </Form>
        )}
      </div>
    </section>
  )
}
