import { classes, hasContent, type Content, type Entry, type Extra, type Optional } from './attributes.ts'
import { Tag, type TagProps } from './tag.tsx'

export type Task = { readonly title: Content } & Optional<{
  /** Left out, the task can't be begun yet. */
  href: string
  titleClass: string
  hint: Content
  /** Plain words for what is done; a tag for what still wants doing. */
  status: Content
  statusTag: TagProps
  statusClass: string
  class: string
}>

export type TaskListProps = Extra & { readonly items: readonly Entry<Task>[] } & Optional<{ idPrefix: string }>

export function TaskList({ items, idPrefix = 'task-list', attributes, ...rest }: TaskListProps) {
  return (
    <ul class={classes('govuk-task-list', rest.class)} {...attributes}>
      {items.map((item, index) => item && <TaskItem item={item} id={`${idPrefix}-${index + 1}`} />)}
    </ul>
  )
}

function TaskItem({ item, id }: { item: Task; id: string }) {
  const hinted = hasContent(item.hint)
  return (
    <li class={classes('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.class)}>
      <div class="govuk-task-list__name-and-hint">
        {item.href ? (
          <a
            class={classes('govuk-link govuk-task-list__link', item.titleClass)}
            href={item.href}
            aria-describedby={classes(hinted && `${id}-hint`, `${id}-status`)}
          >
            {item.title}
          </a>
        ) : (
          <div class={item.titleClass}>{item.title}</div>
        )}
        {hinted && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {item.hint}
          </div>
        )}
      </div>
      <div class={classes('govuk-task-list__status', item.statusClass)} id={`${id}-status`}>
        {item.statusTag ? <Tag {...item.statusTag} /> : item.status}
      </div>
    </li>
  )
}
