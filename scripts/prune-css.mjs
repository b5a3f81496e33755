// Takes out of a minified stylesheet the rules of components that we do not use, its fonts, and the font that only
// GOV.UK may use. Works on the text, because it needs no more than braces: strings with braces do not occur there.

/** @typedef {{ head: string, body: string | null }} Rule `body` is null for a statement that ends in a semicolon. */

/** The rules of one level, in order. @param {string} css @returns {Rule[]} */
export function rulesOf(css) {
  const rules = []
  let start = 0
  let depth = 0
  let open = 0
  for (let at = 0; at < css.length; at += 1) {
    const char = css[at]
    if (char === '{') {
      if (depth === 0) open = at
      depth += 1
    } else if (char === '}') {
      depth -= 1
      if (depth === 0) {
        rules.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, at) })
        start = at + 1
      }
    } else if (char === ';' && depth === 0) {
      rules.push({ head: css.slice(start, at).trim(), body: null })
      start = at + 1
    }
  }
  if (depth !== 0) throw new Error('unbalanced braces in the stylesheet')
  return rules
}

/** Selectors apart by commas, those inside brackets left alone. @param {string} head */
export function selectorsOf(head) {
  const selectors = []
  let depth = 0
  let start = 0
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] === '(' || head[at] === '[') depth += 1
    if (head[at] === ')' || head[at] === ']') depth -= 1
    if (head[at] === ',' && depth === 0) {
      selectors.push(head.slice(start, at))
      start = at + 1
    }
  }
  return [...selectors, head.slice(start)]
}

/**
 * @param {string} css
 * @param {(selector: string) => boolean} keeps whether a rule with this selector can show on our pages
 * @returns {string}
 */
export function pruneCss(css, keeps) {
  const withoutComments = css.replaceAll(/\/\*[\s\S]*?\*\//g, '')
  const pruned = rulesOf(withoutComments).map(({ head, body }) => {
    if (body === null) return `${head};`
    if (head.startsWith('@font-face')) return ''
    if (head.startsWith('@media') || head.startsWith('@supports')) {
      const inner = pruneCss(body, keeps)
      return inner === '' ? '' : `${head}{${inner}}`
    }
    if (head.startsWith('@')) return `${head}{${body}}`
    const kept = selectorsOf(head).filter(keeps)
    return kept.length === 0 ? '' : `${kept.join(',')}{${body}}`
  })
  return pruned.join('').replaceAll('GDS Transport,arial,sans-serif', 'Arial,Helvetica,sans-serif')
}
