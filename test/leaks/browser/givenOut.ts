/** What the product hands to others besides its package: the file of settings, what support is sent (D19), and deliveries (D20). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Policy } from '../../../lib/model/policy.ts';
import { ask } from '../../../scripts/drive.ts';
import { emptyReceiver } from '../../faults/receiver.ts';
import type { Receiver } from './receiver.ts';
import type { Stage } from './stage.ts';

const patienceMs = 60_000;
const receiverSecret = 'geheim van het DMS';

/** A policy with one receiver; the same for the run and for its control. */
export const withReceiver = (policy: Policy, { host }: Receiver, name = 'Documentsysteem'): Policy => ({
  ...policy,
  targets: [{ kind: 'webdav', id: 'dms', name, url: `https://${host}/dav/archief`, folder: '{jaar}/{account}', user: 'archief' }],
});

/** D19: saved from the screen, as a person does. */
export async function savedSettings({ browser, downloads }: Stage): Promise<string> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
  await page.getByRole('button', { name: 'Instellingen opslaan als bestand' }).click();
  const file = join(downloads, 'veiligsteller-instellingen.json');
  await until(() => existsSync(file), 'de instellingen werden geen bestand');
  await page.close();
  return readFileSync(file, 'utf8');
}

/** D20: every package to the receiver; what it heard until the last one was read back. */
export async function delivered({ browser, receiver }: Stage, ids: readonly string[]): Promise<string[]> {
  emptyReceiver();
  await ask(browser, 'keepSecret', { target: 'dms', secret: receiverSecret });
  const states: string[] = [];
  for (const id of ids) {
    await ask(browser, 'deliverCapture', { id });
    let state = '';
    await until(async () => {
      const { deliveries } = await ask(browser, 'listDeliveries', { id });
      state = deliveries[0]?.problem?.code ?? deliveries[0]?.state ?? '';
      return state !== 'waiting' && state !== 'sending' && state !== '';
    }, `${id} kwam niet aan bij ${receiver.host}`);
    states.push(state);
  }
  return states;
}

async function until(isThere: () => boolean | Promise<boolean>, otherwise: string): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await isThere())) {
    if (performance.now() > end) throw new Error(otherwise);
    await wait(100);
  }
}
