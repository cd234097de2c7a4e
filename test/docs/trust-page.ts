import { measureTrust } from '../bench/trust/measure-trust.ts'

/** `docs/why-you-can-trust-a-quote.md`, with the figures as they are measured when it is printed. */
export function trustPage(): string {
  const { articles, quotes, kept, damaged } = measureTrust()
  const tried = damaged.reduce((sum, each) => sum + each.tried, 0)
  const refused = damaged.reduce((sum, each) => sum + each.refused, 0)
  const rows = damaged.map((each) => `| ${each.how} | ${each.tried} | ${each.refused} |`)
  return `# Why you can trust a quote

A quote that Dateline prints stands in the article that it names, in exactly these characters, and the article lays it in the mouth of the
person whose name stands beside it. This is not a wish put to a language model. It is what is left when everything else has been
taken out.

## The chain

1. **Found, not written.** The built-in summarizer copies quotes from the article's text; each keeps the article, the first and the last
   character, and the speaker.
2. **A model's quotes are claims.** What a language model calls a quote is looked for in the article. Found, the article's characters
   are printed, not the model's. Not found, nothing is printed. Links, titles, outlets and dates never come from it.
3. **The speaker is checked too.** The article itself must attribute the words to that person. Names are printed as the article gives them,
   with their role; a bare pronoun is never a name.
4. **The type demands it.** A briefing whose quote has no article, place and speaker cannot be built: the code does not compile.
5. **You can look.** The link beside a quote opens the article at the passage (a text fragment); \`/quotes\` shows each with its source.

How the check works in detail: [how quotes are checked](how-quotes-are-checked.md).

## Measured

\`npm run bench -- trust\` takes every article of the sample wire, ${articles} pages in English and German, with ${quotes} quotes that
have a speaker. The check keeps ${kept} of the ${quotes} true ones. Then each is made false in the ways in which people and models get quotes
wrong, wherever it can be: ${refused} of ${tried} are refused.

| made false by | tried | refused |
| --- | --- | --- |
${rows.join('\n')}

This page is printed from a run (\`npm run docs\`), and a test fails when a run gives other figures.

## What this does not prove

- The sample wire is invented, and its pages are clean. On the open web a page can be extracted badly; then a quote is missed more often
  than it is printed wrongly, since what is checked is the text that was extracted.
- That the person really said it. Dateline proves what the article says, and names the article.
- That a true quote is a fair one. The words around it are behind the link, which is why there always is one.
- Translations are marked as such, with the original beside them, and are as good as the model that made them.

Found a wrong one? **Report an error** under the story sends it to your admins with the passage that it rests on.
`
}
