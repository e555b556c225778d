import type { Capture, CapturedItem } from '../../lib/model/capture.ts';
import type { CaptureSummary } from '../../lib/model/job.ts';
import { policyKeys } from '../../lib/model/policy.ts';
import type { Policy } from '../../lib/model/policy.ts';
import { Failure } from '../../lib/model/failure.ts';
import { readBlob } from '../../lib/store/blobs.ts';
import { listCaptures, readCapture, readRow, removeCapture } from '../../lib/store/captures.ts';
import type { ListStretch } from '../../lib/store/captures.ts';
import { appendLog, readLog } from '../../lib/store/log.ts';
import { capturesRevision } from '../../lib/store/revision.ts';
import { forgetIdentities, forgetLetter } from '../../lib/store/session.ts';
import { readPolicy, savePolicy } from '../../lib/store/settings.ts';

const now = () => new Date().toISOString();

function plain({ fragment: _fragment, ...item }: CapturedItem): CapturedItem {
  return item;
}

export const manageHandlers = {
  listCaptures: (stretch: ListStretch): Promise<CaptureSummary[]> => listCaptures(stretch),
  capturesRevision: async (): Promise<string> => capturesRevision(),
  /** Without the rendered copies: the screens show those through `getView`, and in a long thread they are most of it. */
  async getCapture({ id }: { id: string }): Promise<Capture> {
    const capture = await readCapture(id);
    return { ...capture, posts: capture.posts.map(plain), reactions: capture.reactions.map(plain), styles: [] };
  },
  async getView({ id }: { id: string }): Promise<string> {
    const { renderView } = await import('../../lib/bundle/view.ts');
    const { dataUris } = await import('./dataUris.ts');
    const row = await readRow(id);
    const uris = await dataUris(row.media, readBlob);
    return renderView(await readCapture(id), 'all', (sha256) => uris.get(sha256) ?? '');
  },
  async deleteCapture({ id, reason }: { id: string; reason: string }): Promise<null> {
    const { policy } = await readPolicy();
    await removeCapture(id, {
      actie: 'deleted',
      object: id,
      resultaat: 'geslaagd',
      herkomst: 'overzicht',
      actor: policy.actorRole,
      tijd: now(),
      toelichting: reason,
    });
    await forgetIdentities(id);
    await forgetLetter(id);
    return null;
  },
  getLog: () => readLog(),
  getPolicy: () => readPolicy(),
  async savePolicy({ policy }: { policy: Policy }): Promise<null> {
    const { locked } = await readPolicy();
    if (locked.length === policyKeys.length) throw new Failure('not-allowed', { reason: 'managed' });
    await savePolicy(policy);
    await appendLog({
      actie: 'policy-changed',
      object: 'instellingen',
      resultaat: 'geslaagd',
      herkomst: 'instellingen',
      actor: policy.actorRole,
      tijd: now(),
    });
    return null;
  },
};
