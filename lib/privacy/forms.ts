/** All the ways in which one person's name, account name, ids and addresses may be written (leak-canaries B1–B22). */
import { isOfName, nameWords, namesIn } from './nameParts.ts';
import { foldText, patternOf, squash } from './plain.ts';
import type { Pattern } from './squash.ts';
import { isWord } from './vocabulary.ts';
import { isEveryday, isFirstName, isParticle, isPlace, isPublicWord } from './words.ts';

/**
 * `sure`: never ordinary text; its being left over stops the gate. `firm`: replaced, but could be ordinary words.
 * `context`: replaced where the text treats it as a name (capital, @, next to the person's other words), else shown for
 * review. `mention`: replaced only behind an @ or next to the person's other words, because it is an ordinary word. `review`:
 * only shown.
 */
export type Strength = 'sure' | 'firm' | 'context' | 'mention' | 'review';
export type FormKind = 'naam' | 'accountnaam' | 'platform-id' | 'profielverwijzing' | 'profielbeeld';

export interface Form extends Pattern {
  readonly kind: FormKind;
  readonly strength: Strength;
}

/** What `forms` needs of a person; several sightings of one person are joined before. */
export interface Names {
  readonly names: readonly string[];
  readonly handles: readonly string[];
  readonly ids: readonly string[];
  readonly urls: readonly string[];
  readonly avatars: readonly string[];
}

/** Below this many letters a word is too short to be searched for blindly. */
const SHORTEST_SURE = 4;

/**
 * `isAside`: the page names this person, but not in what is captured (a side rail, a suggestion). Then only what can hardly
 * mean anything else is looked for: such places are full of organisations, whose names are also words of our own texts.
 */
export function forms(person: Names, isAside = false): Form[] {
  const all = [
    ...person.names.flatMap((name) => (isAside ? asideForms(name, isHearsay(person)) : nameForms(name))),
    ...person.handles.flatMap((handle) => handleForms(handle, isAside)),
    ...person.ids.flatMap(idForms),
    ...person.urls.flatMap(urlForms),
    ...person.avatars.flatMap(avatarForms),
  ];
  const best = new Map<string, Form>();
  const isSaid = isAside && isHearsay(person);
  for (const made of all) {
    // whoever is only named in passing may be a thing: it goes, but does not stop a capture
    const form: Form = isSaid && made.strength === 'sure' ? { ...made, strength: 'firm' } : made;
    const met = best.get(form.squashed);
    if (form.squashed.length > 1 && form.squashed.length <= 300 && (!met || rankOf(form) > rankOf(met)))
      best.set(form.squashed, form);
  }
  return [...best.values()];
}

const ranks: Readonly<Record<Strength, number>> = { review: 0, mention: 1, context: 2, firm: 3, sure: 4 };
/** The more, the surer. */
export const rankOf = ({ strength }: Pick<Form, 'strength'>): number => ranks[strength];

const nameForm: MakeForm = (parts, strength) => ({ ...patternOf(parts), kind: 'naam', strength });

/** A name of nothing but emoji or shortcodes leaves nothing to look for. */
function nameForms(name: string): Form[] {
  const [whole = '', ...names] = namesIn(name);
  return names.length === 0 ? oneNameForms(whole) : [...displayForms(whole), ...names.flatMap(oneNameForms)];
}

/** Of "Mevrouw dr. Fenna Kanariezoon (zij/haar)" as a whole: its words in their order, and no names made of the others. */
function displayForms(name: string): Form[] {
  const words = nameWords(name).slice(0, 8);
  const [whole] = words.length > 1 ? oneNameForms(name) : [];
  return [...(whole ? [whole] : []), ...partForms(words.filter(isOfName), nameForm)];
}

/** Nothing but a name, or what looks like an account: words that stood beside something. */
export const isHearsay = ({ names, handles, ids, urls, avatars }: Names): boolean =>
  ids.length + urls.length + avatars.length === 0 && (names.length === 0 || handles.length === 0);

function asideForms(name: string, isOnlySaid: boolean): Form[] {
  const [whole = '', ...names] = namesIn(name);
  return (names.length === 0 ? [whole] : names).flatMap((one) => {
    const words = nameWords(one).slice(0, 8);
    if (isOnlySaid && !isFirstName(words[0] ?? '')) return saidForms(words);
    if (words.length < 2) return words.map((word) => nameForm([word], isProperWord(squash(word)) ? 'context' : 'mention'));
    if (looksLikePerson(words)) return oneNameForms(one);
    const isTelling = !isOrdinary(words) && squash(words.join('')).length > SHORTEST_SURE * 2;
    return isTelling ? [nameForm(words, 'sure')] : [];
  });
}

/** All its words together, in both orders, when they say no more than a name. */
function saidForms(words: readonly string[]): Form[] {
  const telling = words.filter((word) => !isParticle(word) && !isEveryday(word) && !isPlace(word) && !isPublicWord(word));
  if (words.length < 2 || telling.length === 0 || squash(words.join('')).length <= SHORTEST_SURE * 2) return [];
  return [words, [...words.slice(1), words[0] ?? '']].map((order) => nameForm(order, 'sure'));
}

