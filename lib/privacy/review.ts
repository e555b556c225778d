/** A person's decisions, carried out in the stored capture: in the text, its rendered copy and whatever else of the item repeats it. */
import type { Capture, CapturedItem, CapturedProfile, LedgerLine, MediaRecord, ReviewPoint } from '../model/capture.ts';
import { Failure } from '../model/failure.ts';
import type { FragmentNode } from '../model/fragment.ts';
import type { ReviewDecision } from '../model/review.ts';
import { itemOf, reviewTexts } from '../model/reviewTexts.ts';
import { fold, originalSpan } from './fold.ts';
import { rewrite } from './fragment.ts';
import type { Finding } from './findings.ts';
import type { Redactor } from './redactor.ts';
import { merged } from './findings.ts';
import { finder, patternOf } from './squash.ts';
import { overlaps } from './spans.ts';
import { tokens } from './tokens.ts';

export interface Reviewed {
  readonly capture: Capture;
  /** How many places of the machine's were redacted, how many may stay, and how many a person added. */
  readonly redacted: number;
  readonly kept: number;
  readonly added: number;
}

const rule = 'controle.medewerker';

/** Every decision is about a text as it is stored now; a place that is not in it refuses the whole. */
export function applyReview(capture: Capture, decisions: readonly ReviewDecision[]): Reviewed {
  const byItem = Map.groupBy(decisions, ({ where }) => itemOf(where));
  const texts = textsOf(capture);
  for (const decision of decisions) check(decision, texts);
  const added: LedgerLine[] = [];
  const review: ReviewPoint[] = capture.review.filter(({ where }) => !byItem.has(itemOf(where)));
  const changed = <T extends CapturedItem | CapturedProfile>(one: T, cleaned: (one: T, clean: Clean) => T): T => {
    const here = byItem.get(one.key);
    if (!here) return one;
    const open = capture.review.filter(
      (point) => itemOf(point.where) === one.key && !here.some((decision) => isSame(decision, point)),
    );
    const redactor = phraseRedactor(here.flatMap((decision) => phraseOf(decision, texts)));
    for (const [where, points] of Map.groupBy(open, (point) => point.where))
      review.push(...moved(points, texts.get(where) ?? '', redactor));
    let count = 0;
    const made = cleaned(one, (text) => {
      const { text: clean, removed } = redactor.redact(text);
      count += removed.length;
      return clean;
    });
    if (count > 0) added.push({ kind: 'persoon-in-tekst', where: one.key, field: 'text', rule, count });
    const fragment = made.fragment && cleanFragment(made.fragment, redactor, capture.people.length);
    return made.fragment === undefined ? made : { ...made, fragment: fragment ?? '' };
  };
  const posts = capture.posts.map((item) => changed(item, cleanItem));
  const reactions = capture.reactions.map((item) => changed(item, cleanItem));
  const profile = capture.profile && changed(capture.profile, cleanProfile);
  const isKnown = (decision: ReviewDecision) => capture.review.some((point) => isSame(decision, point));
  const redactions = decisions.filter(({ act }) => act === 'redact');
  return {
    capture: { ...capture, posts, reactions, ...(profile && { profile }), review, ledger: [...capture.ledger, ...added] },
    redacted: redactions.filter(isKnown).length,
    kept: decisions.length - redactions.length,
    added: redactions.filter((decision) => !isKnown(decision)).length,
  };
}

/** The texts a decision can be about, by key. */
const textsOf = (capture: Capture): ReadonlyMap<string, string> =>
  new Map(reviewTexts(capture).map(({ where, text }) => [where, text]));

function check({ where, start, end }: ReviewDecision, texts: ReadonlyMap<string, string>): void {
  const text = texts.get(where);
  if (text === undefined || start >= end || end > text.length || text.slice(start, end).trim() === '')
    throw new Failure('bad-message', { reason: 'review-place' });
}

function isSame(decision: ReviewDecision, point: ReviewPoint): boolean {
  return decision.where === point.where && decision.start < point.end && decision.end > point.start;
}

