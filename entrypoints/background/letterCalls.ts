import { reactionsOf } from '../../lib/messages/tabCalls.ts';
import { Failure } from '../../lib/model/failure.ts';
import type { CaptureSummary, JobStatus, PageReaction } from '../../lib/model/job.ts';
import type { LetterFacts, LetterReference } from '../../lib/model/letter.ts';
import type { AccountType } from '../../lib/model/policy.ts';
import { withReference } from '../../lib/privacy/reference.ts';
import { propose } from '../../lib/scenario/propose.ts';
import { newLetterId, readCapture, replaceContent } from '../../lib/store/captures.ts';
import { appendLog } from '../../lib/store/log.ts';
import { forgetPicked, pickedIn } from '../../lib/store/session.ts';
import type { Job } from '../../lib/store/session.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { inspect } from './look.ts';
import { accountOf, beginIn, newJob, refuseBusy } from './start.ts';
import { webcareHandlers } from './webcare.ts';

type LetterQuestion = LetterFacts & {
  readonly tabId: number;
  readonly item: string;
  readonly accountType?: AccountType | undefined;
};
type ReferQuestion = LetterReference & { readonly id: string; readonly where: string };

export const letterHandlers = {
  ...webcareHandlers,

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
