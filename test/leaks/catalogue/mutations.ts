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

function withoutForms(kind: Form['kind'], rows: readonly string[]): Mutation {
  return {
    rule: `bekend.${kind}`,
    rows,
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/forms.ts'), async (original) => {
        const real = await original();
        return { ...real, forms: (...asked) => real.forms(...asked).filter((form) => form.kind !== kind) };
      }),
  };
}

const withoutDetector = (id: string): Mutation => ({
  rule: id,
  rows: [...sentences, ...flags].filter(({ rule }) => rule === id).map((one) => one.id),
  switchOff: () =>
    vi.doMock(import('../../../lib/privacy/detectors/all.ts'), async (original) => ({
      detectors: (await original()).detectors.filter((detector) => detector.id !== id),
    })),
});

/** An item as it was read stands where what was made of it belongs. */
function itemAsRead(rule: string, rows: readonly string[], names: readonly string[]): Mutation {
  return {
    rule,
    rows,
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/items.ts'), async (original) => {
        const real = await original();
        return {
          ...real,
          capturedItem: (place, build) => {
            const read: Record<string, unknown> = { ...place.item, platformId: place.item.id };
            const kept = Object.fromEntries(names.flatMap((name) => (read[name] === undefined ? [] : [[name, read[name]]])));
            return { ...real.capturedItem(place, build), ...kept };
          },
        };
      }),
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
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/fragment.ts'), async (original) => {
        const real = await original();
        return { ...real, rewrite: (root, rules) => real.rewrite(bare(root), rules) };
      }),
  },
  {
    rule: 'weergave: opnieuw gebouwd uit wat is toegestaan',
    rows: ['V18', 'A1'],
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/fragment.ts'), async (original) => {
        const real = await original();
        return { ...real, rewrite: (root, rules) => ({ ...real.rewrite(root, rules), node: root }) };
      }),
  },
  {
    rule: 'weergave: de boom over tekstknopen heen gelezen',
    rows: ['A3'],
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/leaves.ts'), async (original) => {
        const real = await original();
        return { ...real, redactLeaves: (leaves, redactor) => leaves.flatMap((leaf) => real.redactLeaves([leaf], redactor)) };
      }),
  },
  {
    rule: 'weergave: weggelaten plaatsen (knoppen, getagd, embleem)',
    rows: ['A6-getagd'],
    switchOff: () =>
      vi.doMock(import('../../../lib/capture/replica.ts'), async (original) => {
        const real = await original();
        return {
          ...real,
          fragmentOf: (root, marks, styles) =>
            real.fragmentOf(
              root,
              marks.filter(({ role }) => role !== 'drop'),
              styles,
            ),
        };
      }),
  },
  {
    rule: 'weergave: elementen waarvan de tekst niet van de pagina is',
    rows: ['A21', 'A24', 'A28'],
    switchOff: () =>
      vi.doMock(import('../../../lib/capture/dom.ts'), async (original) => {
        const real = await original();
        const isSkipped = /^(?:script|style|template|noscript|iframe|object|svg|canvas|button|select|option|textarea|map)$/;
        return { ...real, tagName: (node) => (isSkipped.test(real.tagName(node)) ? 'span' : real.tagName(node)) };
      }),
  },
  {
    rule: 'weergave: geen commentaar',
    rows: ['A24'],
    switchOff: () =>
      vi.doMock(import('../../../lib/capture/dom.ts'), async (original) => {
        const real = await original();
        return { ...real, nodeType: (node) => (real.nodeType(node) === 8 ? 3 : real.nodeType(node)) };
      }),
  },
  {
    rule: 'weergave: opmaak uit vaste waarden',
    rows: ['V16'],
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/fragment.ts'), async (original) => ({
        ...(await original()),
        safeStyles: (styles) => [...styles],
      })),
  },
];

