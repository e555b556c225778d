/** Every threat of the list and the tests that hold it: file, and words of the test's name. `npm run threats` runs them all. */
export interface Threat {
  readonly id: string;
  readonly what: string;
  readonly held: readonly (readonly [file: string, words: string])[];
}

const bundle = (name: string) => `test/lib/bundle/${name}.test.ts`;
const privacy = (name: string) => `test/lib/privacy/${name}.test.ts`;
const threats = (name: string) => `test/threats/${name}.test.ts`;
const inBrowser = (name: string) => `test/browser/${name}.test.ts`;

export const table: readonly Threat[] = [
  {
    id: 'T1',
    what: 'script in wat iemand schrijft',
    held: [
      [threats('markup'), 'is shown by the view as text and nothing else'],
      [bundle('html'), 'lets no text become markup'],
      [bundle('view'), 'runs nothing, asks for nothing'],
    ],
  },
  { id: 'T2', what: 'onschuldig tot het opnieuw wordt gelezen', held: [[threats('markup'), 'is the same tree however often']] },
  {
    id: 'T3',
    what: 'archief draait in de extensie',
    held: [
      [bundle('view'), 'has the policy that forbids everything'],
      [threats('frame'), 'may do nothing'],
      [inBrowser('manifest'), 'lets its pages load, show and reach nothing'],
      [inBrowser('firefox'), 'captures a thread on'], // what the next one shows
      [inBrowser('firefox'), 'shows the readable view of a capture in its sandboxed frame'],
    ],
  },
  {
    id: 'T4',
    what: 'volgen bij het afspelen',
    held: [
      [inBrowser('trip'), 'holds views that open from disk, ask for nothing'],
      [inBrowser('replay'), 'asks nothing of anybody outside'],
    ],
  },
  {
    id: 'T5',
    what: 'namen van de DOM overschreven',
    held: [
      ['test/lib/capture/replica.test.ts', 'reads the tree of a page that shadows'],
      ['test/lib/platforms/hostile.test.ts', 'cannot shadow what the reader looks with'],
      [inBrowser('hostile'), 'a page that names its parts after the DOM'],
    ],
  },
  {
    id: 'T6',
    what: 'pagina verandert wat de browser biedt',
    held: [[inBrowser('hostile'), 'a page that throws at whoever reads it']],
  },
  {
    id: 'T7',
    what: 'prototypen vervuild',
    held: [
      [threats('door'), 'knows no call that is not in the table'],
      [threats('door'), 'lets through nothing that does not follow the schema'],
      [threats('fuzz'), 'is taken whole or not at all'],
    ],
  },
  { id: 'T8', what: 'berichten van de pagina', held: [[threats('door'), 'has no channel to us']] },
  {
    id: 'T9',
    what: 'vervalste berichten aan de worker',
    held: [
      [threats('door'), 'opens for no call when it is asked by'],
      [threats('door'), 'lets through nothing that does not follow the schema'],
    ],
  },
  {
    id: 'T10',
    what: 'pagina vindt de extensie',
    held: [
      [inBrowser('manifest'), 'shows nothing of itself to pages'],
      [inBrowser('firefox'), 'lets no web page frame or fetch a page of ours'],
    ],
  },
  {
    id: 'T11',
    what: 'klikken gestolen door inlijsten',
    held: [
      [inBrowser('manifest'), 'lets its pages load, show and reach nothing'],
      [inBrowser('firefox'), 'lets no web page frame or fetch a page of ours'],
    ],
  },
  {
    id: 'T12',
    what: 'verzoeken naar binnen',
    held: [
      ['test/lib/capture/fetchMedia.test.ts', 'which addresses are fetched'],
      ['test/lib/capture/fetchMedia.test.ts', 'asked for without credentials, cache or redirect'],
    ],
  },
  {
    id: 'T13',
    what: 'vastleggen begonnen door een ander',
    held: [
      [threats('door'), 'starts nothing by an address'],
      [threats('door'), 'has no channel to us'],
      [inBrowser('manifest'), 'shows nothing of itself to pages'],
    ],
  },
  {
    id: 'T14',
    what: 'vijandige zip',
    held: [
      [bundle('hostile-zip'), 'is refused with its reason'],
      [bundle('verify'), 'in a name is refused'],
      [threats('fuzz'), 'gives of any damaged zip only what is whole'],
    ],
  },
  {
    id: 'T15',
    what: 'bommen',
    held: [
      [bundle('hostile-zip'), 'is refused in time and without taking the memory'],
      [inBrowser('hostile'), 'a page that has a million nodes'],
      ['test/lib/capture/replica.test.ts', 'ends in a page that is nested without end'],
    ],
  },
  {
    id: 'T16',
    what: 'XML binnengesmokkeld',
    held: [
      [bundle('xml'), 'gives back the same text after reading'],
      [bundle('xml'), 'refuses'],
      [threats('fuzz'), 'gives any text back as it was'],
      [threats('fuzz'), 'has a reader that refuses what is no XML'],
    ],
  },
  {
    id: 'T17',
    what: 'formules in een tabel',
    held: [
      [bundle('csv'), 'for text, in one cell of one row'],
      [bundle('csv'), 'stays a table whatever people write'],
      [threats('fuzz'), 'has one row and one cell for any text'],
    ],
  },
  {
    id: 'T18',
    what: 'koppen, regels en bestandsnamen',
    held: [
      [bundle('names'), 'keeps a header value on one line'],
      [bundle('package'), 'holds a header line to one line'],
      [bundle('wacz'), 'keeps one record one record'],
      [threats('markup'), 'makes no file name, no row and no formula'],
    ],
  },
  {
    id: 'T19',
    what: 'namaakbewijs, namaakhost',
    held: [
      ['test/lib/platforms/addresses.test.ts', 'is never that of a network because it only looks so'],
      ['test/lib/scenario/scope.test.ts', 'only looks like a network'],
      ['test/lib/platforms/hostile.test.ts', 'is read by its exact host'],
    ],
  },
  {
    id: 'T20',
    what: 'pakket achteraf veranderd',
    held: [
      [bundle('alterations'), 'is found by its own name'],
      [bundle('alterations'), 'betray an older package that was put back'],
      [bundle('verify'), 'is refused and named'],
    ],
  },
  {
    id: 'T21',
    what: 'handelingenlog veranderd',
    held: [
      [bundle('alterations'), 'betray a log that was cut off'],
      ['test/lib/store/log.test.ts', 'breaks when a line is altered afterwards'],
    ],
  },
  {
    id: 'T22',
    what: 'sleutel uit het profiel gestolen',
    held: [['test/lib/store/keys.test.ts', 'its secret half cannot leave the browser']],
  },
  {
    id: 'T23',
    what: 'weg terug in verkeerde handen',
    held: [
      [privacy('escrow'), 'refuses an entry under another name'],
      [privacy('escrow'), 'entries of the same length'],
      [threats('fuzz'), 'is no sealed way back unless it is one'],
    ],
  },
  {
    id: 'T24',
    what: 'verkeerde openbare sleutel',
    held: [
      [threats('fuzz'), 'is no key unless it is public and strong enough'],
      [privacy('escrow'), 'stays closed for another key'],
    ],
  },
  {
    id: 'T25',
    what: 'pseudoniem teruggerekend',
    held: [
      ['test/leaks/attack.test.ts', 'an attacker with the list of all accounts'],
      [threats('fuzz'), 'leaves nobody it knows in any text'],
    ],
  },
  {
    id: 'T26',
    what: 'inloggegevens van het DMS gelekt',
    held: [
      ['test/lib/export/hostile.test.ts', 'is not followed'],
      ['test/lib/export/hostile.test.ts', 'gets no second one'],
      ['test/lib/export/hostile.test.ts', 'has it in nothing we keep'],
      ['test/lib/export/hostile.test.ts', 'gets the login there itself and nobody else does'],
      ['test/lib/export/hostile.test.ts', 'gets none of it into a receipt'],
      ['test/lib/export/hostile.test.ts', 'does not get a code or a renewal sent on'],
    ],
  },
  {
    id: 'T27',
    what: 'toeleveranciers',
    held: [
      ['test/scripts/supply.test.ts', 'is the very bytes of the lock file'],
      ['test/scripts/supply.test.ts', 'runs nothing of its own when it is installed'],
      [inBrowser('manifest'), 'is the same, byte for byte, when it is built again'],
      [inBrowser('manifest'), 'loads no code from elsewhere'],
    ],
  },
  { id: 'T28', what: 'vijandige instellingen', held: [[threats('fuzz'), 'is taken whole or not at all']] },
  { id: 'T29', what: 'trage herkenners', held: [[privacy('detectors'), 'linear']] },
  {
    id: 'T30',
    what: 'te veel verzameld',
    held: [
      ['test/lib/scenario/scope.test.ts', 'refuses direct messages, private pages and login pages'],
      ['test/lib/platforms/addresses.test.ts', 'is refused, whatever hangs on it'],
      [inBrowser('trip'), 'stores nothing of direct messages'],
      [inBrowser('trip'), 'never captures a hybrid account as a whole'],
    ],
  },
  {
    id: 'T31',
    what: 'nakijken zonder te kijken',
    held: [
      ['test/lib/ui/reviewState.test.ts', 'how long was looked and at how much'],
      ['test/lib/ui/reviewState.test.ts', 'counts as seen only what was on the screen'],
    ],
  },
];
