/** The trip of a post on the practice page: made as in the worker, and kept nowhere. */
import type { Capture } from '../../lib/model/capture.ts';
import { hex } from '../../lib/model/bytes.ts';
import type { Draft } from '../../lib/model/draft.ts';
import { Failure } from '../../lib/model/failure.ts';
import type { LetterFacts } from '../../lib/model/letter.ts';
import type { RegisteredAccount, Scenario } from '../../lib/model/policy.ts';
import { draftOf } from '../../lib/practice/draft.ts';
import { ministryPolicy } from '../../lib/practice/ministry.ts';
import type { PracticePage } from '../../lib/practice/pages.ts';
import { classify } from '../../lib/privacy/classify.ts';
import type { PeopleRoles } from '../../lib/privacy/classify.ts';
import { gate } from '../../lib/privacy/gate.ts';
import { identities } from '../../lib/privacy/identities.ts';
import { withWriter } from '../../lib/privacy/writer.ts';
import { choose } from '../../lib/scenario/choose.ts';
import type { UserChoice } from '../../lib/scenario/choose.ts';
import { propose } from '../../lib/scenario/propose.ts';
import type { Job } from '../../lib/store/session.ts';
import { chainOf } from '../../lib/capture/chain.ts';
import { writerOf } from '../background/letter.ts';
import { untilListsAreRead } from '../background/lists.ts';
import { chosenPostOnly, makeCapture } from '../background/make.ts';

export const policy = ministryPolicy(['x']);

export function accountOf({ account }: PracticePage): RegisteredAccount {
  const found = policy.accounts.find(({ handle }) => handle === account.handle);
  if (!found) throw new Failure('account-unknown');
  return found;
}

export const proposalFor = (page: PracticePage) =>
  propose({ accountType: accountOf(page).type, pageKind: page.kind, replies: 'yes', account: accountOf(page) });

export async function captured(page: PracticePage, id: string, chosen: Omit<UserChoice, 'scenario'> & { scenario: Scenario }) {
  const draft = draftOf(page, new Date().toISOString());
  const job = jobFor(page, id, choose(proposalFor(page), chosen));
  const roles = classify(draft, policy, job.account);
  return made(job, chosen.scenario === 'C' ? chosenPostOnly(draft, roles) : draft, roles);
}

export async function capturedLetter(page: PracticePage, id: string, item: string, facts: LetterFacts): Promise<Capture> {
  const whole = draftOf(page, new Date().toISOString());
  const draft = { ...whole, items: chainOf(whole.items, item) };
  const proposed = proposalFor(page).scenario;
  const choice = {
    scenario: proposed,
    proposed,
    accountType: accountOf(page).type,
    because: ['R11-letter'],
    decidedBy: 'voorstel',
  } as const;
  const job: Job = { ...jobFor(page, id, choice), letter: { item, facts } };
  return made(job, draft, withWriter(classify(draft, policy, job.account), writerOf(draft, item)));
}

function jobFor(page: PracticePage, captureId: string, choice: Job['choice']): Job {
  const startedAt = new Date().toISOString();
  return {
    status: { id: 'oefening', tabId: 0, step: 'starting', posts: 0, reactions: 0, startedAt, heardAt: startedAt },
    key: hex(crypto.getRandomValues(new Uint8Array(32))),
    choice,
    account: accountOf(page),
    captureId,
  };
}

async function made(job: Job, draft: Draft, roles: PeopleRoles): Promise<Capture> {
  await untilListsAreRead();
  const { capture } = await makeCapture(job, draft, { policy, roles, media: new Map() });
  const passed = gate(JSON.stringify(capture), identities(draft, roles));
  if (!passed.ok) throw new Failure('gate-closed', { hits: passed.hits.length, where: '' });
  return { ...capture, gate: { passed: true, identities: passed.identities, forms: passed.forms } };
}
