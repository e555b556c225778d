/**
 * The whole trip over a page without a browser: reader → draft → strip → gate → package. A view that hides nothing is the
 * worst case: what a style sheet would have kept out of sight is read here.
 */
import { isOurOwnText } from '../../lib/bundle/ownTexts.ts';
import { buildPackage } from '../../lib/bundle/package.ts';
import { createHarvest, harvest } from '../../lib/capture/harvest.ts';
import { testSealing } from '../lib/bundle/sealing.ts';
import { fragmentOf } from '../../lib/capture/replica.ts';
import { createStyleTable } from '../../lib/capture/styles.ts';
import type { Capture, MediaRecord } from '../../lib/model/capture.ts';
import type { Draft } from '../../lib/model/draft.ts';
import type { PlatformId } from '../../lib/model/platform.ts';
import { defaultPolicy } from '../../lib/model/policy.ts';
import type { Policy, RegisteredAccount } from '../../lib/model/policy.ts';
import { seeHearsay } from '../../lib/platforms/hearsay.ts';
import { createPeople } from '../../lib/platforms/people.ts';
import { adapterFor } from '../../lib/platforms/registry.ts';
import { classify } from '../../lib/privacy/classify.ts';
import { gate } from '../../lib/privacy/gate.ts';
import type { GateResult } from '../../lib/privacy/gate.ts';
import { gateOfFile } from '../../lib/privacy/gateOfFile.ts';
import { addressIdentities, identities } from '../../lib/privacy/identities.ts';
import { ownMedia, withoutNaming } from '../../lib/privacy/ownMedia.ts';
import type { MediaRequest } from '../../lib/privacy/ownMedia.ts';
import { strip } from '../../lib/privacy/strip.ts';
import type { Stripped } from '../../lib/privacy/strip.ts';

export interface Trip {
  readonly draft: Draft;
  readonly stripped: Stripped;
  /** Everything that would be stored. */
  readonly stored: string;
  readonly gate: GateResult;
  /** The package, unless the gate stopped a file of it. */
  readonly zip: Uint8Array | undefined;
  /** Files of the package that the gate would have stopped. */
  readonly stoppedFiles: readonly string[];
  /** What the worker would fetch. */
  readonly requests: readonly MediaRequest[];
}

export interface TripOptions {
  readonly own: string;
  readonly bodies?: readonly string[];
  readonly profile?: boolean;
}

const holder = 'Ministerie van Voorbeeldzaken';

export async function trip(html: string, address: string, options: TripOptions): Promise<Trip> {
  return tripOfDraft(await read(html, address), options);
}

/** The same from what a content script says it read. */
export async function tripOfDraft(draft: Draft, { own, bodies = [] }: TripOptions): Promise<Trip> {
  const account: RegisteredAccount = { platform: draft.platform, handle: own, type: 'corporate', holder };
  const policy = policyFor(account, draft.platform, bodies);
  const roles = classify(draft, policy, account);
  const known = identities(draft, roles);
  const { asked, refused } = withoutNaming(ownMedia(draft, roles), [known, addressIdentities(draft, roles)]);
  const stripped = await strip({
    draft,
    roles,
    policy,
    account,
    keepReactions: true,
    keepProfile: true,
    // as the worker says it where nothing could be fetched
    media: new Map<string, MediaRecord>([
      ...asked.map(({ url, kind }) => [url, { state: 'missing', kind, url, reason: 'network' }] as const),
      ...refused,
    ]),
    key: Uint8Array.from({ length: 32 }, (_, index) => index * 7),
  });
  const capture = captureOf(draft, stripped, policy, account);
  const stored = JSON.stringify(capture);
  return {
    draft,
    stripped,
    stored,
    gate: gate(stored, known),
    requests: asked,
    ...(await sealed(capture, JSON.parse(JSON.stringify(known)))),
  };
}

