/**
 * Every field of a draft in turn: what the content script says is a claim by a hostile page (D10), so each may hold a name.
 * `known`: a text, in which a known person's name goes; the others are facts of a fixed form, in which no word fits at all.
 */
import type { Draft, DraftItem } from '../../../lib/model/draft.ts';
import { everythingSeen } from '../../lib/privacy/sample.ts';
import { tripOfDraft } from '../pipeline.ts';
import { scanContent } from '../scan.ts';
import type { Needle } from '../scan.ts';
import type { Result } from './row.ts';
import { needlesOf, onX } from './set.ts';
import type { Canary } from './set.ts';

export interface Field {
  readonly id: string;
  readonly what: string;
  readonly isText?: true;
  put(value: string): {
    readonly item?: Partial<DraftItem>;
    readonly head?: Partial<Draft>;
    readonly own?: Partial<DraftItem>;
    /** The writer of the reaction, instead of one with a name. */
    readonly person?: Partial<Draft['people'][number]>;
  };
}

const sight = (value: string) => `Volgens ${value}`;
const noTimes = { markup: '2026-11-20T09:31:07Z' };

export const fields: readonly Field[] = [
  { id: 'V1', what: 'taal van de tekst', put: (value) => ({ item: { lang: value } }) },
  { id: 'V2', what: 'tellers', put: (value) => ({ item: { counts: { likes: `${value} en 12` } } }) },
  {
    id: 'V3',
    what: 'tijden',
    isText: true,
    put: (value) => ({ item: { times: { ...noTimes, shown: sight(value), edited: value } } }),
  },
  { id: 'V4', what: 'waarschuwing vooraf', isText: true, put: (value) => ({ item: { contentWarning: sight(value) } }) },
  { id: 'V5', what: 'trefwoorden', isText: true, put: (value) => ({ item: { hashtags: [value.replaceAll(' ', '')] } }) },
  {
    id: 'V6',
    what: 'koppelingen',
    isText: true,
    put: (value) => ({ item: { links: [`https://blog.example/${encodeURIComponent(value)}`] } }),
  },
  {
    id: 'V7',
    what: 'beschrijving, titel en adres van een kaart',
    isText: true,
    put: (value) => ({
      item: {
        media: [{ kind: 'card', alt: sight(value), text: sight(value), link: `https://blog.example/${encodeURIComponent(value)}` }],
      },
    }),
  },
  {
    id: 'V8',
    what: 'adres van een plaatje van een derde',
    put: (value) => ({ item: { media: [{ kind: 'image', url: `https://pbs.twimg.com/media/${encodeURIComponent(value)}` }] } }),
  },
  {
    id: 'V9',
    what: 'citaat',
    isText: true,
    put: (value) => ({
      item: {
        quote: {
          text: sight(value),
          id: '2040017777777777777',
          url: `https://x.com/x/status/2040017777777777777`,
          times: { shown: sight(value) },
          media: [{ kind: 'image', alt: sight(value) }],
        },
      },
    }),
  },
  {
    id: 'V10',
    what: 'kenmerk en adres van een reactie',
    put: (value) => ({ item: { id: value, url: `https://x.com/i/status/${encodeURIComponent(value)}` } }),
  },
  { id: 'V11', what: 'sorteervolgorde', isText: true, put: (value) => ({ head: observed({ sortOrder: sight(value) }) }) },
  { id: 'V12', what: 'opmerkingen van de lezer', isText: true, put: (value) => ({ head: observed({ notes: [sight(value)] }) }) },
  {
    id: 'V13',
    what: 'knoppen die dicht bleven',
    isText: true,
    put: (value) => ({ head: observed({ closedControls: [{ kind: sight(value), count: 1 }] }) }),
  },
  {
    id: 'V14',
    what: 'bewijs dat er gereageerd kan worden',
    isText: true,
    put: (value) => ({ head: { replies: { possible: 'yes', evidence: sight(value) } } }),
  },
  {
    id: 'V15',
    what: 'zoekdeel en fragment van het adres van de pagina',
    put: (value) => ({
      head: {
        url: `https://x.com/minvoorbeeld/status/2040010000000000000?s=${encodeURIComponent(value)}#${encodeURIComponent(value)}`,
      },
    }),
  },
  { id: 'V16', what: 'opmaak', put: (value) => ({ head: { styles: [{ color: `url(${value})`, 'background-color': value }] } }) },
  { id: 'V17', what: 'taal van de pagina', put: (value) => ({ head: { language: value } }) },
  {
    id: 'V18',
    what: 'boom van de weergave: taal, richting, adres, onbekende eigenschap',
    put: (value) => ({
      item: {
        fragment: { tag: 'div', children: [{ tag: 'span', lang: value, dir: value, title: value, children: ['Ja'] } as never] }, // what a hostile page would say
      },
    }),
  },
  {
    id: 'V19',
    what: 'profiel van iemand anders',
    put: (value) => ({
      head: {
        profile: {
          account: 1,
          description: sight(value),
          fields: [{ label: 'Plaats', value }],
          links: [],
          mentions: [],
          followers: value,
        },
      },
    }),
  },
  {
    id: 'V20',
    what: 'milliseconden, waaruit het kenmerk te berekenen is',
    put: () => ({ item: { times: { markup: '2026-11-20T09:31:07.412Z' } } }),
  },
  {
    id: 'V21',
    what: 'alt van een plaatje van onszelf',
    isText: true,
    put: (value) => ({ own: { media: [{ kind: 'image', alt: sight(value), url: 'https://pbs.twimg.com/media/Gx1?format=jpg' }] } }),
  },
  {
    id: 'V22',
    what: 'iemand van wie alleen het adres bekend is, in een tekst',
    put: () => ({ person: { urls: [leden] }, item: { text: `Zie ${leden} voor meer.`, links: [leden] } }),
  },
  {
    id: 'V23',
    what: 'profielbeeld van een bekende, in een tekst',
    put: () => ({
      person: { handle: 'iemand_kz', avatars: [`https://cdn.example/${beeld}_normal.jpg`] },
      item: { text: `Zie cdn.example/${beeld}_normal.jpg` },
    }),
  },
  {
    id: 'V24',
    what: 'adres van een plaatje van onszelf',
    isText: true,
    put: (value) => {
      const name = encodeURIComponent(value);
      return {
        own: { media: [{ kind: 'image', url: `https://pbs.twimg.com/media/${name}?format=jpg&gezien=${name}` }] },
      };
    },
  },
];

