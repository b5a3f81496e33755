import { londonDateOf } from '../../domain/calendar/london-date.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { classes, type Content, type Extra, type Optional } from '../govuk/attributes.ts'
import { dateWords, timeWords } from '../words.ts'

export type Message = {
  readonly id: string
  /** Sent by the one who reads, or received. */
  readonly type: 'sent' | 'received'
  readonly sender: string
  readonly at: Instant
  readonly children: Content
}

export type MessagesProps = Extra & { readonly items: readonly Message[] } & Optional<{ id: string; label: string }>

const dayOf = (item: Message | undefined) => item && londonDateOf(item.at)

/** Messages, oldest first, under the day on which they were sent. */
export function Messages({ items, id = 'messages', label = 'Messages', attributes, ...rest }: MessagesProps) {
  return (
    <section id={id} class={classes('moj-messages-container', rest.class)} aria-label={label} {...attributes}>
      <div class="moj-message-list hub-message-list">
        {items.map((item, index) => {
          const date = londonDateOf(item.at)
          return (
            <>
              {date !== dayOf(items[index - 1]) && (
                <time class="moj-message-list__date" datetime={date}>
                  {dateWords(date)}
                </time>
              )}
              <MessageItem item={item} />
            </>
          )
        })}
      </div>
    </section>
  )
}

function MessageItem({ item }: { item: Message }) {
  return (
    <div id={`message-${item.id}`} class={`moj-message-item moj-message-item--${item.type}`}>
      <div class={`moj-message-item__text moj-message-item__text--${item.type}`}>{item.children}</div>
      <div class="moj-message-item__meta">
        <span class="moj-message-item__meta--sender">{item.sender}</span> at{' '}
        <time class="moj-message-item__meta--timestamp" datetime={item.at}>
          {timeWords(item.at)}
        </time>
      </div>
    </div>
  )
}
