import type { Capture } from '../../lib/model/capture.ts';
import { registeredAccount } from '../../lib/scenario/register.ts';
import { appendLog } from '../../lib/store/log.ts';
import { readPolicy, savePolicy } from '../../lib/store/settings.ts';

/** R30: what a captured profile was seen to say goes into the register; where the administrator set that, the capture alone says it. */
export async function noteDisclaimer({ disclaimer, account, platform, host, id }: Capture): Promise<void> {
  const { policy, locked } = await readPolicy();
  const registered = registeredAccount(policy, { platform, handle: account.handle, host });
  const isSeen = disclaimer === 'gezien';
  if (!disclaimer || !registered || locked.includes('accounts') || registered.disclaimer === isSeen) return;
  const accounts = policy.accounts.map((one) => (one === registered ? { ...one, disclaimer: isSeen } : one));
  await savePolicy({ ...policy, accounts });
  await appendLog({
    actie: 'policy-changed',
    object: 'instellingen',
    resultaat: 'geslaagd',
    herkomst: 'worker',
    actor: policy.actorRole,
    tijd: new Date().toISOString(),
    toelichting: `verklaring op het profiel van ${platform}/${registered.handle}: ${disclaimer} bij ${id}`,
  });
}