function phraseOf(decision: ReviewDecision, texts: ReadonlyMap<string, string>): string[] {
  return decision.act === 'redact' ? [(texts.get(decision.where) ?? '').slice(decision.start, decision.end)] : [];
}

/** Finds the phrases however they are written: other capitals, other spaces, over several elements. */
function phraseRedactor(phrases: readonly string[]): Redactor {
  const patterns = phrases.map((phrase) => patternOf(fold(phrase).text.split(/\s+/)));
  const isFindable = patterns.some(({ squashed }) => squashed !== '');
  const search = isFindable ? finder(patterns) : () => [];
  const find = (text: string): readonly Finding[] => {
    const folded = fold(text);
    const spelled = search(folded).map(({ start, end }) => originalSpan(folded, start, end));
    return merged([...spelled, ...literal(text, phrases)].map((span) => ({ ...span, ...finding })));
  };
  const redact: Redactor['redact'] = (text) => {
    const removed = find(text);
    return { text: replaced(text, removed), removed, doubtful: [] };
  };
  return { find, findKnown: find, redact, instead: () => tokens.persoon };
}

const finding = { kind: 'persoon-in-tekst', rule, token: tokens.persoon, isDoubtful: false } as const;

/** What holds no letters (a number, an emoji) is found as it is. */
function literal(text: string, phrases: readonly string[]): { start: number; end: number }[] {
  return phrases.flatMap((phrase) => {
    const found: { start: number; end: number }[] = [];
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length))
      found.push({ start: at, end: at + phrase.length });
    return found;
  });
}

function replaced(text: string, found: readonly Finding[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of found) {
    out += text.slice(at, start) + tokens.persoon;
    at = end;
  }
  return out + text.slice(at);
}

/** Where the other points of this text stand now; one that went along with a decision is decided too. */
function moved(points: readonly ReviewPoint[], text: string, redactor: Redactor): ReviewPoint[] {
  const found = redactor.find(text);
  const isGone = overlaps(found);
  return points
    .filter((point) => !isGone(point))
    .map((point) => {
      const before = found.filter(({ end }) => end <= point.start);
      const shift = before.reduce((sum, { start, end }) => sum + tokens.persoon.length - (end - start), 0);
      return { ...point, start: point.start + shift, end: point.end + shift };
    });
}

type Clean = (text: string) => string;

function cleanItem(item: CapturedItem, clean: Clean): CapturedItem {
  const { text, contentWarning, quote } = item;
  return {
    ...item,
    ...(text !== undefined && { text: clean(text) }),
    ...(contentWarning !== undefined && { contentWarning: clean(contentWarning) }),
    ...(quote?.text !== undefined && { quote: { ...quote, text: clean(quote.text) } }),
    media: item.media.map((media) => cleanMedium(media, clean)),
  };
}

function cleanMedium(media: MediaRecord, clean: Clean): MediaRecord {
  if (media.state === 'text') return { ...media, text: clean(media.text) };
  return media.alt === undefined ? media : { ...media, alt: clean(media.alt) };
}

function cleanProfile(profile: CapturedProfile, clean: Clean): CapturedProfile {
  const { description, fields } = profile;
  return {
    ...profile,
    ...(description !== undefined && { description: clean(description) }),
    fields: fields.map(({ label, value }) => ({ label, value: clean(value) })),
  };
}

/** The rendered copy says the same things, and is not counted again. */
function cleanFragment(fragment: FragmentNode, redactor: Redactor, people: number): FragmentNode | undefined {
  const everybodyStays = Array.from({ length: people }, () => 'eigen' as const);
  return rewrite(fragment, {
    redactor,
    roles: { roles: everybodyStays, personOf: [], persons: [], keep: [], keepHandles: [], keepPosts: [] },
    link: (address) => address,
    instead: () => tokens.persoon,
    personIndex: (index) => index,
    mediaCount: Infinity,
    styleCount: Infinity,
    isStripped: true,
  }).node;
}
