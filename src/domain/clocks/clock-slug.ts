// A clock's id with its step as one piece of an address: "ORD-01/final" is "ORD-01.final" there.

export const slugOf = (clock: string): string => clock.replaceAll('/', '.')
export const clockOfSlug = (slug: string): string => slug.replaceAll('.', '/')
