/** R30: texts an organisation can put on its profile, at its posts and on its website. Examples to adapt; [..] is to be filled in. */
export const disclaimerPlaces = ['profiel', 'hybride', 'herpublicatie', 'website'] as const;
export type DisclaimerPlace = (typeof disclaimerPlaces)[number];

export const disclaimerTexts: Readonly<Record<DisclaimerPlace, string>> = {
  profiel: 'Wat u hier schrijft kunnen wij bewaren, zonder uw naam. Lees hoe: [adres].',
  hybride: 'Ik post hier ook als bewindspersoon. Die berichten worden bewaard.',
  herpublicatie: 'Gedeeld bericht; de inhoud is van de maker.',
  website:
    'Wij bewaren berichten van onze sociale media en de reacties daarop, omdat de Archiefwet dat vraagt. Namen, accountnamen, foto’s en koppelingen van anderen halen wij weg voordat wij iets opslaan. Uw tekst bewaren wij letterlijk; die kan te vinden zijn zolang uw reactie op het netwerk staat. Is uw reactie een brief aan ons, dan bewaren wij die met uw naam om te kunnen antwoorden. Vragen of bezwaar: [contact].',
};

/** What a profile was seen to say when it was captured. */
export type DisclaimerSeen = 'gezien' | 'niet gezien';
