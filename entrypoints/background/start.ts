import { begin } from '../../lib/messages/tabCalls.ts';
import type { BeginOrder, TabLook } from '../../lib/messages/tabCalls.ts';
import { hex } from '../../lib/model/bytes.ts';
import { Failure } from '../../lib/model/failure.ts';
import type { JobStatus } from '../../lib/model/job.ts';
import type { AccountType, Policy, RegisteredAccount, Scenario } from '../../lib/model/policy.ts';
import { choose } from '../../lib/scenario/choose.ts';
import { keepPlans, propose } from '../../lib/scenario/propose.ts';
import { registeredAccount } from '../../lib/scenario/register.ts';
import { nextId } from '../../lib/store/captures.ts';
import { appendLog } from '../../lib/store/log.ts';
import { forgetPointed, writeJob } from '../../lib/store/session.ts';
import type { Job } from '../../lib/store/session.ts';
import { asStoreFailure } from '../../lib/store/room.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { inspect } from './look.ts';
import { failJob, isRunning, jobIn } from './jobs.ts';
import { pointedOn } from './pointed.ts';

interface StartQuestion {
  readonly tabId: number;
  readonly scenario: Scenario;
  readonly accountType?: AccountType | undefined;
  readonly reason?: string | undefined;
  readonly capacity?: string | undefined;
  readonly selectionReason?: string | undefined;
  readonly mayHover?: boolean | undefined;
}

/** Decides, makes the job and lets the content script begin. */
export async function startCapture(question: StartQuestion): Promise<JobStatus> {
  const { tabId } = question;
  await refuseBusy(tabId);
  const look = await inspect(tabId);
  const { policy } = await readPolicy();
  const pointed = look.pageKind === 'post' ? await pointedOn(tabId) : [];
  const made = await makeJob(question, look, policy);
  const job = pointed.length > 0 ? { ...made, pointed } : made;
  await beginIn(tabId, job, policy, {
    withReactions: keepPlans[job.choice.scenario].reactions || pointed.length > 0,
    mayHover: question.mayHover ?? false,
    ...(pointed.length > 0 && { pointed: pointed.map(({ item }) => item) }),
  });
  await forgetPointed(tabId);
  return job.status;
}

/** Says in the log that it starts, and lets the page begin; what cannot begin has failed, and leaves the tab free for another try. */
export async function beginIn(
  tabId: number,
  job: Job,
  policy: Policy,
  order: Pick<BeginOrder, 'only' | 'pointed' | 'withReactions' | 'mayHover'>,
): Promise<void> {
  await writeJob(job);
  try {
    await appendLog({
      actie: 'capture-started',
      object: job.captureId,
      resultaat: 'geslaagd',
      herkomst: 'worker',
      actor: policy.actorRole,
      tijd: job.status.startedAt,
      ...(job.letter && { toelichting: `burgerbrief: ${job.letter.facts.kind}` }),
    });
    await begin(tabId, { job: job.status.id, budgets: policy.budgets, ...order });
  } catch (error) {
    const { code, detail } = await asStoreFailure(error);
    await failJob(job, code, detail);
    throw error;
  }
}

export async function refuseBusy(tabId: number): Promise<void> {
  const running = await jobIn(tabId);
  if (running && isRunning(running.status)) throw new Failure('busy');
}

/** A job with a key of its own, so that nobody has the same pseudonym in two captures by it (D5). */
export function newJob(tabId: number, now: Date): Pick<Job, 'status' | 'key'> {
  const startedAt = now.toISOString();
  return {
    status: { id: crypto.randomUUID(), tabId, step: 'starting', posts: 0, reactions: 0, startedAt, heardAt: startedAt },
    key: randomHex(32),
  };
}

async function makeJob(question: StartQuestion, look: TabLook, policy: Policy): Promise<Job> {
  const { account, isStated } = accountOf(question.accountType, look, policy);
  const proposal = propose({ accountType: account.type, pageKind: look.pageKind, replies: look.replies, account });
  const choice = choose(proposal, question);
  if (keepPlans[choice.scenario].onlyChosenPost && look.pageKind === 'profile') throw new Failure('open-the-post');
  const now = new Date();
  const because = isStated ? [...choice.because, 'R15-stated-by-user'] : choice.because;
  return {
    ...newJob(question.tabId, now),
    choice: { ...choice, because },
    account,
    captureId: await nextId(now),
    ...(look.ownMediaHosts && { mediaHosts: look.ownMediaHosts }),
  };
}

/** The register decides (R15); an account that is not in it is ours only when the user says so, and that is recorded. */
export function accountOf(
  accountType: AccountType | undefined,
  look: TabLook,
  policy: Policy,
): { account: RegisteredAccount; isStated: boolean } {
  if (!look.account) throw new Failure('account-unknown');
  const place = { platform: look.platform, handle: look.account.handle, host: new URL(look.url).host };
  const registered = registeredAccount(policy, place);
  if (registered) return { account: registered, isStated: false };
  if (!accountType) throw new Failure('account-unknown');
  return {
    account: { platform: place.platform, handle: place.handle, type: accountType, holder: look.account.name },
    isStated: true,
  };
}

function randomHex(bytes: number): string {
  return hex(crypto.getRandomValues(new Uint8Array(bytes)));
}
