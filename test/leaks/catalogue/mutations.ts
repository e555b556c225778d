/**
 * S6: the product with one of its rules switched off, rule by rule. Each is a replacement of one exported function, so a rule
 * that moves or changes its type is noticed by the compiler. `rows`: where it is expected to be caught; all others come after.
 */
import { vi } from 'vitest';
import type { FragmentNode } from '../../../lib/model/fragment.ts';
import type { PersonRole } from '../../../lib/privacy/classify.ts';
import type { Form } from '../../../lib/privacy/forms.ts';
import { detectors } from '../../../lib/privacy/detectors/all.ts';
import { flags, sentences } from './sentences.ts';

export interface Mutation {
  readonly rule: string;
  readonly rows: readonly string[];
  readonly switchOff: () => void;
}

/** What a mutation may replace. */
interface Modules {
  readonly 'capture/dom': typeof import('../../../lib/capture/dom.ts');
  readonly 'capture/replica': typeof import('../../../lib/capture/replica.ts');
  readonly 'platforms/hearsay': typeof import('../../../lib/platforms/hearsay.ts');
  readonly 'platforms/data': typeof import('../../../lib/platforms/data.ts');
  readonly 'platforms/x/everybody': typeof import('../../../lib/platforms/x/everybody.ts');
  readonly 'privacy/classify': typeof import('../../../lib/privacy/classify.ts');
  readonly 'privacy/cleanMedia': typeof import('../../../lib/privacy/cleanMedia.ts');
  readonly 'privacy/detectors/all': typeof import('../../../lib/privacy/detectors/all.ts');
  readonly 'privacy/forms': typeof import('../../../lib/privacy/forms.ts');
  readonly 'privacy/fragment': typeof import('../../../lib/privacy/fragment.ts');
  readonly 'privacy/items': typeof import('../../../lib/privacy/items.ts');
  readonly 'privacy/leaves': typeof import('../../../lib/privacy/leaves.ts');
  readonly 'privacy/links': typeof import('../../../lib/privacy/links.ts');
  readonly 'privacy/mediaRecords': typeof import('../../../lib/privacy/mediaRecords.ts');
  readonly 'privacy/ownMedia': typeof import('../../../lib/privacy/ownMedia.ts');
  readonly 'privacy/profile': typeof import('../../../lib/privacy/profile.ts');
  readonly 'privacy/decode': typeof import('../../../lib/privacy/decode.ts');
  readonly 'privacy/ciphers': typeof import('../../../lib/privacy/ciphers.ts');
  readonly 'privacy/leet': typeof import('../../../lib/privacy/leet.ts');
  readonly 'privacy/digests': typeof import('../../../lib/privacy/digests.ts');
  readonly 'privacy/openings': typeof import('../../../lib/privacy/openings.ts');
  readonly 'privacy/squash': typeof import('../../../lib/privacy/squash.ts');
  readonly 'privacy/strip': typeof import('../../../lib/privacy/strip.ts');
  readonly 'privacy/tokens': typeof import('../../../lib/privacy/tokens.ts');
}
const touched = new Set<string>();

/** A module with some of its exports replaced. */
function changed<Name extends keyof Modules>(name: Name, change: (real: Modules[Name]) => Partial<Modules[Name]>): () => void {
  return () => {
    const file = `../../../lib/${name}.ts`;
    touched.add(file);
    vi.doMock(file, async (original) => {
      const real = await original<Modules[Name]>();
      return { ...real, ...change(real) };
    });
  };
}

/** Everything is as it is again. */
export function undo(): void {
  for (const file of touched) vi.doUnmock(file);
  touched.clear();
}

function withoutForms(kind: Form['kind'], rows: readonly string[]): Mutation {
  return {
    rule: `bekend.${kind}`,
    rows,
    switchOff: changed('privacy/forms', (real) => ({
      forms: (...asked) => real.forms(...asked).filter((form) => form.kind !== kind),
    })),
  };
}

const withoutDetector = (id: string): Mutation => ({
  rule: id,
  rows: [...sentences, ...flags].filter(({ rule }) => rule === id).map((one) => one.id),
  switchOff: changed('privacy/detectors/all', (real) => ({
    detectors: real.detectors.filter((detector) => detector.id !== id),
  })),
});

/** An item as it was read stands where what was made of it belongs. */
function itemAsRead(rule: string, rows: readonly string[], names: readonly string[]): Mutation {
  return {
    rule,
    rows,
    switchOff: changed('privacy/items', (real) => ({
      capturedItem: (place, build) => {
        const read: Record<string, unknown> = { ...place.item, platformId: place.item.id };
        const kept = Object.fromEntries(names.flatMap((name) => (read[name] === undefined ? [] : [[name, read[name]]])));
        return { ...real.capturedItem(place, build), ...kept };
      },
    })),
  };
}

