/** Rows of the list on one page. */
export const pageSize = 25
