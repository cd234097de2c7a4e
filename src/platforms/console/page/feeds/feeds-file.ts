import type { DrawView } from '../view.ts'

/** The workspace's feeds as an OPML file, as the command gives them. */
export const drawFeedsFile: DrawView = async ({ desk, caller, newId }) => {
  const { file } = await desk.run({ id: newId(), command: 'feeds export', options: {}, caller })
  if (!file) return undefined
  return {
    status: 200,
    headers: {
      'content-type': `${file.mediaType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-store',
    },
    body: file.text,
  }
}
