import type { Capture, CapturedItem, CapturedPerson, CapturedQuote } from '../model/capture.ts';
import type { ItemTimes } from '../model/time.ts';
import { dutchTime } from './dates.ts';
import { h } from './html.ts';
import type { Html, HtmlChild } from './html.ts';
import { anchorOf } from './layout.ts';
import type { People } from './people.ts';
import { countNames, itemKinds, knownTime, parentMethods, referenceSentence, timeDisagreement, timeMethods } from './sentences.ts';
import { fragmentView } from './view-fragment.ts';
import { isPicture, mediaNote, mediaOnPage, mediaView } from './view-media.ts';
import type { MediaSource } from './view-media.ts';
import { markTokens, pseudonym, textBlock } from './view-text.ts';

/** What drawing an item needs to know of the rest. */
export interface ViewScene {
  readonly capture: Capture;
  readonly people: People;
  readonly media: MediaSource;
  /** Items on this very page, so that an answer can point at what it answers. */
  readonly onPage: ReadonlyMap<string, CapturedItem>;
}

/** The writer of a letter stands out as our own do. */
const looks = { eigen: 'eigen', overheid: 'overheid', derde: 'derde', schrijver: 'eigen' } as const;

export function itemView(item: CapturedItem, scene: ViewScene, level: 'h2' | 'h3'): Html {
  const anchor = anchorOf(item);
  const person = scene.people.of(item.author);
  return h(
    'article',
    { class: `item ${looks[person?.role ?? 'derde']}`, id: anchor, 'aria-labelledby': `${anchor}-kop` },
    h(
      'div',
      { class: 'wie' },
      h('span', { class: 'beeldmerk', 'aria-hidden': 'true' }, portrait(person, item.author, scene)),
      h(
        'div',
        {},
        h(level, { id: `${anchor}-kop`, class: 'naam' }, !item.reference && author(person), kindMark(item)),
        reposted(item, scene),
        !item.reference && when(item.times, isContext(item, scene)),
        answered(item, scene),
      ),
    ),
    item.contentWarning !== undefined &&
      h('p', { class: 'meta' }, 'Waarschuwing van de schrijver: ', markTokens(item.contentWarning)),
    body(item, scene),
    item.quote && quoteView(item.quote, scene),
    below(item),
  );
}

function author(person: CapturedPerson | undefined): HtmlChild {
  if (!person) return 'Onbekende auteur';
  if (person.role === 'derde') return pseudonym(person.label);
  return [
    h('bdi', {}, person.name || `@${person.handle}`),
    person.name && [' ', h('span', { class: 'handvat' }, `@${person.handle}`)],
  ];
}

function kindMark({ kind, isPinned }: CapturedItem): HtmlChild {
  const mark = kind === 'reactie' ? undefined : h('span', { class: 'merk' }, itemKinds[kind]);
  return [mark, isPinned && h('span', { class: 'merk' }, 'Vastgezet')];
}

/** Of a third party only the number of the pseudonym: no picture, no first letter. */
function portrait(person: CapturedPerson | undefined, key: string | undefined, { capture, media }: ViewScene): HtmlChild {
  if (person?.role === 'derde') return /\d{1,4}$/.exec(person.label)?.[0] ?? '';
  const avatar = person?.portrait ?? (key === capture.accountKey ? capture.profile?.avatar : undefined);
  const picture = avatar?.state === 'kept' ? media.picture(avatar) : '';
  return picture ? h('img', { src: picture, alt: '' }) : person ? '●' : '?';
}

function reposted({ repostedBy, kind }: CapturedItem, { people }: ViewScene): HtmlChild {
  if (repostedBy === undefined)
    return kind === 'herpublicatie' ? h('p', { class: 'meta' }, 'Gedeeld door het veiliggestelde account.') : undefined;
  return h('p', { class: 'meta' }, 'Gedeeld door ', author(people.of(repostedBy)), '.');
}

/** D18: the moment with its method; what the page showed stands beside it, a disagreement is told. */
function when(times: ItemTimes, isLeftOut = false): Html {
  const known = knownTime(times);
  const shown: HtmlChild = times.shown ? ['Op de pagina: “', h('bdi', {}, times.shown), '”. '] : undefined;
  const moment: HtmlChild = known
    ? [h('time', { datetime: known.iso }, dutchTime(known.iso)), ` (${timeMethods[known.method]}). `]
    : shown
      ? 'Precieze tijd niet bekend. '
      : isLeftOut
        ? 'Tijd weggelaten. '
        : 'Tijd niet bekend. ';
  return h('p', { class: 'meta' }, moment, shown, times.edited && 'Later bewerkt, volgens de pagina. ', timeDisagreement(times));
}

