/** Channels that take a digest: text, announcement and forum. */
export const postableTypes: readonly number[] = [0, 5, 15]
