import type {
  KyselyPlugin,
  OperationNode,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely'
import { BugError } from '../domain/errors.ts'
import type { WorkspaceId } from '../domain/ids.ts'
import { isWorkspaceTable, workspaceTables } from './tables/tables.ts'

type Node = OperationNode & Readonly<Record<string, unknown>>

/** A workspace's table in a query, and the name by which the query's columns call it. */
type Mention = { readonly table: string; readonly alias: string }

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).kind === 'string'
}

function children(node: Node): readonly Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
}

/** The text of an identifier, however deep the query builder wraps it. */
function nameIn(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.kind === 'IdentifierNode') return node.name as string
  return nameIn(node.identifier ?? node.table ?? node.column)
}

function mentionOf(node: unknown): Mention | undefined {
  if (!isNode(node)) return undefined
  if (node.kind === 'AliasNode') {
    const inner = mentionOf(node.node)
    return inner && { ...inner, alias: nameIn(node.alias) ?? inner.alias }
  }
  const table = node.kind === 'TableNode' ? nameIn(node.table) : undefined
  return table !== undefined && isWorkspaceTable(table) ? { table, alias: table } : undefined
}

/** Parts of a query that name a table without reading from it by themselves; the query around them is what is judged. */
const parts: readonly string[] = ['ReferenceNode', 'JoinNode']

function mentions(node: Node): readonly Mention[] {
  if (parts.includes(node.kind)) return []
  const froms = [node.from, node.using].filter(isNode).flatMap((from) => {
    return ((from.froms ?? from.tables ?? []) as readonly Node[]).slice()
  })
  const joined = ((node.joins ?? []) as readonly Node[]).map((join) => join.table)
  return [...froms, ...joined, node.table, node.into]
    .map(mentionOf)
    .filter((mention) => mention !== undefined)
}

/** Whether the condition holds only for rows of the workspace, whatever else it says. */
function confines(
  node: unknown,
  workspaceId: WorkspaceId,
  isOfTable: (alias: string | undefined) => boolean,
): boolean {
  if (!isNode(node)) return false
  const within = (part: unknown) => confines(part, workspaceId, isOfTable)
  switch (node.kind) {
    case 'WhereNode':
      return within(node.where)
    case 'ParensNode':
      return within(node.node)
    case 'AndNode':
      return within(node.left) || within(node.right)
    case 'BinaryOperationNode': {
      const column = node.leftOperand
      return (
        isNode(column) &&
        nameIn(column.column) === 'workspace_id' &&
        isOfTable(nameIn(column.table)) &&
        (node.operator as { readonly operator?: string }).operator === '=' &&
        (node.rightOperand as { readonly value?: unknown }).value === workspaceId
      )
    }
    default:
      return false
  }
}

/** Whether every row to be inserted is one of the workspace. */
function insertsOnlyInto(node: Node, workspaceId: WorkspaceId): boolean {
  const columns = (node.columns ?? []) as readonly Node[]
  const place = columns.findIndex((column) => nameIn(column) === 'workspace_id')
  const values = node.values
  if (place < 0 || !isNode(values) || values.kind !== 'ValuesNode') return false
  return (values.values as readonly Node[]).every((row) => {
    const value = (row.values as readonly unknown[])[place]
    return (isNode(value) ? value.value : value) === workspaceId
  })
}

function isSafe(
  node: Node,
  found: readonly Mention[],
  workspaceId: WorkspaceId | undefined,
): boolean {
  if (workspaceId === undefined) return false
  if (node.kind === 'InsertQueryNode') return insertsOnlyInto(node, workspaceId)
  return found.every(({ alias }) =>
    confines(
      node.where,
      workspaceId,
      (name) => name === alias || (name === undefined && found.length === 1),
    ),
  )
}

const tableInText = new RegExp(
  `\\b(from|join|into|update|table|using)\\s+"?(${workspaceTables.join('|')})\\b`,
  'i',
)

function check(node: Node, workspaceId: WorkspaceId | undefined): void {
  const found = mentions(node)
  if (found.length > 0 && !isSafe(node, found, workspaceId)) {
    const names = found.map(({ table }) => table).join(', ')
    throw new BugError(`A query on ${names} does not name its workspace`)
  }
  if (node.kind === 'RawNode') {
    const words = (node.sqlFragments as readonly string[]).join(' ')
    if (tableInText.test(words)) throw new BugError('Raw SQL must not name a table of a workspace')
  }
  for (const child of children(node)) check(child, workspaceId)
}

/**
 * Refuses, before it is sent, every query on a workspace's tables that is not confined to that workspace by a condition
 * of its own; without a workspace, every query on such a table.
 */
export function workspaceGuard(workspaceId: WorkspaceId | undefined): KyselyPlugin {
  return {
    transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
      check(node as unknown as Node, workspaceId)
      return node
    },
    transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
      return Promise.resolve(result)
    },
  }
}
