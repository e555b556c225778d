/**
 * Every fault of the list and the tests that hold it: file, words of the test's name, and the promises (I1–I6) that the test asks for after
 * the fault. `npm run faults` runs them and prints fault × promise; where a promise cannot be touched, the row says why.
 */
import { invariants } from './promises.ts';
import type { Invariant } from './promises.ts';

interface Held {
  readonly file: string;
  readonly words: string;
  readonly of: readonly Invariant[];
}

export interface FaultRow {
  readonly id: string;
  readonly what: string;
  readonly held: readonly Held[];
  /** Of promises no test of this row asks for: why not. */
  readonly not?: { readonly of: readonly Invariant[]; readonly because: string };
  /** What of the row is not done here, and why. */
  readonly lacking?: string;
}

const unit = (name: string) => `test/faults/${name}.test.ts`;
const inBrowser = (name: string) => `test/browser/${name}.test.ts`;

const by = (file: string, words: string, of: readonly Invariant[] = invariants): Held => ({ file, words, of });
const loop = (words: string) => by(unit('faults'), words);
const row = (words: string) => by(unit('rows'), words);
const killed = (words: string) => by(inBrowser('faults'), words);
const fox = (words: string) => by(inBrowser('firefox-faults'), words);
const onDisk = (words: string) => by(inBrowser('disk-faults'), words);
const page = (words: string) => by(inBrowser('faults-page'), words);
const extreme = (words: string) => by(inBrowser('extremes'), words);