/** As `lib/capture/run.ts` does, without unfolding and without the API. */
async function read(html: string, address: string): Promise<Draft> {
  const url = new URL(address);
  // the parsed page stands at no address of its own
  const page = new DOMParser().parseFromString(html.replace('<head>', `<head><base href="${address}">`), 'text/html');
  const adapter = adapterFor(page, url);
  const kind = adapter.pageKind(page, url);
  if (kind !== 'post' && kind !== 'profile' && kind !== 'other') throw new Error(`refused: ${kind}`);
  const reader = { adapter, people: createPeople(), styles: createStyleTable(nothingHidden) };
  adapter.facts(page, url, reader.people);
  const seen = adapter.profile(page, url, reader.people);
  const fragment = seen?.element && fragmentOf(seen.element, seen.marks, reader.styles);
  const harvested = createHarvest();
  await harvest(reader, page, url, harvested);
  const facts = adapter.facts(page, url, reader.people);
  await seeHearsay(page, reader.people);
  return {
    schema: 1,
    platform: adapter.platform,
    pageKind: kind,
    url: url.href,
    host: url.host,
    ...(facts.language && { language: facts.language }),
    adapter: { name: adapter.platform, version: adapter.version, layout: facts.layout },
    replies: facts.replies,
    ...(facts.account !== undefined && { account: facts.account }),
    ...(seen && { profile: { ...seen.profile, ...(fragment && { fragment }) } }),
    people: [...reader.people.all],
    styles: [...reader.styles.all],
    items: harvested.items.values(),
    observations: {
      closedControls: [],
      unavailableItems: facts.unavailableItems,
      truncatedItems: 0,
      reachedEnd: true,
      budgetsHit: [],
      isStoppedByUser: false,
      isNavigatedAway: false,
      steps: 0,
      notes: [...facts.notes],
    },
    clock: { started: '2026-11-20T10:14:00Z', ended: '2026-11-20T10:14:20Z' },
    took: { unfoldMs: 0, readMs: 0 },
  };
}

const nothingHidden = {
  getComputedStyle: () =>
    ({
      display: 'block',
      visibility: 'visible',
      opacity: '1',
      fontSize: '15px',
      getPropertyValue: () => '',
    }) as unknown as CSSStyleDeclaration, // all the style table asks for
};

function policyFor(account: RegisteredAccount, platform: PlatformId, bodies: readonly string[]): Policy {
  return {
    ...defaultPolicy,
    organisation: { ...defaultPolicy.organisation, name: holder },
    accounts: [account],
    bodies: bodies.map((handle) => ({ platform, handle, name: handle })),
  };
}

function captureOf(draft: Draft, stripped: Stripped, policy: Policy, account: RegisteredAccount): Capture {
  return {
    schema: 1,
    id: 'VS-20261120-0001',
    platform: draft.platform,
    pageKind: draft.pageKind,
    adapter: draft.adapter,
    account,
    organisation: policy.organisation,
    selectionListName: policy.selectionList.name,
    actorRole: policy.actorRole,
    choice: {
      scenario: 'B',
      proposed: 'B',
      accountType: account.type,
      because: ['R5-replies-possible'],
      decidedBy: 'voorstel',
    },
    appraisal: { value: 'B' },
    ...stripped,
    completeness: {
      state: 'OK',
      reasons: [],
      captured: stripped.reactions.length,
      goal: 'Alles',
      minimum: 'Alles',
      reached: 'Alles',
    },
    clock: { started: draft.clock.started, ended: draft.clock.ended, stripped: '2026-11-20T10:14:30Z' },
    took: { ...draft.took, stripMs: 0 },
    gate: { passed: true, identities: 0, forms: 0 },
    software: 'Veiligsteller 0.1.0',
  };
}

/** The package, with every file held against the gate as the worker does. */
async function sealed(capture: Capture, known: unknown): Promise<Pick<Trip, 'zip' | 'stoppedFiles'>> {
  const stoppedFiles: string[] = [];
  const result = await buildPackage({
    capture,
    log: [],
    media: () => Promise.reject(new Error('no media here')),
    now: '2026-11-20T10:20:00Z',
    documentation: [],
    sealing: testSealing(),
    inspect: async (path, content) => {
      if (isOurOwnText(path)) return;
      const found = await gateOfFile(content, known);
      if (!found.ok) stoppedFiles.push(`${path}: ${found.hits.map(({ where, kind }) => `${kind} ${where}`).join(', ')}`);
    },
  });
  return { zip: new Uint8Array(await result.zip.arrayBuffer()), stoppedFiles };
}