/** With a capital it is somebody or something that is called so; public bodies and places are not looked for. */
const isProperWord = (word: string): boolean =>
  word.length > SHORTEST_SURE && !isEveryday(word) && !isPlace(word) && !isPublicWord(word);

const looksLikePerson = (words: readonly string[]): boolean =>
  words.length < 6 && (isFirstName(words[0] ?? '') || words.every((word) => isParticle(word) || !isEveryday(word)));

function oneNameForms(name: string): Form[] {
  const words = nameWords(name).slice(0, 8);
  if (words.length === 0) return [];
  const form = nameForm;
  const whole = squash(words.join(''));
  if (words.length === 1) return partForms(words, form);
  const isShort = whole.length < SHORTEST_SURE + 1;
  const strength: Strength = isShort ? (isUncased(whole) ? 'firm' : 'context') : isOrdinary(words) ? 'firm' : 'sure';
  return [form(words, strength), ...orders(words, form, strength), ...partForms(words, form), ...disguised(words, form, strength)];
}

/** A name made of ordinary words only: "Roos de Wit" could be, "Stichting Natuur" certainly is. */
const isOrdinary = (words: readonly string[]): boolean => words.every((word) => isEveryday(word) || isParticle(word));

/** Scripts without capitals, where a name of two or three signs is whole and a capital can tell nothing. */
const isUncased = (word: string): boolean => word.length > 1 && /^[^\p{Lu}\p{Ll}\d]+$/u.test(word) && /\p{Lo}/u.test(word);

type MakeForm = (parts: readonly string[], strength: Strength) => Form;

/** "Kanariezoon, Fenna", "F. Kanariezoon", "Fenna K.", without tussenvoegsels. */
function orders(words: readonly string[], form: MakeForm, strength: Strength): Form[] {
  const first = words[0] ?? '';
  const rest = words.slice(1);
  const last = rest.filter((word) => !isParticle(word));
  const initial = first[0] ?? '';
  const surname = last.at(-1) ?? '';
  const made = [form([...rest, first], strength), form([...last, first], strength), form([first, ...last], strength)];
  if (surname !== '') {
    made.push(form([first, surname], strength), form([surname, first], strength));
    const short: Strength = squash(surname).length < SHORTEST_SURE || isEveryday(surname) ? 'context' : strength;
    made.push(form([initial, ...rest], short), form([initial, surname], short));
    // "Hidde N." written together is "hidden": only capitals and what stands around it can tell
    made.push(form([first, surname[0] ?? ''], 'context'));
    made.push(form([initial, surname[0] ?? ''], 'review'));
  }
  return made.filter((one) => one.squashed.length > 1);
}

/** Single words of a name; of ordinary words only those of something that looks like a person's name. */
function partForms(words: readonly string[], form: MakeForm): Form[] {
  const isPerson = words.length <= 5 && isFirstName(words[0] ?? '');
  const pieces = words.flatMap((word) => (word.includes('-') ? [word, ...word.split('-')] : [word]));
  return pieces.flatMap((word, index) => {
    const plain = squash(word);
    if (isParticle(word) || isParticle(plain) || plain.length < 2 || (plain.length < 3 && words.length > 1)) return [];
    if (/^\d+$/.test(plain)) return [];
    if (isEveryday(plain) && !isPerson && words.length > 1) return [];
    const strength = wordStrength(plain, words.length > 1 || isFirstName(plain));
    if (strength === 'sure') {
      const endings = index === 0 ? ['s', ...diminutives(plain)] : ['s'];
      return [form([word], strength), ...endings.map((ending) => form([plain + ending], 'firm'))];
    }
    const isShortFirst = index === 0 && plain.length < SHORTEST_SURE && !isUncased(plain);
    const made = isShortFirst ? diminutives(plain).map((ending) => plain + ending) : [];
    return [form([word], strength), ...made.map((one) => form([one], isWord(one) ? 'context' : 'firm'))];
  });
}

const diminutives = (plain: string): string[] => ['tje', 'je', 'etje', `${plain.at(-1) ?? ''}tje`];

