/** The bewijsblad: one page for a judge, a Woo officer and an archivist. It says what can be concluded, and what cannot. */
import type { Capture } from '../../model/capture.ts';
import type { Handeling } from '../../model/log.ts';
import { platformNames } from '../../model/platform.ts';
import { dutchTime } from '../dates.ts';
import { documentHead, h, htmlDocument } from '../html.ts';
import type { Html, HtmlChild } from '../html.ts';
import { unknownOrganisation } from '../parties.ts';
import { completenessTitles } from '../sentences.ts';
import { amount } from '../titles.ts';
import type { RecordTree } from './tree-files.ts';
import type { Sealing } from './seal.ts';
import { sheetLook } from './sheet-look.ts';

export interface SheetFacts {
  readonly capture: Capture;
  readonly tree: RecordTree;
  readonly sealing: Sealing;
  readonly logHead: Handeling | undefined;
  readonly now: string;
}

export function bewijsblad(facts: SheetFacts): string {
  const { capture } = facts;
  return htmlDocument(
    h(
      'html',
      { lang: 'nl' },
      documentHead(`Bewijsblad ${capture.id}`, sheetLook),
      h(
        'body',
        {},
        h(
          'main',
          {},
          h('p', { class: 'boven' }, 'Bewijsblad bij een veiligstelling van sociale media'),
          h('h1', {}, capture.id),
          h('p', { class: 'inleiding' }, introduction(capture)),
          table('Feiten', ['Gegeven', 'Inhoud'], factRows(facts)),
          table('Wat u kunt vaststellen', ['Vraag', 'Waarmee'], canRows(facts)),
          cannot(facts),
          h(
            'p',
            { class: 'voet' },
            'Zelf nagaan: LEESMIJ.txt in dit pakket geeft de opdrachten voor sha256sum, openssl en xmllint; een internetverbinding is niet nodig. Dit blad is zelf een bestand van het pakket: het telt mee in de hashes en de handtekening.',
          ),
        ),
      ),
    ),
  );
}

function introduction({ posts, reactions, account, platform, completeness }: Capture): string {
  const kept = reactions.length > 0 ? ` en ${amount(reactions.length, 'reactie', 'reacties')}` : '';
  return `${amount(posts.length, 'bericht', 'berichten')}${kept} van @${account.handle} op ${platformNames[platform]}. ${completenessTitles[completeness.state]}.`;
}

type Row = readonly [name: string, value: HtmlChild];

function factRows({ capture, tree, sealing, logHead, now }: SheetFacts): Row[] {
  const { clock, organisation, actorRole } = capture;
  return [
    ['Pagina', capture.url],
    ['Vastgelegd', `${dutchTime(clock.started)} tot ${dutchTime(clock.ended)} (klok van de computer)`],
    ['Verpakt', `${dutchTime(now)} (klok van de computer)`],
    ['Door', `${actorRole || 'Medewerker'}, ${organisation.name || unknownOrganisation}`],
    ['Vingerafdruk van de sleutel', code(sealing.key.fingerprint)],
    ...(sealing.key.previous === undefined ? [] : [['Vorige sleutel', code(sealing.key.previous)] as const]),
    [`Wortel over ${amount(tree.leaves.length, 'gegeven', 'gegevens')}`, code(tree.root)],
    ['Kop van de handelingenlog', logHead ? code(`regel ${logHead.seq}: ${logHead.hash}`) : 'geen regels'],
    [
      'Vorig pakket',
      sealing.previous
        ? code(`${sealing.previous.id}: ${sealing.previous.tagmanifest}`)
        : capture.letter
          ? 'een burgerbrief staat buiten de rij van pakketten (R11)'
          : 'dit is het eerste',
    ],
  ];
}

function canRows({ sealing, capture }: SheetFacts): Row[] {
  const names = sealing.authorities.map(({ name }) => name).join(', ');
  return [
    [
      'Is er na het verpakken iets veranderd?',
      'Nee, als alle hashes kloppen: elk bestand staat met zijn SHA-256 in de manifesten, en de handtekening staat daaroverheen.',
    ],
    [
      'Wie heeft het verpakt?',
      'De installatie met de sleutel hierboven. Vraag de organisatie, buiten dit pakket om, of die vingerafdruk van haar is. De sleutel kan niet uit de browser worden uitgevoerd.',
    ],
    [
      'Wanneer bestond het uiterlijk?',
      names
        ? `Op het tijdstip in het tijdstempel (RFC 3161) van een onafhankelijke autoriteit. Gevraagd bij: ${names}. Of het er is, staat in bag-info.txt.`
        : 'Dat is niet onafhankelijk vastgelegd: er is geen tijdstempelautoriteit ingesteld. De klok van de computer is het enige gegeven.',
    ],
    [
      'Is er iets weggelaten uit de log, of een pakket vervangen?',
      'De regels van de log vormen een keten. De kop ervan staat ook in het volgende pakket van deze installatie; vraag dat op en vergelijk.',
    ],
    [
      'Hoort één reactie in dit pakket?',
      'Ja, als haar deelbewijs naar de wortel hierboven leidt. Zo kan een selectie worden getoond zonder de rest.',
    ],
    ...(capture.wayBack
      ? ([
          [
            'Wie schreef een reactie?',
            'Alleen een bevoegde functionaris kan dat nagaan, met de kluis buiten dit pakket; de verbintenis bij elke reactie bewijst dan dat het om dezelfde tekst en afzender gaat.',
          ],
        ] as const)
      : []),
  ];
}

function cannot({ capture, sealing }: SheetFacts): Html {
  const points: readonly (string | false)[] = [
    'Dat het platform dit zo aan iedereen toonde. De browser van een medewerker is de getuige, niet het platform: een pagina kan per bezoeker verschillen, en wie de computer beheert, kan haar vóór het vastleggen hebben veranderd.',
    'Dat een account is van wie het zegt te zijn, of dat een tekst waar is.',
    'Dat er niet meer was. Wat er volgens de pagina ontbreekt, staat bij Volledigheid; wat het platform verborg, is niet te zien.',
    !capture.wayBack && 'Wie een derde is: er is geen weg terug van pseudoniem naar persoon.',
    'Dat niemand te herkennen is: gepseudonimiseerd is niet anoniem. Een letterlijke tekst kan op het platform nog te vinden zijn.',
    sealing.authorities.length === 0 && 'Wanneer het pakket is gemaakt, anders dan volgens de klok van de computer.',
    'Dat het is gearchiveerd of openbaar gemaakt: het is alleen veiliggesteld.',
  ];
  return h(
    'section',
    { 'aria-labelledby': 'niet' },
    h('h2', { id: 'niet' }, 'Wat u niet kunt vaststellen'),
    h(
      'ul',
      {},
      points.map((point) => point && h('li', {}, point)),
    ),
  );
}

function table(title: string, [name, value]: readonly [string, string], rows: readonly Row[]): Html {
  const id = title.toLowerCase().replace(/[^a-z]+/g, '-');
  return h(
    'section',
    { 'aria-labelledby': id },
    h('h2', { id }, title),
    h(
      'table',
      { 'aria-labelledby': id },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, name), h('th', { scope: 'col' }, value))),
      h(
        'tbody',
        {},
        rows.map(([left, right]) => h('tr', {}, h('th', { scope: 'row' }, left), h('td', {}, right))),
      ),
    ),
  );
}

function code(text: string): Html {
  return h('code', {}, text);
}
