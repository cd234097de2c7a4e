import { type CommandMessages, commandsEn } from './commands-en.ts'

export const commandsFr: CommandMessages = { ...commandsEn }