const leden = 'https://forum.example/leden/kwikstaart-kz';
const beeld = 'Avkzkwikstaart77';
/** Of the rows in which the writer is not the person of the row. */
const otherNeedles: readonly Needle[] = ['07.412Z', 'leden/kwikstaart-kz', beeld].map((value) => ({
  whose: 'veld',
  kind: 'planted',
  value,
}));

const observed = (some: Partial<Draft['observations']>): Partial<Draft> => ({ observations: { ...everythingSeen, ...some } });

const nobody = { times: noTimes, media: [], counts: {}, mentions: [], hashtags: [], links: [] };

/** Our post, and one reaction by the person. */
function draftWith(field: Field, person: Canary, value: string): Draft {
  const who = onX(person);
  const { item, head, own, person: writer } = field.put(value);
  const without = { ids: [], urls: [], avatars: [] };
  const people: Draft['people'] = [
    writer
      ? { ...without, ...writer }
      : {
          ...without,
          name: field.isText ? who.name : 'Iemand Onbekend',
          handle: field.isText ? who.handle : 'iemand_onbekend_kz',
        },
  ];
  return draftOf(people, [{ text: 'Een reactie.', ...item }], { own, head });
}

/** Our post with reactions, all by the first of these people. */
export function draftOf(
  people: Draft['people'],
  reactions: readonly Partial<DraftItem>[],
  { own, head }: { own?: Partial<DraftItem> | undefined; head?: Partial<Draft> | undefined } = {},
): Draft {
  return {
    schema: 1,
    platform: 'x',
    pageKind: 'post',
    url: 'https://x.com/minvoorbeeld/status/2040010000000000000',
    host: 'x.com',
    adapter: { name: 'x', version: '1', layout: '2026' },
    replies: { possible: 'yes', evidence: 'knop' },
    account: 0,
    people: [{ name: 'Ministerie van Voorbeeldzaken', handle: 'minvoorbeeld', ids: [], urls: [], avatars: [] }, ...people],
    styles: [],
    observations: everythingSeen,
    clock: { started: '2026-11-20T10:14:00Z', ended: '2026-11-20T10:14:20Z' },
    took: { unfoldMs: 0, readMs: 0 },
    items: [
      {
        ...nobody,
        kind: 'post',
        id: '2040010000000000000',
        author: 0,
        text: 'Het ministerie legt uit hoe het loket werkt.',
        ...own,
      },
      ...reactions.map((one, index): DraftItem => ({
        ...nobody,
        kind: 'reaction',
        id: `204001888888888888${8 - index}`,
        author: 1,
        ...one,
      })),
    ],
    ...head,
  };
}

export async function judgeField(field: Field, person: Canary, run = tripOfDraft): Promise<Result> {
  const value = field.id === 'V10' ? onX(person).postId : person.name;
  const draft = draftWith(field, person, value);
  const needles = [...needlesOf(person, onX(person)), ...otherNeedles];
  const planted = scanContent(JSON.stringify(draft), 'concept', needles).length;
  const result = await run(draft, { own: 'minvoorbeeld' });
  const after = result.gate.ok
    ? [...scanContent(result.stored, 'opgeslagen', needles), ...scanContent(JSON.stringify(result.requests), 'verzoeken', needles)]
    : [];
  const isStopped = !result.gate.ok || result.stoppedFiles.length > 0;
  return {
    row: field.id,
    what: field.what,
    where: person.id,
    planted,
    alive: planted > 0 ? 'concept' : 'nee',
    after: after.length,
    verdict: planted === 0 ? 'niet levend' : after.length > 0 ? 'LEK' : isStopped ? 'tegengehouden' : 'schoon',
    ...(after.length > 0 && {
      note: [...new Set(after.map(({ kind, form, place }) => `${kind} (${form}) in ${place}`))].slice(0, 3).join('; '),
    }),
  };
}
