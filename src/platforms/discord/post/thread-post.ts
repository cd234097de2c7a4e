import { Routes } from 'discord.js'
import type { MessageRef } from '../../../domain/platform.ts'
import { codeOf } from './outcome-of-error.ts'
import { ParentDeletedError, parentDeleted } from './parent-deleted.ts'
import { deletedId, placeOf, threadOn } from './places.ts'
import { create, type Posting } from './posting.ts'

const unknownChannel = 10003
const unknownMessage = 10008
const missingAccess = 50001
const missingPermissions = 50013
const wrongKind = 50024
const archived = 50083
const threadExists = 160004

/** A day without a word, and Discord folds the thread away. */
const archiveAfterMinutes = 1440

/**
 * Posts into the thread on the digest's first message, starting or reopening it where needed. Where no thread may be
 * started, it becomes a reply in the channel.
 */
export async function postInThread(
  posting: Posting,
  parent: MessageRef,
  body: Readonly<Record<string, unknown>>,
): Promise<MessageRef> {
  if (parent.id === deletedId) throw new ParentDeletedError(parentDeleted)
  try {
    return await create(posting, threadOn(parent), body)
  } catch (error) {
    const code = codeOf(error)
    if (code === archived) {
      await posting.api.patch(Routes.channel(threadOn(parent)), { archived: false })
      return create(posting, threadOn(parent), body)
    }
    if (code !== unknownChannel) throw error
    return postInNewThread(posting, parent, body)
  }
}

async function postInNewThread(
  posting: Posting,
  parent: MessageRef,
  body: Readonly<Record<string, unknown>>,
): Promise<MessageRef> {
  try {
    await startThread(posting, parent)
  } catch (error) {
    const code = codeOf(error)
    if (code === unknownMessage) throw new ParentDeletedError(parentDeleted, { cause: error })
    const cannotStart = [missingAccess, missingPermissions, wrongKind].includes(code ?? 0)
    if (cannotStart) return postAsReply(posting, parent, body)
    if (code !== threadExists) throw error
  }
  return create(posting, threadOn(parent), body)
}

function startThread({ api, outgoing, channels }: Posting, parent: MessageRef): Promise<unknown> {
  const { channelId, messageId } = placeOf(parent, channels.isKnownForum(parent.channel.id))
  return api.post(Routes.threads(channelId, messageId), {
    name: outgoing.message.title ?? 'Briefing',
    auto_archive_duration: archiveAfterMinutes,
  })
}

function postAsReply(
  posting: Posting,
  parent: MessageRef,
  body: Readonly<Record<string, unknown>>,
): Promise<MessageRef> {
  const { channelId, messageId } = placeOf(parent, false)
  const reference = { message_id: messageId, fail_if_not_exists: false }
  return create(posting, channelId, { ...body, message_reference: reference })
}
