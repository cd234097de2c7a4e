/** The digest's first message was deleted, so that nothing can stand beneath it any more. */
export class ParentDeletedError extends Error {
  override readonly name = 'ParentDeletedError'
}

export const parentDeleted =
  'The digest’s first message was deleted, so that its stories have no place.'
