import packageJson from '../../package.json' with { type: 'json' }

/** The program's own version, and where people can read about it. */
export const program: { readonly version: string; readonly homepage: string } = packageJson
