import type { EscrowFile } from '../../lib/model/escrow.ts';
import type { HandelingActie } from '../../lib/model/log.ts';
import { readEscrow } from '../../lib/store/captures.ts';
import { appendLog } from '../../lib/store/log.ts';
import { readPolicy } from '../../lib/store/settings.ts';

async function log(actie: HandelingActie, object: string, toelichting: string): Promise<void> {
  const { policy } = await readPolicy();
  const tijd = new Date().toISOString();
  await appendLog({ actie, object, resultaat: 'geslaagd', herkomst: 'overzicht', actor: policy.actorRole, tijd, toelichting });
}

/** R18: the sealed way back leaves for its own place, and every opening is known. */
export const escrowHandlers = {
  async saveEscrow({ id }: { id: string }): Promise<EscrowFile | null> {
    const file = await readEscrow(id);
    if (!file) return null;
    await log('escrow-saved', id, `${file.entries.length} regels, sleutel ${file.keyId}`);
    return file;
  },
  async logEscrowOpened({ dossier, label, reason }: { dossier: string; label: string; reason: string }): Promise<null> {
    await log('escrow-opened', dossier, `${label}: ${reason}`);
    return null;
  },
};
