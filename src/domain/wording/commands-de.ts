import { type CommandMessages, commandsEn } from './commands-en.ts'

export const commandsDe: CommandMessages = { ...commandsEn }
