import type { Capture } from '../model/capture.ts';
import { term } from './codelists.ts';
import type { Layout, PackageObject } from './layout.ts';
import type { Informatieobject } from './mdto.ts';
import { hasThirdParty } from './people.ts';

type BeperkingGebruik = Informatieobject['beperkingGebruik'];

export function dossierRestriction(capture: Capture, layout: Layout): BeperkingGebruik {
  return restriction(ofDossier(capture, layout));
}

export function objectRestriction(capture: Capture, layout: Layout, object: PackageObject): BeperkingGebruik {
  return restriction(ofObject(capture, layout, object));
}

type Restriction = 'openbaar' | 'AW1995-15-1-a' | 'nader-te-bepalen' | 'burgerbrief';

/** A is open unless somebody else's content is in it (R13); C always waits for a person's judgement (R9). */
function ofDossier(capture: Capture, layout: Layout): Restriction {
  const { scenario } = capture.choice;
  if (capture.letter) return 'burgerbrief';
  if (scenario === 'B' || (scenario === 'A' && capture.reactions.some(({ kind }) => kind === 'reactie'))) return 'AW1995-15-1-a';
  return scenario === 'C' || capture.posts.some((item) => hasThirdParty(item, capture, layout.people))
    ? 'nader-te-bepalen'
    : 'openbaar';
}

function ofObject(capture: Capture, layout: Layout, object: PackageObject): Restriction {
  if (object.kind === 'documentation') return 'openbaar';
  if (object.kind === 'reactions') return capture.letter ? 'burgerbrief' : 'AW1995-15-1-a';
  if (capture.choice.scenario === 'C') return 'nader-te-bepalen';
  if (object.kind === 'account' || object.kind === 'webarchive') return ofDossier(capture, layout);
  const touched =
    object.kind === 'post'
      ? hasThirdParty(object.item, capture, layout.people)
      : capture.ledger.some(({ where, kind }) => where === object.profile.key && kind !== 'medewerker');
  if (!touched) return 'openbaar';
  return capture.choice.scenario === 'B' ? 'AW1995-15-1-a' : 'nader-te-bepalen';
}

const restrictionNotes: Readonly<Record<Restriction, string | undefined>> = {
  openbaar: undefined,
  'AW1995-15-1-a': 'Bevat gepseudonimiseerde gegevens van derden. Op teksten en beeldmateriaal van derden kan auteursrecht rusten.',
  burgerbrief:
    'Bevat de naam en de brief van een burger. Alleen voor wie de brief behandelt. Anderen zijn gepseudonimiseerd; op hun teksten kan auteursrecht rusten.',
  'nader-te-bepalen':
    'Bevat mogelijk persoonlijke, partijpolitieke of andermans informatie; openbaarheid moet nog worden beoordeeld. Op materiaal van derden kan auteursrecht rusten.',
};

function restriction(code: Restriction): Informatieobject['beperkingGebruik'] {
  const note = restrictionNotes[code];
  return { type: term('beperking', code === 'burgerbrief' ? 'AW1995-15-1-a' : code), ...(note && { beschrijving: note }) };
}
