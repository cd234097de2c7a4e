import type { BriefTools } from '../briefing/brief-story.ts'

/**
 * The built-in summarizer and the verification of what it and the model write. They are many files, so they are loaded with
 * the first story that is told, and not before the first feed is looked at.
 */
export const builtInBriefing: Pick<BriefTools, 'extractive' | 'verifyDraft'> = {
  extractive: {
    name: 'extractive',
    async summarize(request) {
      const { createExtractiveSummarizer } = await import('../briefing/extractive.ts')
      return createExtractiveSummarizer().summarize(request)
    },
  },
  async verifyDraft(...asked) {
    const { verifyDraft } = await import('../briefing/verify/verify-draft.ts')
    return verifyDraft(...asked)
  },
}