export const table: readonly FaultRow[] = [
  {
    id: 'F1',
    what: 'worker gestopt',
    held: [loop('F1 worker gestopt'), killed('when the worker is stopped at'), fox('when its background is stopped at')],
  },
  {
    id: 'F2',
    what: 'browser gedood',
    held: [
      loop('F2 browser weg'),
      killed('has every capture whole or visibly failed'),
      fox('has every capture whole or visibly failed'),
    ],
  },
  {
    id: 'F3',
    what: 'stroom weg',
    held: [killed('is a profile in which nothing is half'), onDisk('has what was called stored, and nothing half')],
    lacking: 'alleen in Chromium op Linux, en met een profiel dat al eerder was weggeschreven',
  },
  {
    id: 'F4',
    what: 'tabblad weg, vernieuwd, elders',
    held: [
      row('says that it failed, and another one can begin'),
      killed('says that a capture ended with its tab'),
      page('ends the capture visibly, and mixes nothing (F4)'),
      page('is free for another capture'),
    ],
  },
  { id: 'F5', what: 'ander bericht zonder laden', held: [page('shows another post without loading (F5)')] },
  {
    id: 'F6',
    what: 'pagina komt nooit tot rust',
    held: [page('goes on for ever ends on the budget'), by(inBrowser('hostile'), 'is captured within the budget', ['I1'])],
  },
  {
    id: 'F7',
    what: 'heel veel reacties',
    held: [
      page('of many reactions can be stopped'),
      extreme('is captured whole or called incomplete'),
      extreme('stops where its time is up'),
      extreme('is stopped at once at'),
    ],
    lacking: 'een film van 1 GB meet npm run bench (docs/benchmarks.md), niet hier',
  },
  {
    id: 'F8',
    what: 'pagina verandert intussen',
    held: [
      page('has a control that does nothing'),
      by('test/lib/capture/accumulator.test.ts', 'keeps one of an item that is seen twice', ['I3']),
    ],
  },
  { id: 'F9', what: 'opmaak onbekend', held: [page('whose marks the reader knows are gone')] },
  {
    id: 'F10',
    what: 'geen ruimte meer',
    held: [
      loop('F10 schijf vol, vanaf hier'),
      row('keeps what stood there, and says what fits'),
      page('that is full keeps what stood there'),
      onDisk('says that there is no room, and loses nothing'),
      onDisk('makes the package once there is room'),
    ],
  },
  {
    id: 'F11',
    what: 'database weigert, beschadigd of weg',
    held: [
      loop('F11 opslag weigert één keer'),
      row('is never handed out and named by its capture'),
      page('that changed bytes is found out'),
      by('test/lib/store/marker.test.ts', 'says how much there was', ['I1', 'I4']),
      by(inBrowser('recovery'), 'says on screen that the store is gone', ['I1', 'I4', 'I6']),
    ],
  },
  {
    id: 'F12',
    what: 'oudere of nieuwere opslag',
    held: [
      by(unit('migrations'), 'is read whole by this one'),
      by(unit('migrations'), 'survives being interrupted', ['I1', 'I2', 'I3', 'I4', 'I5']),
    ],
  },
  {
    id: 'F13',
    what: 'extensie herladen',
    held: [row('says so too where the extension was reloaded'), page('that is loaded anew in the middle')],
  },
  {
    id: 'F14',
    what: 'tweemaal tegelijk',
    held: [loop('F14 tweede vraag op hetzelfde moment'), page('beside another of the same post')],
  },
  {
    id: 'F15',
    what: 'kale browser, privévenster',
    held: [row('works where no administrator'), by(inBrowser('manifest'), 'lets its pages load, show and reach nothing', ['I5'])],
    lacking: 'in een privévenster is de extensie er niet (manifest: not_allowed), in een gastvenster laadt Chromium er geen',
  },
  { id: 'F16', what: 'klok verspringt', held: [loop('F16 klok een dag terug'), row('orders by number and not by hour')] },
  {
    id: 'F17',
    what: 'netwerk weg of traag',
    held: [loop('F17 netwerk valt weg'), by('test/lib/export/http.test.ts', 'that never ends is broken off', ['I1'])],
  },
  { id: 'F18', what: 'ontvanger weigert', held: [row('has nothing that is called delivered')] },
  {
    id: 'F19',
    what: 'antwoord kwijt',
    held: [
      loop('F19 bericht of antwoord kwijt'),
      fox('delivers once what it was sending'),
      by('test/lib/export/queue.test.ts', 'makes no second record when only the answer was lost', ['I3']),
    ],
  },
  { id: 'F20', what: 'tijdstempeldienst weg', held: [row('keeps no package waiting and stamps nothing itself')] },
  { id: 'F21', what: 'sleutel weg', held: [row('is followed by another, the log notes it')] },
  { id: 'F22', what: 'herkenner faalt', held: [row('stores nothing at all, and says so')] },
  {
    id: 'F23',
    what: 'herkennen duurt lang',
    held: [
      by('test/lib/privacy/detectors.test.ts', 'linear', ['I6']),
      extreme('strips very many reactions'),
      extreme('is stopped at once at'),
    ],
  },
  { id: 'F24', what: 'geen schermafbeelding', held: [row('leaves the package whole, and it says that there is none')] },
  { id: 'F25', what: 'foto komt niet', held: [row('is missing with its reason, and the capture is not called whole')] },
  { id: 'F26', what: 'bestand niet op te slaan', held: [row('is not called saved, and can be asked for again')] },
  { id: 'F27', what: 'vreemde tekens', held: [row('comes through store and package as it was')] },
  {
    id: 'F28',
    what: 'controleren zonder ons',
    held: [
      by('test/lib/bundle/leesmij.test.ts', 'tells how to check everything with public tools', ['I2', 'I4']),
      by('test/lib/bundle/takeAlong.test.ts', 'is read back where it stands', ['I2']),
    ],
    not: {
      of: ['I1', 'I3', 'I5', 'I6'],
      because: 'er is alleen een pakket: geen vastlegging, opslag of gebruiker van ons meer bij',
    },
  },
  {
    id: 'F29',
    what: 'verwijderen',
    held: [loop('opruimen keeps its promises: F2 browser weg'), row('leaves no byte of one capture'), row('brings nothing back')],
  },
  {
    id: 'F30',
    what: 'fout tijdens een fout',
    held: [row('is recovered from as well, at every call'), killed('is recovered when it is killed once more')],
  },
];
