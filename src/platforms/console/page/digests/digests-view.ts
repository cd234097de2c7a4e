import { type Html, html } from '../../render/html.ts'
import { channelAddress, channelName } from '../channel/channel-address.ts'
import { commandForm } from '../command-form.ts'
import type { DigestStanding } from '../reads.ts'
import { nearTimeHtml, timeHtml } from '../time.ts'
import type { DrawView, ViewCall } from '../view.ts'
import { digestActions } from './digest-actions.ts'
import { historyHtml } from './history.ts'
import { scheduleForm } from './schedule-form.ts'

/** Which digests there are, when they come next, and what became of the last ones. */
export const drawDigests: DrawView = async (call) => {
  const { reads, answer } = call
  const digests = await reads.digests()
  const editions = await reads.editions(digests.map(({ digest }) => digest))
  return {
    title: 'Digests',
    place: '/digests',
    main: html`<h1>Digests</h1>
${answer}
${digests.length === 0 ? html`<p class="empty">No digest is planned yet. Make the first one below.</p>` : digests.map((each) => digestHtml(each, call))}
<details class="make"${digests.length === 0 && html` open`}><summary><h2>Make a digest</h2></summary>${scheduleForm(commandForm('digest create', call.desk.specs, call.caller.locale, { timezone: 'UTC' }), [], call, 'Make it')}</details>
<h2 id="history">History</h2>
${historyHtml(editions, call)}`,
  }
}

function digestHtml(standing: DigestStanding, call: ViewCall): Html {
  const { digest, schedule, nextRuns } = standing
  const { base, now } = call
  const [next] = nextRuns
  const when = digest.paused
    ? html`<strong>Paused.</strong>`
    : next && html`Next ${nearTimeHtml(next, now)}, ${timeHtml(next)}.`
  return html`<section class="digest" aria-labelledby="digest-${digest.name}">
<h2 id="digest-${digest.name}"><a href="${base}/digests/${digest.name}">${digest.title}</a></h2>
<p class="lead">${digest.name} · <a href="${channelAddress(base, digest.channel)}">${channelName(digest.channel)}</a> · ${schedule}. ${when}</p>
${digestActions(standing, call)}</section>`
}

/** One digest: its plan with the next runs, what can be done with it, and its history. */
export const drawDigest: DrawView = async (call) => {
  const { reads, answer, words, base, desk, caller } = call
  const standing = (await reads.digests()).find(({ digest }) => digest.name === words[0])
  if (!standing) return undefined
  const { digest, schedule } = standing
  const form = commandForm('digest edit', desk.specs, caller.locale, planOf(standing))
  const editor =
    digest.managedBy === 'file'
      ? html`<p class="notice">The configuration file asks for this digest; its plan is changed there.</p>`
      : scheduleForm(form, ['digest'], call, 'Save')
  return {
    title: digest.title,
    place: '/digests',
    main: html`<p class="back"><a href="${base}/digests">← Digests</a></p>
<h1>${digest.title}</h1>
<p class="lead">${channelName(digest.channel)} · ${schedule}</p>
${digestActions(standing, call)}
${answer}
<div class="cards plain"><section aria-labelledby="runs"><h2 id="runs">Next runs</h2>${runsHtml(standing, call)}</section>
<section aria-labelledby="plan"><h2 id="plan">Plan</h2>${editor}</section></div>
<h2 id="history">History</h2>
${historyHtml(await reads.editions([digest]), call)}`,
  }
}

function runsHtml({ digest, nextRuns }: DigestStanding, { now }: ViewCall): Html {
  if (digest.paused)
    return html`<p class="empty">Paused: nothing is posted before somebody resumes it.</p>`
  const runs = nextRuns.map(
    (at) => html`<li>${timeHtml(at)} <small>${nearTimeHtml(at, now)}</small></li>`,
  )
  return html`<ol class="runs">${runs}</ol>`
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** The plan as the options of the command that changes it; the channel stays unless another is typed. */
function planOf({ digest }: DigestStanding): Readonly<Record<string, string>> {
  const { schedule, feeds } = digest
  const when =
    schedule.kind === 'cron'
      ? { cron: schedule.cron }
      : {
          time: schedule.at.join(', '),
          days: schedule.days.map((day) => dayNames[day - 1]).join(', '),
        }
  const choice =
    feeds.kind === 'all'
      ? { feeds: 'all' }
      : feeds.kind === 'named'
        ? { feeds: feeds.names.join(', ') }
        : { category: feeds.categories.join(', ') }
  return {
    ...when,
    ...choice,
    digest: digest.name,
    timezone: schedule.timezone,
    exact: schedule.exact ? 'yes' : 'no',
    stories: String(digest.stories),
    length: digest.length,
    language: digest.language ?? '',
    title: digest.title,
    'on-empty': digest.onEmpty === 'skip' ? 'skip' : 'say-so',
    mention: digest.mention ?? '',
    images: digest.images ? 'yes' : 'no',
  }
}
