import { reactionsOf, webcareOn } from '../../lib/messages/tabCalls.ts';
import type { Asker } from '../../lib/messages/server.ts';
import { Failure } from '../../lib/model/failure.ts';
import type { CaptureSummary, JobStatus, PageReaction } from '../../lib/model/job.ts';
import type { LetterFacts, LetterReference, WebcareWords } from '../../lib/model/letter.ts';
import type { AccountType } from '../../lib/model/policy.ts';
import { withReference } from '../../lib/privacy/reference.ts';
import { propose } from '../../lib/scenario/propose.ts';
import { newLetterId, readCapture, replaceContent } from '../../lib/store/captures.ts';
import { appendLog } from '../../lib/store/log.ts';
import { callPanel } from '../../lib/store/panelCalls.ts';
import { forgetPicked, keepPicked, pickedIn } from '../../lib/store/session.ts';
import type { Job } from '../../lib/store/session.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { openPanel } from '../common/panel.ts';
import { inspect } from './look.ts';
import { accountOf, beginIn, newJob, refuseBusy } from './start.ts';

type LetterQuestion = LetterFacts & {
  readonly tabId: number;
  readonly item: string;
  readonly accountType?: AccountType | undefined;
};
interface WebcareQuestion {
  readonly tabId: number;
  readonly act: 'ask' | 'start' | 'stop';
  readonly words?: WebcareWords | undefined;
}
type ReferQuestion = LetterReference & { readonly id: string; readonly where: string };

export const letterHandlers = {
  async listReactions({ tabId }: { tabId: number }): Promise<PageReaction[]> {
    await inspect(tabId);
    const [reactions, picked] = await Promise.all([reactionsOf(tabId), pickedIn(tabId)]);
    return reactions.map(({ item, author, text, isPicked }) => ({
      item,
      author,
      text,
      ...((isPicked || item === picked) && { isPicked: true as const }),
    }));
  },

  async pickLetter({ item }: { item: string }, { tabId }: Asker): Promise<null> {
    if (tabId === undefined) return null;
    const opened = openPanel({ tabId }).catch(() => undefined); // not within a click, says the browser: the wish waits for the panel
    await keepPicked(tabId, item);
    await callPanel(tabId, 'letter');
    await opened;
    return null;
  },

  async webcare({ tabId, act, words }: WebcareQuestion): Promise<{ isOn: boolean }> {
    if (act === 'start') await inspect(tabId);
    try {
      return { isOn: await webcareOn(tabId, act, words) };
    } catch (error) {
      if (act === 'start') throw error;
      return { isOn: false }; // nothing of ours is in that page
    }
  },

  async webcareEnded(_question: object, { tabId }: Asker): Promise<null> {
    if (tabId !== undefined) await callPanel(tabId, 'page');
    return null;
  },

  async takeLetter({ tabId, item, accountType, ...facts }: LetterQuestion): Promise<JobStatus> {
    await refuseBusy(tabId);
    const look = await inspect(tabId);
    const { policy } = await readPolicy();
    const { account } = accountOf(accountType, look, policy);
    const { scenario } = propose({ accountType: account.type, pageKind: look.pageKind, replies: look.replies, account });
    const now = new Date();
    const job: Job = {
      ...newJob(tabId, now),
      choice: {
        scenario,
        proposed: scenario,
        accountType: account.type,
        because: ['R11-letter'],
        decidedBy: 'voorstel',
      },
      account,
      captureId: newLetterId(now),
      letter: { item, facts },
      ...(look.ownMediaHosts && { mediaHosts: look.ownMediaHosts }),
    };
    await beginIn(tabId, job, policy, { only: item, withReactions: false, mayHover: false });
    await forgetPicked(tabId);
    return job.status;
  },

  async referToLetter({ id, where, ...reference }: ReferQuestion): Promise<CaptureSummary> {
    const capture = await readCapture(id);
    if (capture.letter) throw new Failure('not-allowed', { reason: 'letter' });
    const summary = await replaceContent(withReference(capture, where, reference));
    const { policy } = await readPolicy();
    await appendLog({
      actie: 'letter-referred',
      object: id,
      resultaat: 'geslaagd',
      herkomst: 'overzicht',
      actor: policy.actorRole,
      tijd: new Date().toISOString(),
      toelichting: `${where} vervangen door een verwijzing`,
    });
    return summary;
  },
};