/** Roles that the reader gave are forgotten: names in those places are then only text. */
function bare(node: FragmentNode): FragmentNode {
  if (typeof node === 'string') return node;
  const { role: _role, person: _person, ...rest } = node;
  return { ...rest, ...(node.children && { children: node.children.map(bare) }) };
}

const inPlaces: readonly Mutation[] = [
  {
    rule: 'structuur: naam, accountnaam, beeld en vermelding op hun plaats',
    rows: ['A1', 'A4'],
    switchOff: changed('privacy/fragment', (real) => ({ rewrite: (root, rules) => real.rewrite(bare(root), rules) })),
  },
  {
    rule: 'weergave: opnieuw gebouwd uit wat is toegestaan',
    rows: ['V18', 'A1'],
    switchOff: changed('privacy/fragment', (real) => ({
      rewrite: (root, rules) => ({ ...real.rewrite(root, rules), node: root }),
    })),
  },
  {
    rule: 'weergave: de boom over tekstknopen heen gelezen',
    rows: ['A3'],
    switchOff: changed('privacy/leaves', (real) => ({
      redactLeaves: (leaves, redactor) => leaves.flatMap((leaf) => real.redactLeaves([leaf], redactor)),
      redactBlocks: () => [], // the net under it
    })),
  },
  {
    rule: 'weergave: weggelaten plaatsen (knoppen, getagd, embleem)',
    rows: ['A6-getagd'],
    switchOff: changed('capture/replica', (real) => ({
      fragmentOf: (root, marks, styles) =>
        real.fragmentOf(
          root,
          marks.filter(({ role }) => role !== 'drop'),
          styles,
        ),
    })),
  },
  {
    rule: 'weergave: elementen waarvan de tekst niet van de pagina is',
    rows: ['A21', 'A24', 'A28'],
    switchOff: changed('capture/dom', (real) => {
      const isSkipped = /^(?:script|style|template|noscript|iframe|object|svg|canvas|button|select|option|textarea|map)$/;
      return { tagName: (node) => (isSkipped.test(real.tagName(node)) ? 'span' : real.tagName(node)) };
    }),
  },
  {
    rule: 'weergave: geen commentaar',
    rows: ['A24'],
    switchOff: changed('capture/dom', (real) => ({ nodeType: (node) => (real.nodeType(node) === 8 ? 3 : real.nodeType(node)) })),
  },
  {
    rule: 'weergave: opmaak uit vaste waarden',
    rows: ['V16'],
    switchOff: changed('privacy/fragment', () => ({ safeStyles: (styles) => [...styles] })),
  },
];

const links: readonly Mutation[] = [
  {
    rule: 'koppeling.persoonlijk',
    rows: ['A13', 'V6'],
    switchOff: changed('privacy/links', () => ({ linkRule: () => (address) => address })),
  },
  {
    rule: 'koppeling: zonder volgparameters',
    rows: ['A14'],
    switchOff: changed('privacy/links', (real) => ({
      linkRule: (redactor) => {
        const rule = real.linkRule(redactor);
        return (address, isOwn) => (rule(address, isOwn) === undefined ? undefined : address);
      },
    })),
  },
  {
    rule: 'adressen van eigen media',
    rows: ['V24'],
    switchOff: changed('privacy/ownMedia', () => ({ withoutNaming: (requests) => ({ asked: requests, refused: new Map() }) })),
  },
];

const asOurs = (role: PersonRole): PersonRole => (role === 'medewerker' ? 'eigen' : role);

const people: readonly Mutation[] = [
  {
    rule: 'wie derde is (R15)',
    rows: ['A1'],
    switchOff: changed('privacy/classify', (real) => ({
      classify: (...asked) => {
        const made = real.classify(...asked);
        return {
          ...made,
          roles: made.roles.map(() => 'eigen' as const),
          persons: made.persons.map((one) => ({ ...one, role: 'eigen' as const })),
        };
      },
    })),
  },
  {
    rule: 'de medewerker (R19)',
    rows: ['A35'],
    switchOff: changed('privacy/classify', (real) => ({
      classify: (...asked) => {
        const made = real.classify(...asked);
        return {
          ...made,
          roles: made.roles.map(asOurs),
          persons: made.persons.map((one) => ({ ...one, role: asOurs(one.role) })),
        };
      },
    })),
  },
  {
    rule: 'mensen uit de gegevens van de pagina',
    rows: ['A22-nummer'],
    switchOff: changed('platforms/data', () => ({ seeData: () => undefined })),
  },
  {
    rule: 'mensen buiten het gesprek (zijbalk)',
    rows: ['A36-tekst'],
    switchOff: changed('platforms/x/everybody', () => ({ seeEverybody: () => undefined })),
  },
  {
    rule: 'mensen die de pagina terloops noemt',
    rows: ['A5-zwevend', 'A22-genest'],
    switchOff: changed('platforms/hearsay', () => ({ seeHearsay: async () => undefined })),
  },
  {
    rule: 'profiel van een ander niet (R4)',
    rows: ['V19'],
    switchOff: changed('privacy/profile', (real) => ({
      profileOf: (found, build) => real.profileOf(found, { ...build, roleOf: () => 'eigen', person: () => 'account-x' }),
    })),
  },
];

