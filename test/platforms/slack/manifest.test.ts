import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { shortcuts } from '../../../src/platforms/slack/listen/shortcuts.ts'
import { slashCommands } from '../../../src/platforms/slack/listen/typed.ts'
import { botEvents, botScopes } from '../../../src/platforms/slack/scopes.ts'

type Manifest = {
  readonly display_information: { readonly name: string; readonly description: string }
  readonly features: {
    readonly slash_commands: readonly {
      readonly command: string
      readonly description: string
      readonly usage_hint: string
      readonly should_escape: boolean
    }[]
    readonly shortcuts: readonly {
      readonly name: string
      readonly type: string
      readonly callback_id: string
      readonly description: string
    }[]
  }
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } }
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } }
}

const manifest = parse(readFileSync('config/slack-manifest.yaml', 'utf8')) as Manifest
const page = readFileSync('docs/slack.md', 'utf8')
const { features, oauth_config: oauth, settings } = manifest

test('the manifest has the commands that the code listens to', () => {
  const commands = features.slash_commands.map(({ command }) => command)
  expect(commands).toEqual(slashCommands.map((name) => `/${name}`))
  expect(features.slash_commands.every((each) => each.should_escape)).toBe(true)
})

test('the manifest has the shortcuts that the code listens to', () => {
  expect(features.shortcuts.map((each) => each.callback_id)).toEqual(Object.keys(shortcuts))
  expect(features.shortcuts.every(({ type }) => type === 'message')).toBe(true)
})

test('the manifest has the events that the code listens to', () => {
  expect(settings.event_subscriptions.bot_events).toEqual(botEvents)
})

test('the manifest asks for what the install page asks for, and for nothing that is ruled out', () => {
  expect(oauth.scopes.bot).toEqual(botScopes)
  expect(botScopes.filter((scope) => /^files:|^admin|users:read\.email/.test(scope))).toEqual([])
})

test('docs/slack.md gives a reason for each scope', () => {
  expect(
    botScopes.filter((scope) => !new RegExp(`^\\| \`${scope}\` +\\|`, 'm').test(page)),
  ).toEqual([])
})

/** https://docs.slack.dev/reference/app-manifest */
test('the manifest keeps the lengths that Slack allows', () => {
  expect(manifest.display_information.name.length).toBeLessThanOrEqual(35)
  expect(manifest.display_information.description.length).toBeLessThanOrEqual(140)
  for (const { command, description, usage_hint: hint } of features.slash_commands) {
    expect(command.length).toBeLessThanOrEqual(32)
    expect(description.length).toBeLessThanOrEqual(2000)
    expect(hint.length).toBeLessThanOrEqual(1000)
  }
  for (const { name, description } of features.shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24)
    expect(description.length).toBeLessThanOrEqual(150)
  }
})
