/** Who is named in the descriptions: organisations and roles, never a third party (D6, R15). */
import type { Capture } from '../model/capture.ts';
import { platformNames } from '../model/platform.ts';
import { term } from './codelists.ts';
import type { Informatieobject, Verwijzing } from './mdto.ts';
import { shorten } from './names.ts';

export const unknownOrganisation = 'Onbekende organisatie (nog in te stellen)';
export const unknownHotspotList = 'Hotspotlijst van de organisatie (naam nog in te stellen)';

export const unknownSelectionList = 'Selectielijst van de organisatie (naam nog in te stellen)';

export function organisation({ organisation: { name, tooi } }: Capture): Verwijzing {
  return { naam: name || unknownOrganisation, ...(tooi && { identificatie: { kenmerk: tooi, bron: 'TOOI' } }) };
}

/** The account holder and nobody else. */
export function holder(capture: Capture): Informatieobject['betrokkene'] {
  const { holder: name } = capture.account;
  if (!name) return [];
  const same = name === capture.organisation.name;
  return [{ relatie: term('betrokkene', 'accounthouder'), actor: same ? organisation(capture) : { naam: name } }];
}

/** R11, D6: in the package of a letter, and only on the letter itself, the one who wrote it. */
export function writer({ people }: Capture): Informatieobject['betrokkene'] {
  return people.flatMap((person) =>
    person.role === 'schrijver' ? [{ relatie: term('betrokkene', 'briefschrijver'), actor: { naam: person.name } }] : [],
  );
}

export function series({ account, platform }: Capture): Verwijzing[] {
  if (!account.series) return [];
  return [
    {
      naam: shorten(`Sociale-media-account @${account.handle} op ${platformNames[platform]}`, 80),
      identificatie: { kenmerk: account.series, bron: 'Bovenliggende aggregatie in het beherende systeem (instelling)' },
    },
  ];
}

export function actor({ actorRole }: Capture): Verwijzing {
  return { naam: actorRole || 'Medewerker' };
}