const texts: readonly Mutation[] = [
  itemAsRead('tekst van een bericht', ['A2', 'A41-mail'], ['text']),
  itemAsRead('structuur.id', ['V10', 'A1'], ['platformId']),
  itemAsRead('structuur.permalink', ['V10', 'A1'], ['url']),
  itemAsRead('structuur.hashtag', ['V5'], ['hashtags']),
  itemAsRead('structuur.citaat', ['V9'], ['quote']),
  itemAsRead('structuur.media: plaatjes van derden', ['V8', 'V7'], ['media']),
  itemAsRead('tijden tot op de seconde', ['V20', 'V3'], ['times']),
  itemAsRead('tellers zijn getallen (R6)', ['V2'], ['counts']),
  itemAsRead('waarschuwing vooraf', ['V4'], ['contentWarning']),
  itemAsRead('taal is een taal', ['V1'], ['lang']),
  {
    rule: 'beschrijving van beelden',
    rows: ['V21', 'A8'],
    switchOff: changed('privacy/mediaRecords', (real) => ({
      mediaRecords: (media, isOwn, rules) => real.mediaRecords(media, isOwn, { ...rules, text: (text) => text }),
    })),
  },
  {
    rule: 'waarnemingen, bewijs, adres en taal van de pagina',
    rows: ['V11', 'V14', 'V15', 'V17'],
    switchOff: changed('privacy/strip', (real) => ({
      strip: async (input) => {
        const { url, language, replies, observations } = input.draft;
        return { ...(await real.strip(input)), url, replies, observations, ...(language !== undefined && { language }) };
      },
    })),
  },
  {
    rule: 'nagedane vervangingen (A39)',
    rows: ['A39'],
    switchOff: changed('privacy/tokens', () => ({ neutralise: (text) => text })),
  },
  {
    rule: 'alleen eigen media ophalen (D7)',
    rows: ['V8', 'A16'],
    switchOff: changed('privacy/ownMedia', () => ({
      ownMedia: (draft) =>
        draft.items.flatMap((item) => item.media.flatMap(({ url, kind }) => (url === undefined ? [] : [{ url, kind }]))),
    })),
  },
  {
    rule: 'metagegevens uit eigen media',
    rows: ['A31-exif'],
    switchOff: changed('privacy/cleanMedia', () => ({ cleanMedia: (bytes, mime) => ({ bytes, removed: [], mime }) })),
  },
];

const disguised: readonly Mutation[] = [
  { rule: 'base64 en hexadecimaal', rows: ['B18', 'B19'], switchOff: changed('privacy/openings', () => ({ openings: () => [] })) },
  {
    rule: 'codes die men uit het hoofd kent',
    rows: ['B25', 'B26'],
    switchOff: changed('privacy/ciphers', () => ({ enciphered: () => [] })),
  },
  {
    rule: 'cijfers en tekens voor letters',
    rows: ['B27'],
    switchOff: changed('privacy/leet', () => ({ leetFinder: () => () => [] })),
  },
  {
    rule: 'ongezouten hashes',
    rows: ['B24'],
    switchOff: changed('privacy/digests', () => ({ digestFinder: () => ({ of: () => undefined, *make() {} }) })),
  },
  {
    rule: 'codes van stijlbladen, mail en hosts, en verkeerd gelezen tekens',
    rows: ['B8-css', 'B19-verhaspeld', 'B20', 'B21'],
    switchOff: changed('privacy/decode', (real) => ({
      stages: (units, escapes) => (escapes === 'deep' ? [] : real.stages(units, escapes)),
    })),
  },
  {
    rule: 'namen over alinea’s heen',
    rows: ['A3-alinea'],
    switchOff: changed('privacy/leaves', () => ({ redactBlocks: () => [] })),
  },
  {
    rule: 'namen die tegen andere letters staan',
    rows: ['A2-vast'],
    switchOff: changed('privacy/squash', (real) => ({ finder: (patterns) => real.finder(patterns) })),
  },
];

export const mutations: readonly Mutation[] = [
  withoutForms('naam', ['A2']),
  withoutForms('accountnaam', ['B1', 'B9']),
  withoutForms('platform-id', ['B22']),
  withoutForms('profielverwijzing', ['V22']),
  withoutForms('profielbeeld', ['V23']),
  ...detectors.map(({ id }) => withoutDetector(id)),
  ...inPlaces,
  ...links,
  ...people,
  ...texts,
  ...disguised,
];
