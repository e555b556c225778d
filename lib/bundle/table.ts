import type { Capture, CapturedItem } from '../model/capture.ts';
import { csv } from './csv.ts';
import { anchorOf } from './layout.ts';
import type { Layout, ReactionsObject } from './layout.ts';
import { countNames, itemKinds, knownTime, timeMethods } from './sentences.ts';

const counts = ['replies', 'reposts', 'quotes', 'likes', 'bookmarks', 'views'] as const;

/** The reactions as a table, in reading order. For sorting and counting; the record is the JSON beside it. */
export function reactionsTable(capture: Capture, { people }: Layout, { thread, post }: ReactionsObject): string {
  const parents = new Map([...capture.posts, ...capture.reactions].map((item) => [item.key, item]));
  const head = [
    'volgorde',
    'diepte',
    'kenmerk',
    'soort',
    'auteur',
    'rol',
    'antwoord op',
    'tijd (UTC)',
    'herkomst van de tijd',
    'tijd op de pagina',
    'tekst',
    'stand van de tekst',
    ...counts.map((name) => countNames[name]),
    'bijlagen',
    'koppelingen',
  ];
  const rows = thread.entries.map(({ item, depth }, n) => {
    const moment = knownTime(item.times);
    const parent = item.parent && parents.get(item.parent.key);
    return [
      n + 1,
      depth,
      anchorOf(item),
      itemKinds[item.kind],
      people.nameOf(item.author),
      people.of(item.author)?.role ?? 'onbekend',
      parent && (parent.key === post?.item.key ? 'het bericht' : `${anchorOf(parent)} (${people.nameOf(parent.author)})`),
      moment?.iso,
      moment && timeMethods[moment.method],
      item.times.shown,
      item.text,
      textState(item),
      ...counts.map((name) => item.counts[name]),
      item.media.map(({ kind, state }) => `${kind} (${states[state]})`).join(', '),
      item.links.join(' '),
    ];
  });
  return csv([head, ...rows]);
}

const states = { kept: 'vastgelegd', missing: 'ontbreekt', placeholder: 'van een derde', text: 'als tekst' } as const;

function textState({ text, isTruncated }: CapturedItem): string {
  if (text === undefined) return 'niet gevonden';
  if (text === '') return 'zonder tekst';
  return isTruncated ? 'ingekort' : 'volledig';
}