function wordStrength(plain: string, isOfPerson: boolean): Strength {
  if (isEveryday(plain)) return isOfPerson ? 'context' : 'mention';
  if (plain.length >= SHORTEST_SURE) return 'sure';
  return isUncased(plain) ? 'firm' : 'context';
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const instead = (from: string, other: (at: number) => number): string =>
  from.replace(/[a-z]/g, (letter) => letters[other(letters.indexOf(letter))] ?? letter);
const reversed = (word: string): string => Array.from(word).toReversed().join('');
const turns: readonly ((word: string) => string)[] = [
  reversed,
  (word) => instead(word, (at) => (at + 13) % 26),
  (word) => instead(word, (at) => 25 - at),
];

/** Written backwards, as a bidi override shows it, or word by word; and each letter by another, halfway or from the other end (rot13, atbash). */
function disguised(words: readonly string[], form: MakeForm, strength: Strength): Form[] {
  const whole = squash(words.join(''));
  if (whole.length < (/\d/.test(whole) ? 6 : 8)) return [];
  return [words.toReversed().map(reversed), ...turns.map((turn) => words.map(turn))].map((turned) => form(turned, strength));
}

const handleForm: MakeForm = (parts, strength) => ({ ...patternOf(parts), kind: 'accountnaam', strength });

function handleForms(handle: string, isAside: boolean): Form[] {
  const form = handleForm;
  const plain = foldText(handle).replace(/^@+/, '');
  if (plain === '') return [];
  const [user = '', ...host] = plain.split('@');
  const whole = squash(user);
  const isPlain = whole.length < SHORTEST_SURE || isEveryday(whole) || /^\d{1,5}$/.test(whole);
  const words = user.split(/[^\p{L}\p{N}]+/u);
  const made = [form(words, handleStrength(whole, isPlain, isAside && /^\p{L}+$/u.test(user)))];
  if (host.length > 0) made.push(form([...words, ...host.flatMap((part) => part.split('.'))], 'sure'));
  if (!isPlain && !isAside) made.push(form([`${whole}s`], 'firm'), ...labelForms(user));
  if (!isPlain) made.push(...disguised(words, form, 'sure'));
  return made;
}

function handleStrength(whole: string, isPlain: boolean, isPerhapsWord: boolean): Strength {
  if (isPerhapsWord) return isProperWord(whole) ? 'context' : 'mention';
  if (!isPlain) return 'sure';
  return (isEveryday(whole) && !isFirstName(whole)) || /^\d+$/.test(whole) ? 'mention' : 'context';
}

/** Where handles are host names, people write the first part of them: `fenna.bsky.social`. */
function labelForms(user: string): Form[] {
  const [label = '', ...rest] = user.split('.');
  const whole = squash(label);
  if (rest.length === 0 || isEveryday(whole) || whole.length < (rest.length > 1 ? SHORTEST_SURE + 1 : SHORTEST_SURE + 2)) return [];
  return [handleForm(label.split(/[^\p{L}\p{N}]+/u), 'sure')];
}

/** Ids as they are, and a number as JavaScript rounds it (B22). */
function idForms(id: string): Form[] {
  const plain = foldText(id);
  const whole = squash(plain);
  const pieces = plain.split(/[:/?=&#,;()]+/).filter((piece) => squash(piece).length >= 8 && /\d/.test(piece));
  const rounded = /^\d{16,22}$/.test(whole) ? [BigInt(Math.round(Number(whole))).toString(), String(Number(whole))] : [];
  return [plain, ...pieces, ...rounded].filter(isTellingId).map(idForm);
}

/** A number, or letters too long and too many to be a word. */
const isTellingId = (id: string): boolean => squash(id).length >= (/\d/.test(id) ? 6 : 24);

const idForm = (id: string): Form => ({ ...patternOf([id]), kind: 'platform-id', strength: 'sure' });

/** Host and path together; the account name in it is searched for by itself. */
function urlForms(url: string): Form[] {
  const match = /^(?:https?:)?\/\/(?:[^/@?#]*@)?(?:www\.|m\.|mobile\.)?([^/?#]+)([^?#]*)/i.exec(url.trim());
  const path = foldDecoded(match ? (match[2] ?? '') : (/^\/[^?#]*/.exec(url.trim())?.[0] ?? ''));
  const ids = path.split('/').filter((piece) => /\d{6,}/.test(piece) && squash(piece).length >= 8);
  const made = ids.flatMap(idForms);
  if (!match || squash(path) === '') return made;
  const words = [...foldText(match[1] ?? '').split('.'), ...path.split('/')].filter((word) => word !== '');
  return [{ ...patternOf(words), kind: 'profielverwijzing', strength: 'sure' }, ...made];
}

function foldDecoded(path: string): string {
  try {
    return foldText(decodeURIComponent(path));
  } catch {
    return foldText(path); // not well-formed percent codes: compared as it stands
  }
}

const generic = /^(?:missing|default|placeholder|avatar|image|photo|picture|original|profile|small|large|normal|thumb|static)/;

/** File names and numbers in the address of a picture. */
function avatarForms(url: string): Form[] {
  const path = foldDecoded(url.replace(/[?#].*$/, '').replace(/^(?:https?:)?\/\/[^/]*/, ''));
  const pieces = path.split('/').filter((piece) => piece !== '');
  const file = (pieces.at(-1) ?? '')
    .replace(/\.(?:jpe?g|png|gif|webp|avif|svg)$/, '')
    .replace(/_(?:normal|bigger|mini|\d+x\d+|x\d+)$/, '');
  const names = generic.test(file) || isEveryday(file) || squash(file).length < 8 ? [] : [file];
  const numbers = pieces.slice(0, -1).filter((piece) => /^\d{8,}$/.test(piece));
  return [...names, ...numbers].map((piece) => ({ ...patternOf([piece]), kind: 'profielbeeld', strength: 'sure' }));
}
