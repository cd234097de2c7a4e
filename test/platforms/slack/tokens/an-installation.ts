import { personId, workspaceId } from '../../../../src/domain/ids.ts'
import type { Installation } from '../../../../src/platforms/slack/tokens/installations.ts'

export function anInstallation(changes: Partial<Installation> = {}): Installation {
  return {
    workspaceId: workspaceId('slack:T0001'),
    workspaceName: 'Team T0001',
    installedBy: personId('UADMIN'),
    botUserId: 'UBOT',
    token: 'xoxe.xoxb-old',
    refreshToken: 'xoxe-refresh-old',
    expiresAt: new Date(Date.now() + 43_200_000),
    ...changes,
  }
}