const links: readonly Mutation[] = [
  {
    rule: 'koppeling.persoonlijk',
    rows: ['A13', 'V6'],
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/links.ts'), async (original) => ({
        ...(await original()),
        linkRule: () => (address) => address,
      })),
  },
  {
    rule: 'koppeling: zonder volgparameters',
    rows: ['A14'],
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/links.ts'), async (original) => {
        const real = await original();
        return {
          ...real,
          linkRule: (redactor) => {
            const rule = real.linkRule(redactor);
            return (address, isOwn) => (rule(address, isOwn) === undefined ? undefined : address);
          },
        };
      }),
  },
];

const asOurs = (role: PersonRole): PersonRole => (role === 'medewerker' ? 'eigen' : role);

const people: readonly Mutation[] = [
  {
    rule: 'wie derde is (R15)',
    rows: ['A1'],
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/classify.ts'), async (original) => {
        const real = await original();
        return {
          ...real,
          classify: (...asked) => {
            const made = real.classify(...asked);
            return {
              ...made,
              roles: made.roles.map(() => 'eigen' as const),
              persons: made.persons.map((one) => ({ ...one, role: 'eigen' as const })),
            };
          },
        };
      }),
  },
  {
    rule: 'de medewerker (R19)',
    rows: ['A35'],
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/classify.ts'), async (original) => {
        const real = await original();
        return {
          ...real,
          classify: (...asked) => {
            const made = real.classify(...asked);
            return {
              ...made,
              roles: made.roles.map(asOurs),
              persons: made.persons.map((one) => ({ ...one, role: asOurs(one.role) })),
            };
          },
        };
      }),
  },
  {
    rule: 'mensen uit de gegevens van de pagina',
    rows: ['A22-tekst'],
    switchOff: () =>
      vi.doMock(import('../../../lib/platforms/data.ts'), async (original) => ({
        ...(await original()),
        seeData: () => undefined,
      })),
  },
  {
    rule: 'mensen buiten het gesprek (zijbalk)',
    rows: ['A36-tekst'],
    switchOff: () =>
      vi.doMock(import('../../../lib/platforms/x/everybody.ts'), async (original) => ({
        ...(await original()),
        seeEverybody: () => undefined,
      })),
  },
  {
    rule: 'profiel van een ander niet (R4)',
    rows: ['V19'],
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/profile.ts'), async (original) => {
        const real = await original();
        return {
          ...real,
          profileOf: (found, build) => real.profileOf(found, { ...build, roleOf: () => 'eigen', person: () => 'account-x' }),
        };
      }),
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
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/mediaRecords.ts'), async (original) => {
        const real = await original();
        return {
          ...real,
          mediaRecords: (media, isOwn, rules) => real.mediaRecords(media, isOwn, { ...rules, text: (text) => text }),
        };
      }),
  },
  {
    rule: 'waarnemingen, bewijs, adres en taal van de pagina',
    rows: ['V11', 'V14', 'V15', 'V17'],
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/strip.ts'), async (original) => {
        const real = await original();
        return {
          ...real,
          strip: async (input) => {
            const { url, language, replies, observations } = input.draft;
            return { ...(await real.strip(input)), url, replies, observations, ...(language !== undefined && { language }) };
          },
        };
      }),
  },
  {
    rule: 'nagedane vervangingen (A39)',
    rows: ['A39'],
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/tokens.ts'), async (original) => ({
        ...(await original()),
        neutralise: (text) => text,
      })),
  },
  {
    rule: 'alleen eigen media ophalen (D7)',
    rows: ['V8', 'A16'],
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/ownMedia.ts'), async (original) => ({
        ...(await original()),
        ownMedia: (draft) =>
          draft.items.flatMap((item) => item.media.flatMap(({ url, kind }) => (url === undefined ? [] : [{ url, kind }]))),
      })),
  },
  {
    rule: 'metagegevens uit eigen media',
    rows: ['A31-exif'],
    switchOff: () =>
      vi.doMock(import('../../../lib/privacy/cleanMedia.ts'), async (original) => ({
        ...(await original()),
        cleanMedia: (bytes, mime) => ({ bytes, removed: [], mime }),
      })),
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
];
