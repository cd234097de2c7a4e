/** Blocks in a message: https://docs.slack.dev/reference/block-kit/blocks */
export const mostBlocks = 50

/** Blocks in a modal or a Home tab: https://docs.slack.dev/reference/views */
export const mostViewBlocks = 100

/** Characters in a text object; kept for each rich text block as well, whose limit is not published. */
export const mostTextUnits = 3000

/** Characters in a header block. */
export const mostHeaderUnits = 150

/** Elements in an actions block. */
export const mostActionElements = 25

/** Characters on a button, and in an option of a menu. */
export const mostLabelUnits = 75

/** Options in an overflow menu. */
export const mostOverflowOptions = 5

/** Options in a select menu. */
export const mostSelectOptions = 100

/** Characters in a modal's title and on its buttons. */
export const mostViewTitleUnits = 24

/** Slack advises at most this for `text`, and cuts at 40,000. */
export const mostFallbackUnits = 4000

/**
 * Characters of all blocks of a message together. Not published; messages of 13,200 were refused with
 * `msg_blocks_too_long` (https://github.com/slackapi/bolt-js/issues/2509).
 */
export const mostMessageUnits = 11_000

/** Characters in a hint or a label of a form's field. */
export const mostHintUnits = 2000

/** Characters in an option's value. */
export const mostOptionValueUnits = 150

/** Characters that a text field takes or is filled with. */
export const mostInputUnits = 3000
