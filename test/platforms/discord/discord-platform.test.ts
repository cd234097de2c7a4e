import { afterEach, describe } from 'vitest'
import { workspaceId } from '../../../src/domain/ids.ts'
import { platformContract } from '../../contract/platform.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts'
import { ids } from '../../fakes/discord/world.ts'
import { answered, registered, wordsOf } from './listen/stage.ts'
import { platformOn } from './posting.ts'

let discord: FakeDiscord | undefined

afterEach(async () => {
  await discord?.close()
  discord = undefined
})

const create = 'POST /channels/:id/messages'

describe('Discord as a platform', () => {
  platformContract(async () => {
    const fake = await startFakeDiscord({ isRateLimited: false })
    discord = fake
    const standingIn = (channelId: string, parent?: string) =>
      fake.messagesIn(channelId).map((each) => ({
        id: each.id,
        parent,
        text: wordsOf(each).replaceAll('\\\\', ''),
      }))
    return {
      platform: platformOn(fake),
      workspaceId: workspaceId(`discord:${ids.guild}`),
      channel: { platform: 'discord', id: ids.news },
      nowhere: { platform: 'discord', id: '299999999999999999' },
      standing: ({ id }) => [
        ...standingIn(id),
        ...standingIn(id).flatMap((each) => standingIn(each.id, each.id)),
      ],
      loseNextAnswer: () => fake.faults.arm({ method: create, act: { kind: 'accept-then-reset' } }),
      makeBusy: (seconds) =>
        fake.faults.arm({ method: create, act: { kind: '429', retryAfter: String(seconds) } }),
      async goDark() {
        await fake.close()
        discord = undefined
      },
      async type(line) {
        const [name = '', url = ''] = line.split(' ')
        await registered(fake)
        const asked = await answered(fake.people.command(name, { url }))
        return wordsOf(fake.state.messages.get(asked.originalId ?? ''))
      },
      toldAdmins: () => fake.messagesIn(`7${ids.owner.slice(1)}`).length,
    }
  })
})
