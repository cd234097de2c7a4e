import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { readRoles } from '../../src/app/roles.ts'
import { readEnvironment } from '../../src/config/read-environment.ts'
import { variables } from '../../src/config/variables.ts'
import { readDockerfile, restsOf, wordsOf } from './dockerfile.ts'

const known = new Set(variables.flatMap(({ name }) => [name, `${name}_FILE`]))
const strange = (names: readonly string[]) =>
  names.filter((name) => !known.has(name) && name !== 'NODE_ENV')

const image = readDockerfile().get('image') ?? []
const [start = []] = restsOf(image, 'CMD').map(wordsOf)

/** `node src/main.ts run --roles …`: what the image runs, with roles that there are. */
function expectRuns(command: readonly string[] | undefined): ReadonlySet<string> {
  expect(command?.slice(0, start.length)).toEqual(start)
  const [option, roles] = command?.slice(start.length) ?? []
  expect(option).toBe('--roles')
  return readRoles(roles)
}

describe('the Dockerfile', () => {
  test('has two stages on one base, and the second holds no package manager of its own', () => {
    const stages = [...readDockerfile().values()]
    expect(stages.map(([from]) => from?.rest.split(' ')[0])).toEqual([
      'node:24-slim',
      'node:24-slim',
    ])
    expect(restsOf(image, 'COPY').join('\n')).not.toContain('package-lock')
  })

  test('runs as somebody without rights, stops on a signal that the bot knows, and looks at its health', () => {
    expect(restsOf(image, 'USER')).toEqual(['node'])
    expect(restsOf(image, 'STOPSIGNAL')).toEqual(['SIGTERM'])
    expect(restsOf(image, 'HEALTHCHECK').join()).toContain('/healthz')
    expect(start).toEqual(['node', 'src/main.ts', 'run'])
  })
})

type Service = {
  readonly image?: string
  readonly profiles?: readonly string[]
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly deploy?: { readonly replicas: number }
}

describe('compose.yaml', () => {
  const { services } = parse(readFileSync('compose.yaml', 'utf8'), { merge: true }) as {
    services: Readonly<Record<string, Service>>
  }
  const ours = Object.entries(services).filter(([, { image: from }]) => from === undefined)

  test.each(ours)('%s may do as little as it can, and is given time to stop', (_name, service) => {
    expect(service).toMatchObject({
      build: '.',
      init: true,
      read_only: true,
      tmpfs: ['/tmp'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      stop_grace_period: '30s',
    })
  })

  test.each(ours)('%s sets variables that are read, and mounts what exists', (_name, service) => {
    const { environment = {}, volumes = [] } = service
    expect(strange(Object.keys(environment))).toEqual([])
    const url = environment.DATABASE_URL?.replace(/\$\{\w+:-(\w+)\}/g, '$1')
    expect(() => readEnvironment({ ...environment, DATABASE_URL: url })).not.toThrow()
    const files = volumes.map((volume) => volume.split(':')[0] ?? '')
    expect(files.filter((file) => file.startsWith('.') && !existsSync(file))).toEqual([])
  })

  test('is one container with SQLite unless PostgreSQL is asked for', () => {
    const usual = Object.entries(services).filter(([, { profiles }]) => profiles === undefined)
    expect(usual.map(([name]) => name)).toEqual(['dateline'])
    expect(services.dateline?.volumes).toContain('data:/app/data')
  })

  test('on PostgreSQL two workers share the journey, and one front talks to people', () => {
    expect(services.worker?.deploy?.replicas).toBe(2)
    const work = expectRuns(services.worker?.command)
    const front = expectRuns(services.front?.command)
    expect([...work, ...front].sort()).toEqual(
      ['commands', 'deliver', 'digest', 'poll', 'web', 'web'].sort(),
    )
  })
})

type Container = {
  readonly command: readonly string[]
  readonly env: readonly { readonly name: string }[]
  readonly livenessProbe: { readonly httpGet: { readonly path: string } }
  readonly readinessProbe: { readonly httpGet: { readonly path: string } }
}

describe('docs/deploy/kubernetes.yaml', () => {
  const objects = parseAllDocuments(readFileSync('docs/deploy/kubernetes.yaml', 'utf8')).map(
    (document) => document.toJS() as { kind: string; metadata: { name: string }; spec: never },
  )
  const deployments = objects
    .filter(({ kind }) => kind === 'Deployment')
    .map(({ metadata, spec }): [string, { replicas: number; template: { spec: Pod } }] => [
      metadata.name,
      spec,
    ])
  type Pod = { containers: readonly [Container]; [key: string]: unknown }

  test.each(deployments)(
    '%s may do as little as it can, and is looked after',
    (_name, { template }) => {
      const [container] = template.spec.containers
      expect(template.spec).toMatchObject({
        terminationGracePeriodSeconds: 30,
        securityContext: { runAsNonRoot: true },
      })
      expect(container).toMatchObject({
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        livenessProbe: { httpGet: { path: '/healthz' } },
        readinessProbe: { httpGet: { path: '/readyz' } },
      })
      expect(strange(container.env.map(({ name }) => name))).toEqual([])
      expectRuns(container.command)
    },
  )

  test('has one front and two workers', () => {
    expect(deployments.map(([name, { replicas }]) => `${replicas} ${name}`)).toEqual([
      '1 dateline-front',
      '2 dateline-worker',
    ])
  })
})

describe('docs/deploy/dateline.service', () => {
  const lines = readFileSync('docs/deploy/dateline.service', 'utf8').split('\n')
  const valuesOf = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1))

  test('starts what the image starts, and gives it time to stop', () => {
    expect(valuesOf('ExecStart')).toEqual([`/usr/bin/${start.join(' ')}`])
    expect(valuesOf('KillSignal')).toEqual(['SIGTERM'])
    expect(valuesOf('TimeoutStopSec')).toEqual(['30'])
  })

  test('sets variables that are read, and runs without rights', () => {
    const names = valuesOf('Environment').map((assignment) => assignment.split('=')[0] ?? '')
    expect(strange(names)).toEqual([])
    expect(valuesOf('DynamicUser')).toEqual(['yes'])
    expect(valuesOf('NoNewPrivileges')).toEqual(['yes'])
    expect(valuesOf('ProtectSystem')).toEqual(['strict'])
  })
})
