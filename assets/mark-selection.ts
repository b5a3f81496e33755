// Marks what is selected in a report: four buttons put the place of the selection into the form, which is sent as always.
// Without this the page has a field for the exact words.

const kinds = [['need', 'Need'], ['outcome', 'Outcome'], ['provision', 'Provision'], ['view', 'View']] as const

interface Place {
  readonly start: number
  readonly end: number
  readonly words: string
}

export function markSelection(): void {
  const tools = document.querySelector<HTMLElement>('[data-mark-selection]')
  const report = document.querySelector<HTMLElement>('[data-report]')
  const form = tools?.closest('form')
  if (tools === null || report === null || form === null || form === undefined) return
  const list = document.createElement('ul')
  list.className = 'govuk-list hub-mark-tools__list'
  // Told when something is added; a list must stay a list.
  const told = document.createElement('div')
  told.setAttribute('role', 'status')
  told.append(list)
  tools.append(explanation(), ...kinds.map(([kind, words]) => button(words, () => {
    const place = selectedPlace(report)
    if (place !== undefined) list.append(marked(place, kind, words))
  })), told)
}

function explanation(): HTMLElement {
  const text = document.createElement('p')
  text.className = 'govuk-hint govuk-!-margin-bottom-2'
  text.textContent = 'Or select words in the report and press what they are. They are marked when you save.'
  return text
}

function button(words: string, onPress: () => void): HTMLElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'govuk-button govuk-button--secondary hub-mark-tools__button'
  made.textContent = words
  // Pressing must not lose the selection.
  made.addEventListener('mousedown', (event) => { event.preventDefault() })
  made.addEventListener('click', onPress)
  return made
}

function marked({ start, end, words }: Place, kind: string, kindWords: string): HTMLElement {
  const item = document.createElement('li')
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = 'pick'
  field.value = `${start}:${end}:${kind}`
  const undo = document.createElement('button')
  undo.type = 'button'
  undo.className = 'hub-link-button'
  undo.textContent = 'Take off'
  undo.addEventListener('click', () => { item.remove() })
  item.append(`${kindWords}: “${words}” `, undo, field)
  return item
}

/** The selection by its place in the report as kept; undefined when it is empty or not in the report. */
function selectedPlace(report: HTMLElement): Place | undefined {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const start = offsetOf(report, range.startContainer, range.startOffset)
  const end = offsetOf(report, range.endContainer, range.endOffset)
  const words = selection.toString().trim()
  return start === undefined || end === undefined || end <= start || words === '' ? undefined : { start, end, words }
}

/** Each sentence carries where it begins; the words in it are exactly those of the report. */
function offsetOf(report: HTMLElement, node: Node, offset: number): number | undefined {
  const sentence = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]')
  if (sentence === null || sentence === undefined || !report.contains(sentence)) return undefined
  const before = document.createRange()
  before.setStart(sentence, 0)
  before.setEnd(node, offset)
  return Number(sentence.dataset['start']) + before.toString().length
}
