import { answerInteraction } from './answer-interaction.ts'
import { completionOf } from './complete.ts'
import { type Interaction, kinds } from './interaction.ts'
import type { InteractionApi } from './interaction-api.ts'
import type { Scene } from './scene.ts'

type Body = Readonly<Record<string, unknown>>

/** One interaction, once, however often it arrives. What goes wrong with its answer is logged and nothing else. */
export async function hear(
  scene: Scene,
  api: InteractionApi,
  interaction: Interaction,
  answer: (body: Body) => Promise<void>,
): Promise<void> {
  if (!scene.seen.isNew(interaction.id)) return
  try {
    if (interaction.type === kinds.autocomplete) {
      await answer(await completionOf(scene, interaction))
    } else await answerInteraction(scene, api, interaction, answer)
  } catch (error) {
    scene.log.warn('answer not delivered', { interactionId: interaction.id, error })
  }
}
