/** Items of the outbox on one page. */
export const pageSize = 50
