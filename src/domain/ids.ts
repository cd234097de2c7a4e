/** Marks a text id with its kind, so that one kind cannot stand where another is asked for. */
type Id<Kind extends string> = string & { readonly __kind: Kind }

export type FeedId = Id<'feed'>
export type ArticleId = Id<'article'>
export type StoryId = Id<'story'>
export type WorkspaceId = Id<'workspace'>
export type DigestId = Id<'digest'>
export type SlotId = Id<'slot'>
export type DeliveryId = Id<'delivery'>
export type PersonId = Id<'person'>
export type ActionId = Id<'action'>

export const feedId = (text: string) => text as FeedId
export const articleId = (text: string) => text as ArticleId
export const storyId = (text: string) => text as StoryId
export const digestId = (text: string) => text as DigestId
export const slotId = (text: string) => text as SlotId
export const deliveryId = (text: string) => text as DeliveryId
export const personId = (text: string) => text as PersonId
export const actionId = (text: string) => text as ActionId

/** A workspace is named by its platform and the platform's own id: `slack:T024BE7LD`, `console:local`. */
export const workspaceId = (text: string) => text as WorkspaceId
