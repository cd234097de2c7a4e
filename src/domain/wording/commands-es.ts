import { type CommandMessages, commandsEn } from './commands-en.ts'

export const commandsEs: CommandMessages = { ...commandsEn }
