// Whether two plain values (text, numbers, lists, objects without methods) say the same. A key holding undefined is an
// absent key: a field that was not said. The order of keys is not part of what a value says; the order of a list is.

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const saidKeys = (value: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(value).filter((key) => value[key] !== undefined).toSorted()

export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => isSameValue(item, b[index]))
  if (!isObject(a) || !isObject(b)) return false
  const keys = saidKeys(a)
  const others = saidKeys(b)
  return keys.length === others.length && keys.every((key, index) => key === others[index] && isSameValue(a[key], b[key]))
}
