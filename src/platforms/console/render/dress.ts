/** How a text may be dressed up; without colour everything stays as it is. */
export type Dress = {
  readonly strong: (text: string) => string
  readonly quiet: (text: string) => string
  readonly warning: (text: string) => string
  /** A link that terminals open (OSC 8); only the text where they cannot. */
  readonly link: (url: string) => (text: string) => string
}

/** Select Graphic Rendition, ECMA-48 8.3.117. */
const sgr = (on: number, off: number) => (text: string) => `\u001B[${on}m${text}\u001B[${off}m`
const plain = (text: string) => text

export function createDress(options: {
  readonly colour: boolean
  readonly hyperlinks: boolean
}): Dress {
  return {
    strong: options.colour ? sgr(1, 22) : plain,
    quiet: options.colour ? sgr(2, 22) : plain,
    warning: options.colour ? sgr(33, 39) : plain,
    link: (url) =>
      options.hyperlinks ? (text) => `\u001B]8;;${url}\u001B\\${text}\u001B]8;;\u001B\\` : plain,
  }
}
