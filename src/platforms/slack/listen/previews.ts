import type { App, BlockAction, Context, types } from '@slack/bolt'
import { fittingBlocks } from '../render/fit.ts'
import { formValues } from '../render/form-values.ts'
import { fieldPrefix } from '../render/form-view.ts'
import { mostTextUnits } from '../render/limits.ts'
import { readViewState, type ViewState } from '../render/view-state.ts'
import { callerOf } from './caller.ts'
import type { Scene } from './scene.ts'

const field = new RegExp(`^${fieldPrefix}`)
const previewBlock = 'preview'
const mostBlocks = 5

type View = NonNullable<BlockAction['view']>

/** While a form is filled in, what it comes to stands beneath its fields. */
export function listenToPreviews(app: App, scene: Scene): void {
  app.action({ type: 'block_actions', block_id: field }, async ({ ack, body, context }) => {
    await ack()
    const { view } = body
    const state = readViewState(view?.private_metadata ?? '')
    if (!view || state?.preview === undefined) return
    scene.follow(showPreview(scene, body, context, view, state))
  })
}

async function showPreview(
  scene: Scene,
  body: BlockAction,
  context: Context,
  view: View,
  state: ViewState,
): Promise<void> {
  const token = context.botToken ?? ''
  const caller = await callerOf(scene, {
    teamId: context.teamId ?? '',
    token,
    userId: body.user.id,
    homeTeam: body.user.team_id,
    channelId: state.channel,
    thread: state.thread,
    isChange: false,
  })
  const { document, outcome } = await scene.desk.run({
    id: `slack:${body.trigger_id}`,
    command: state.preview ?? '',
    options: previewOptions(view),
    caller,
  })
  if (outcome === 'refused') return
  const shown = fittingBlocks(document.blocks, { blocks: mostBlocks, units: mostTextUnits })
  try {
    // Without the hash an answer to an older letter could overtake the newest.
    await scene.client.views.update({
      token,
      view_id: view.id,
      hash: view.hash,
      view: withPreview(view, shown),
    })
  } catch (error) {
    scene.log.debug('preview not shown', { error })
  }
}

/** The fields that are reported while they are filled in are those of the preview. */
function previewOptions(view: View): Readonly<Record<string, string>> {
  const live = (view.blocks as readonly (types.KnownBlock & { dispatch_action?: boolean })[])
    .filter(({ dispatch_action: isLive }) => isLive)
    .map(({ block_id: id }) => id ?? '')
  const values = Object.entries(view.state.values).filter(([id]) => live.includes(id))
  return formValues(Object.fromEntries(values))
}

function withPreview(view: View, shown: readonly types.KnownBlock[]): types.ModalView {
  const fields = (view.blocks as types.KnownBlock[]).filter(
    ({ block_id: id }) => !id?.startsWith(previewBlock),
  )
  const preview = shown.map((block, at) => ({ ...block, block_id: `${previewBlock}:${at}` }))
  return {
    type: 'modal',
    title: view.title,
    ...(view.submit ? { submit: view.submit } : {}),
    ...(view.close ? { close: view.close } : {}),
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    blocks: [...fields, ...preview],
  }
}