function answered({ parent }: CapturedItem, { onPage, people, capture }: ViewScene): HtmlChild {
  if (!parent) return undefined;
  const target = onPage.get(parent.key);
  const doubt = parent.method === 'position' ? ` (${parentMethods.position})` : undefined;
  const isToPost = capture.posts.some(({ key, kind }) => key === parent.key && kind !== 'antwoord-overheid');
  if (isToPost) return h('p', { class: 'meta' }, 'Antwoord op het bericht', doubt, '.');
  if (!target) return h('p', { class: 'meta' }, 'Antwoord op een bericht buiten deze weergave', doubt, '.');
  return h(
    'p',
    { class: 'meta' },
    'Antwoord op ',
    h('a', { href: `#${anchorOf(target)}` }, people.nameOf(target.author)),
    doubt,
    '.',
  );
}

function body(item: CapturedItem, scene: ViewScene): HtmlChild {
  const drawn = new Set<number>();
  const fragment =
    item.fragment &&
    fragmentView(item.fragment, {
      styles: scene.capture.styles,
      labels: scene.people.labels,
      avatar: () => h('span', {}, portrait(scene.people.of(item.author), item.author, scene)),
      isPicture: (index) => isPicture(item.media[index], scene.media),
      media: (index, box) => {
        const record = item.media[index];
        if (!record || drawn.has(index)) return undefined;
        drawn.add(index);
        return mediaOnPage(record, scene.media, box);
      },
    });
  const notes = item.media.map((record, index) => (drawn.has(index) ? mediaNote(record, scene.media) : undefined));
  return [
    fragment ? [h('p', { class: 'opschrift' }, 'Zoals de pagina het toonde:'), fragment] : plain(item),
    item.media.map((record, index) => (drawn.has(index) ? undefined : mediaView(record, scene.media))),
    notes.some(Boolean) && h('div', { class: 'onder' }, notes),
  ];
}

/** R11: of what others wrote before a letter the moments are not kept. */
function isContext(item: CapturedItem, { capture, people }: ViewScene): boolean {
  return capture.letter !== undefined && people.of(item.author)?.role === 'derde';
}

/** Absent is not empty: the reader is told which of the two it is. */
function plain({ text, lang, reference }: CapturedItem): HtmlChild {
  if (reference) return h('p', { class: 'ontbreekt' }, referenceSentence(reference));
  if (text === undefined) return h('p', { class: 'ontbreekt' }, 'De tekst is niet gevonden.');
  return text === '' ? h('p', { class: 'ontbreekt' }, 'Zonder tekst.') : textBlock(text, lang);
}

function quoteView(quote: CapturedQuote, scene: ViewScene): Html {
  return h(
    'blockquote',
    { class: 'citaat' },
    h(
      'p',
      { class: 'meta' },
      'Geciteerd bericht van ',
      quote.author === undefined && quote.isThirdParty ? 'een derde' : author(scene.people.of(quote.author)),
    ),
    when(quote.times),
    quote.text === undefined ? h('p', { class: 'ontbreekt' }, 'De tekst is niet gevonden.') : textBlock(quote.text),
    quote.media.map((record) => mediaView(record, scene.media)),
  );
}

function below(item: CapturedItem): HtmlChild {
  const counts = Object.entries(item.counts).map(([name, shown]) => `${countNames[name as keyof typeof countNames]}: ${shown}`); // keys of CountName
  const lines: HtmlChild[] = [
    counts.length > 0 && h('p', {}, `Door het platform getoonde aantallen: ${counts.join(', ')}.`),
    item.isTruncated && h('p', {}, 'De tekst is door de pagina ingekort en kon niet worden uitgeklapt.'),
    item.links.length > 0 && h('p', {}, 'Koppelingen in de tekst:'),
    item.links.length > 0 &&
      h(
        'ul',
        {},
        item.links.map((link) => h('li', {}, link)),
      ),
    item.url !== undefined && h('p', {}, 'Adres op het platform: ', item.url),
  ];
  return lines.some(Boolean) ? h('div', { class: 'onder' }, lines) : undefined;
}
