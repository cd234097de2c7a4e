/**
 * What Discord takes in one message. Lengths are UTF-16 units here, which are never fewer than Discord counts.
 * https://docs.discord.com/developers/components/reference and …/resources/message
 */
export const limits = {
  /** Components V2: all components of a message, nested ones included. */
  components: 40,
  /** Components V2: all text displays of a message together. */
  textCharacters: 4000,
  contentCharacters: 2000,
  embedDescription: 4096,
  rowButtons: 5,
  selectOptions: 25,
  customId: 100,
  buttonLabel: 80,
  buttonUrl: 512,
  selectPlaceholder: 150,
  optionLabel: 100,
  /** Names of threads and of forum posts. */
  threadName: 100,
} as const

/** `IS_COMPONENTS_V2`, `SUPPRESS_EMBEDS`, `EPHEMERAL`. */
export const flags = { componentsV2: 1 << 15, suppressEmbeds: 1 << 2, ephemeral: 1 << 6 } as const
