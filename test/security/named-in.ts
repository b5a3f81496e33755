// Which tests a file names, as far as its text says: without running it, so that a wall can tell at once that a linked test is gone. A name that is made
// of parts (`answers ${key}`) fits whatever could stand in its gaps; only a run tells whether it really does.

const quoted = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Whether each part of "suite › test" is a text of the file. */
export function namedIn(source: string): (name: string) => boolean {
  const plain = new Set<string>()
  const made: RegExp[] = []
  for (const [, single, double, template] of source.matchAll(quoted)) {
    const words = single ?? double
    if (words !== undefined) plain.add(unescaped(words))
    else if (template?.includes('${') === true) made.push(new RegExp(`^${template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/).map((part) => escaped(unescaped(part))).join('.*')}$`, 'su'))
    else if (template !== undefined) plain.add(unescaped(template))
  }
  return (name) => name.split(' › ').every((part) => plain.has(part) || made.some((pattern) => pattern.source !== '^.*$' && pattern.test(part)))
}

const unescaped = (text: string): string => text.replaceAll(/\\(.)/g, '$1')
