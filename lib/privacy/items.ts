/** Posts and reactions, built again: who stays is named, who does not is a label; the numbering says nothing of the platform. */
import type { CapturedItem, CapturedQuote, ItemKind, MediaRecord } from '../model/capture.ts';
import type { CountName, DraftItem, DraftQuote } from '../model/draft.ts';
import type { LetterReference } from '../model/letter.ts';
import type { ItemTimes } from '../model/time.ts';
import { isLanguage, rewrite } from './fragment.ts';
import { mediaRecords } from './mediaRecords.ts';
import type { MediaRules } from './mediaRecords.ts';
import type { Building } from './building.ts';
import type { PersonRole } from './classify.ts';
import { isVisible } from './ownMedia.ts';

/** What becomes of an item of the draft. */
export interface Place {
  readonly item: DraftItem;
  readonly kind: ItemKind;
  readonly key: string;
  /** The author stays visible. */
  readonly isOwn: boolean;
  readonly list: 'posts' | 'reactions';
  /** R11: of a letter: the writer's own words, and what others wrote before it. */
  readonly inLetter?: 'writers' | 'context';
  /** R11: it has gone to its own process; this is what stays in its place. */
  readonly reference?: LetterReference;
}

/** R11: this is a letter (by its id on the platform), or letters were taken out of this page before. */
export interface LetterPlaces {
  readonly letter?: string;
  readonly references?: ReadonlyMap<string, LetterReference>;
}

/** Of third parties: all, none, or those with these ids on the platform. */
export type KeptReactions = boolean | ReadonlySet<string>;

const isKept = (kept: KeptReactions, { id }: DraftItem): boolean => (typeof kept === 'boolean' ? kept : kept.has(id));

/** Kinds and keys for the items that are kept, in thread order; `undefined` for those outside the scenario (R7, R9). */
export function places(
  items: readonly DraftItem[],
  roleOf: (sighting: number | undefined) => PersonRole,
  keepReactions: KeptReactions,
  { letter, references }: LetterPlaces = {},
): (Place | undefined)[] {
  const taken = new Set<string>();
  const numbers = { herpublicatie: 0, reactie: 0, verwijzing: 0 };
  const next = (kind: keyof typeof numbers, width: number): string =>
    `${kind}-${String((numbers[kind] += 1)).padStart(width, '0')}`;
  const ofThirdParty = (item: DraftItem): Place => {
    const reference = references?.get(item.id);
    const common = { item, isOwn: false, list: 'reactions' } as const;
    if (reference) return { ...common, kind: 'verwijzing', key: unique(next('verwijzing', 2), taken), reference };
    const key = unique(next('reactie', 4), taken);
    if (letter === undefined) return { ...common, kind: 'reactie', key };
    const isWriters = roleOf(item.author) === 'schrijver';
    const kind = item.id === letter ? 'burgerbrief' : 'reactie';
    return { ...common, kind, key, isOwn: isWriters, inLetter: isWriters ? 'writers' : 'context' };
  };
  return items.map((item) => {
    const isOwn = isVisible(roleOf(item.author));
    const isReposted = item.repostedBy !== undefined && isVisible(roleOf(item.repostedBy)) && item.repostedBy !== item.author;
    if (isReposted) return { item, kind: 'herpublicatie', key: unique(next('herpublicatie', 2), taken), isOwn, list: 'posts' };
    if (!isOwn) return isKept(keepReactions, item) ? ofThirdParty(item) : undefined;
    const kind = item.kind === 'reaction' ? 'antwoord-overheid' : item.quote ? 'citaatbericht' : 'bericht';
    const name = kind === 'antwoord-overheid' ? 'antwoord' : kind;
    return {
      item,
      kind,
      key: unique(`${name}-${plainId(item.id)}`, taken),
      isOwn,
      list: item.kind === 'reaction' ? 'reactions' : 'posts',
    };
  });
}

