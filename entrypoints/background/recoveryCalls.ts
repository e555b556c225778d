/** What the screens ask when something went wrong, or is to be taken along. */
import type { Answers, Asks } from '../../lib/messages/calls.ts';
import type { StoreLoss } from '../../lib/model/recovery.ts';
import { appendLog } from '../../lib/store/log.ts';
import { forgetLoss, untoldLoss } from '../../lib/store/marker.ts';
import { lineOf } from './deliveryLog.ts';

export const recoveryHandlers = {
  diagnose: async () => (await import('./diagnose.ts')).diagnose(),
  getLoss: async (): Promise<StoreLoss | null> => (await untoldLoss()) ?? null,
  async acceptLoss(): Promise<null> {
    await forgetLoss();
    return null;
  },
  async sealCapture({ id }: { id: string }): Promise<Answers<'sealCapture'>> {
    const { packedFiles } = await import('./export.ts');
    return { files: await packedFiles({ id }) };
  },
  async tookAlong({ fileName, packed, missing, manifest }: Asks<'tookAlong'>): Promise<null> {
    const resultaat = missing > 0 ? 'onvolledig' : 'geslaagd';
    const about = { actie: 'taken-along', object: fileName, resultaat, herkomst: 'overzicht' } as const;
    const left = missing > 0 ? `, ${missing} niet verpakt` : '';
    await appendLog(await lineOf(about, `${packed} pakketten${left}; SHA-256 van manifest-sha256.txt ${manifest}`));
    return null;
  },
};
