/** One page, judged without a browser: was the person there, and is the person gone (S5, S7). */
import type { Someone } from '../pages/cast.ts';
import { trip as productTrip } from '../pipeline.ts';
import type { Trip } from '../pipeline.ts';
import { scanContent, scanShort } from '../scan.ts';
import type { Hit, Needle } from '../scan.ts';
import type { Carrier } from './carrier.ts';
import type { Identity, Position, Result, Verdict } from './row.ts';
import { needlesOf } from './set.ts';
import type { Canary } from './set.ts';

export interface Judging {
  readonly carrier: Carrier;
  readonly person: Canary;
  /** Another product than the real one (S6). */
  readonly trip?: typeof productTrip;
}

export async function judgePosition(position: Position, { carrier, person, trip = productTrip }: Judging): Promise<Result> {
  const identity = identityOf(person, carrier);
  const planting = position.plant(identity, carrier.kit);
  const html = carrier.page(planting, position.kind === 'named' ? identity.who : undefined);
  const needles = [
    ...needlesOf(person, identity.who),
    ...(position.gone ?? []).map((value): Needle => ({ whose: position.id, kind: 'planted', value })),
  ];
  return {
    ...(await judged(html, carrier, needles, trip)),
    row: position.id,
    what: position.what,
    where: `${carrier.name}, ${person.id}`,
  };
}

export function identityOf(person: Canary, carrier: Carrier): Identity {
  const who: Someone = carrier.as(person);
  return { canary: person, who, mail: person.email ?? `${who.handle}@voorbeeld.example` };
}

type Judged = Omit<Result, 'row' | 'what' | 'where'>;

export async function judged(html: string, carrier: Carrier, needles: readonly Needle[], trip = productTrip): Promise<Judged> {
  const inPage = [...scanContent(html, 'page', needles), ...scanShort(html, 'page', needles)];
  const result = await trip(html, carrier.address, { own: carrier.own });
  const draft = JSON.stringify(result.draft);
  const inDraft = [...scanContent(draft, 'draft', needles), ...scanShort(draft, 'draft', needles)];
  const after = leftIn(result, needles);
  const stays = result.stored.includes(carrier.stays) && result.stripped.posts.length > 0;
  return {
    planted: inPage.length,
    alive: inDraft.length > 0 ? 'concept' : inPage.length > 0 ? 'pagina' : 'nee',
    after: after.length,
    verdict: verdictOf(inPage.length > 0, after, result, stays),
    ...noted(after, result, stays),
  };
}

/** A closed gate stores nothing: no leak, but no capture either. */
function leftIn(result: Trip, needles: readonly Needle[]): Hit[] {
  if (!result.gate.ok) return [];
  return [
    ...scanContent(result.stored, 'opgeslagen', needles),
    ...scanContent(JSON.stringify(result.requests), 'verzoeken', needles),
    ...scanShort(textsOf(result), 'opgeslagen', needles),
    ...(result.stoppedFiles.length > 0 ? [] : scanContent(result.zip ?? '', 'pakket', needles)),
  ];
}

/** What was captured, without the words of the package around it. Two letters in an address say nothing. */
function textsOf({ stripped: { posts, reactions, profile, people, ledger } }: Trip): string {
  return JSON.stringify([posts, reactions, profile, people, ledger]).replace(
    /(?:https?:\/\/)?[\w-]+\.(?:example|com)\b[^\s"]*/g,
    ' ',
  );
}

function verdictOf(isAlive: boolean, after: readonly Hit[], { gate, stoppedFiles }: Trip, stays: boolean): Verdict {
  if (!isAlive) return 'niet levend';
  if (after.length > 0) return 'LEK';
  return gate.ok && stoppedFiles.length === 0 && stays ? 'schoon' : 'tegengehouden';
}

/** Places and kinds, never values. */
function noted(after: readonly Hit[], { gate, stoppedFiles }: Trip, stays: boolean): { note?: string } {
  const notes = [
    ...after.map(({ kind, form, place }) => `${kind} (${form}) in ${place.split('!').at(-1) ?? ''}`),
    ...(gate.ok ? [] : gate.hits.map(({ kind, where }) => `poort: ${kind} bij ${where}`)),
    ...stoppedFiles.map((file) => `poort: ${file.split(':')[0] ?? ''}`),
    ...(stays ? [] : ['de eigen post is weg']),
  ];
  return notes.length > 0 ? { note: [...new Set(notes)].slice(0, 3).join('; ') } : {};
}