const plainId = (id: string): string =>
  id
    .replace(/[^A-Za-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(-60) || 'onbekend';

function unique(key: string, taken: Set<string>): string {
  let name = key;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${key}-${number}`;
  taken.add(name.toLowerCase());
  return name;
}

export function capturedItem(place: Place, build: Building): CapturedItem {
  const { item, key, kind, isOwn, inLetter } = place;
  if (place.reference) return referenceTo(place, place.reference, build);
  if (!isOwn) accountForAuthor(item, key, build);
  const media = build.mediaOf(item.media, isOwn && !inLetter, key, mediaRules(build, key, isOwn));
  const text = item.text === undefined ? undefined : build.reviewed(key, 'text', item.text);
  if (inLetter === 'context') return contextOf(place, text, media, build);
  const fragment = item.fragment === undefined ? undefined : fragmentOf(item.fragment, place, media.length, build);
  return {
    key,
    kind,
    ...(isOwn && { platformId: item.id }),
    ...relations(item, key, isOwn, build),
    times: times(item.times, isOwn, (shown) => build.text(key, 'time', shown)),
    ...(text !== undefined && { text }),
    ...marks(item, key, build),
    media,
    counts: counts(item.counts),
    hashtags: build.hashtags(key, item.hashtags),
    links: build.links(key, item.links, isOwn),
    ...(item.quote && { quote: quote(item.quote, key, build) }),
    ...(fragment !== undefined && { fragment }),
  };
}

/** R11: only its place in the thread and the case are left; no author, so that it leads to nothing else the writer said. */
function referenceTo({ item, key, kind }: Place, reference: LetterReference, build: Building): CapturedItem {
  build.ledger.add(key, 'text', 'burgerbrief', 'R11.burgerbrief');
  const parent = item.parent && build.keys.get(item.parent.id);
  return {
    key,
    kind,
    ...(item.parent && parent !== undefined && { parent: { key: parent, method: item.parent.method } }),
    ...nothing,
    reference,
  };
}

/** G3: of what others wrote before the letter the words; not the times and counts by which it is found again in a dossier. */
function contextOf(place: Place, text: string | undefined, media: readonly MediaRecord[], build: Building): CapturedItem {
  const { item, key, kind } = place;
  return {
    key,
    kind,
    ...relations(item, key, false, build),
    ...(text !== undefined && { text }),
    ...marks(item, key, build),
    ...nothing,
    media: media.map((one) => (one.state === 'placeholder' ? { state: one.state, kind: one.kind } : one)),
  };
}

const nothing = { times: {}, media: [], counts: {}, hashtags: [], links: [] } as const;

/** Who wrote it, who shared it, what it answers, where it stands. */
function relations(
  item: DraftItem,
  key: string,
  isOwn: boolean,
  build: Building,
): Pick<CapturedItem, 'url' | 'author' | 'repostedBy' | 'parent'> {
  const url = isOwn && item.url !== undefined ? build.links(key, [item.url], true)[0] : undefined;
  const author = build.person(item.author);
  const repostedBy = build.person(item.repostedBy);
  const parent = item.parent && build.keys.get(item.parent.id);
  return {
    ...(url !== undefined && { url }),
    ...(author !== undefined && { author }),
    ...(repostedBy !== undefined && { repostedBy }),
    ...(item.parent && parent !== undefined && { parent: { key: parent, method: item.parent.method } }),
  };
}

function marks(
  item: DraftItem,
  key: string,
  build: Building,
): Pick<CapturedItem, 'lang' | 'isTruncated' | 'isPinned' | 'contentWarning'> {
  return {
    ...(item.lang !== undefined && isLanguage(item.lang) && { lang: item.lang }),
    ...(item.isTruncated && { isTruncated: true }),
    ...(item.isPinned && { isPinned: true }),
    ...(item.contentWarning !== undefined && { contentWarning: build.reviewed(key, 'label', item.contentWarning, 'waarschuwing') }),
  };
}

const mediaRules = (build: Building, key: string, isOwn: boolean): MediaRules => ({
  fetched: build.fetched,
  link: (address) => build.links(key, [address], isOwn)[0],
  address: build.mediaAddress,
  text: (text, index) => build.reviewed(key, 'media', text, `beeld-${index}`),
});

function accountForAuthor(item: DraftItem, key: string, build: Building): void {
  build.ledger.add(key, 'id', 'platform-id', 'structuur.id');
  if (item.url !== undefined) build.ledger.add(key, 'id', 'koppeling', 'structuur.permalink');
  const person = item.author === undefined ? undefined : build.sighting(item.author);
  if (!person) return;
  const isEmployee = build.roleOf(item.author) === 'medewerker';
  if (person.name !== undefined) build.ledger.add(key, 'author', isEmployee ? 'medewerker' : 'naam', 'structuur.auteur');
  if (person.handle !== undefined) build.ledger.add(key, 'author', isEmployee ? 'medewerker' : 'accountnaam', 'structuur.auteur');
  if (person.avatars.length > 0) build.ledger.add(key, 'media', 'profielbeeld', 'structuur.profielbeeld');
}

function fragmentOf(
  root: NonNullable<DraftItem['fragment']>,
  { key, isOwn }: Place,
  mediaCount: number,
  build: Building,
): CapturedItem['fragment'] {
  const made = rewrite(root, build.fragmentRules(mediaCount, isOwn));
  build.noteFragment(key, made);
  return made.node;
}

/** Ids can be computed back from milliseconds, so a third party's times are kept to the second. */
function times(found: DraftItem['times'], isOwn: boolean, redact: (text: string) => string): ItemTimes {
  const shown = found.shown === undefined || !isTime(found.shown) ? undefined : redact(found.shown);
  const exact = (['markup', 'fromId', 'fromApi', 'edited'] as const).flatMap((name) => {
    const value = found[name];
    if (value === undefined) return [];
    const kept = isInstant(value) ? (isOwn ? value : wholeSecond(value)) : redact(value);
    return [[name, kept]];
  });
  return { ...(shown !== undefined && { shown }), ...Object.fromEntries(exact) };
}

/** A label may say more than when: an account name beside a date, or a sentence without one. */
const isTime = (text: string): boolean => !/[@_]|\p{L}{3,}\d/u.test(text) && (text.length <= 30 || /\d/.test(text));

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text);
const wholeSecond = (iso: string): string => iso.replace(/\.\d+/, '');

/** R6: how many, never who. A count that is more than a number is not one. */
function counts(found: DraftItem['counts']): CapturedItem['counts'] {
  const names: readonly CountName[] = ['replies', 'reposts', 'quotes', 'likes', 'bookmarks', 'views'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = found[name]?.trim();
      return value !== undefined && isCount(value) ? [[name, value]] : [];
    }),
  );
}
export const isCount = (text: string): boolean =>
  /^[\d.,\s\u00A0\u202F']{1,20}\+?\s?(?:[kmb]|dzd\.?|mln\.?|mld\.?|duizend|miljoen|thousand|million)?$/i.test(text);

function quote(found: DraftQuote, key: string, build: Building): CapturedQuote {
  const isOwn = isVisible(build.roleOf(found.author));
  const author = build.person(found.author);
  // what a picture in a quoted post says has no place of its own to be asked about
  const rules: MediaRules = { ...mediaRules(build, key, isOwn), text: (text) => build.text(key, 'media', text) };
  const media: readonly MediaRecord[] = mediaRecords(found.media, isOwn, rules);
  const url = isOwn && found.url !== undefined ? build.links(key, [found.url], true)[0] : undefined;
  if (!isOwn) {
    build.ledger.add(key, 'quote', 'naam', 'structuur.citaat');
    if (found.id !== undefined || found.url !== undefined) build.ledger.add(key, 'quote', 'platform-id', 'structuur.citaat');
  }
  return {
    ...(author !== undefined && { author }),
    isThirdParty: !isOwn,
    ...(found.text !== undefined && { text: build.reviewed(key, 'quote', found.text, 'citaat') }),
    times: times(found.times, isOwn, (shown) => build.text(key, 'time', shown)),
    media,
    ...(url !== undefined && { url }),
  };
}
