import type { types } from '@slack/bolt'
import type { Document } from '../../../domain/document.ts'
import { escapedLine } from './escape.ts'
import { fittingBlocks } from './fit.ts'
import { mostMessageUnits, mostViewBlocks, mostViewTitleUnits } from './limits.ts'
import { plain } from './plain.ts'
import { type ViewState, writeViewState } from './view-state.ts'

const room = { blocks: mostViewBlocks, units: mostMessageUnits }

/** What came of a form, in the place of the form. */
export function documentView(
  document: Document,
  words: { readonly title: string; readonly close: string },
  state: ViewState,
): types.ModalView {
  return {
    type: 'modal',
    title: plain(escapedLine(words.title, mostViewTitleUnits) || '…'),
    close: plain(escapedLine(words.close, mostViewTitleUnits) || '✕'),
    private_metadata: writeViewState(state),
    blocks: shown(document),
  }
}

/** A person's App Home. */
export function homeView(document: Document): types.HomeView {
  return { type: 'home', blocks: shown(document) }
}

/** A view without any block is refused. */
function shown(document: Document): types.KnownBlock[] {
  const blocks = fittingBlocks(document.blocks, room)
  const text = escapedLine(document.fallback, 1000) || '…'
  return blocks.length > 0 ? blocks : [{ type: 'section', text: plain(text) }]
}
