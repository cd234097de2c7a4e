import { type CommandMessages, commandsEn } from './commands-en.ts'

export const commandsPtBr: CommandMessages = { ...commandsEn }
