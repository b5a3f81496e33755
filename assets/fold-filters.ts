// On a narrow window a filter stands above its list and would push it out of sight: fold it away behind a button.

const narrow = '(max-width: 48.0525em)'

export function foldFilters(): void {
  for (const filter of document.querySelectorAll<HTMLElement>('[data-module="hub-filter-toggle"]')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'govuk-button govuk-button--secondary'
    const width = matchMedia(narrow)

    const show = (open: boolean) => {
      filter.hidden = !open
      button.textContent = open ? 'Hide filter' : 'Show filter'
      button.setAttribute('aria-expanded', String(open))
    }
    const fit = () => {
      button.hidden = !width.matches
      show(!width.matches)
    }

    button.addEventListener('click', () => show(filter.hidden === true))
    width.addEventListener('change', fit)
    filter.before(button)
    fit()
  }
}
