/** R31: three scenarios by four acts, the same words as in the help of the extension (a test compares) and the manual. */
import type { Scenario } from '../model/policy.ts';

interface Act {
  readonly name: string;
  readonly by: string;
  readonly inScenario: Readonly<Record<Scenario, string>>;
}

export const flow: readonly Act[] = [
  {
    name: 'Veiligstellen',
    by: 'een medewerker, met Veiligsteller',
    inScenario: {
      A: 'Profiel en berichten, zonder reacties.',
      B: 'Profiel, berichten en reacties. Derden krijgen een pseudoniem.',
      C: 'Eén bericht tegelijk, door u gekozen en nagekeken.',
    },
  },
  {
    name: 'Archiveren',
    by: 'informatiebeheer, in het DMS',
    inScenario: {
      A: 'Werkproces publieksvoorlichting op de selectielijst.',
      B: 'Werkproces dialoog tussen overheid en burgers; moet op de selectielijst staan.',
      C: 'Eenzijdig: publieksvoorlichting. Tweezijdig: dialoog.',
    },
  },
  {
    name: 'Openbaar maken',
    by: 'na een Woo-beoordeling',
    inScenario: {
      A: 'Weinig beperkingen. Herpublicaties eerst beoordelen.',
      B: 'Beperkt: reacties blijven persoonsgegevens bevatten. Per verzoek beoordelen.',
      C: 'Beperkt: kan privé- of partijpolitieke informatie bevatten.',
    },
  },
  {
    name: 'Overbrengen',
    by: 'naar het archief',
    inScenario: {
      A: 'Weinig beperkingen.',
      B: 'Met openbaarheidsbeperking, na beoordeling van de inhoud.',
      C: 'Alleen wat als overheidsinformatie is aangemerkt.',
    },
  },
];

const titles: Readonly<Record<Scenario, string>> = {
  A: 'A  eenzijdig, corporate account',
  B: 'B  tweezijdig, corporate account',
  C: 'C  hybride of persoonlijk account',
};

/** Plain text, for whoever has the package only. */
export function flowText(): string {
  const acts = flow.map(({ name, by }, at) => `${at + 1}. ${name}: ${by}`);
  const scenarios = (Object.keys(titles) as Scenario[]).flatMap((scenario) => [
    // its keys are the scenarios
    '',
    titles[scenario],
    ...flow.map(({ name, inScenario }, at) => `   ${at + 1}. ${`${name}:`.padEnd(16)}${inScenario[scenario]}`),
  ]);
  const title = 'De stroom: drie scenario’s, vier handelingen';
  return [
    title,
    '='.repeat(title.length),
    '',
    ...acts,
    '',
    'Dit pakket is gemaakt bij handeling 1. De andere drie doet de organisatie, in haar eigen systemen.',
    ...scenarios,
    '',
  ].join('\n');
}
