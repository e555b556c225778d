/**
 * `npm run recall`: what the rules for free text find in the test set of invented comments, per kind, for the parts they were
 * tuned on and for the hidden part. `--deduce` first installs DEDUCE for the comparison; `--json` prints figures only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasHidden, parts, read } from '../test/recall/compose.ts';
import type { Comment, Part } from '../test/recall/compose.ts';
import { f2, measure, precisionOf, recallOf, wilson } from '../test/recall/measure.ts';
import type { Measured, Taken, Tally } from '../test/recall/measure.ts';
import { proposed, replaced } from '../test/recall/ours.ts';
import { root } from './root.ts';

const python = join(root, '.tools', 'deduce', 'bin', 'python');
const kinds =
  'naam e-mail telefoon bsn iban postcode adres kenteken geboortedatum documentnummer zaaknummer profiel vermelding'.split(' ');

const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)}%`;
const between = (hits: number, total: number): string =>
  wilson(hits, total)
    .map((edge) => (edge * 100).toFixed(1))
    .join('–')
    .padEnd(11);

function row(name: string, tally: Tally): string {
  const { marked, found, taken, right } = tally;
  const recall = marked === 0 ? '    –              ' : `${percent(recallOf(tally))} [${between(found, marked)}]`;
  const precision = taken === 0 ? '    –              ' : `${percent(precisionOf(tally))} [${between(right, taken)}]`;
  return `  ${name.padEnd(20)} ${`${found}/${marked}`.padStart(9)}  ${recall}  ${precision}  ${marked === 0 ? '–' : f2(tally).toFixed(3)}`;
}

function table(title: string, measured: Measured): void {
  console.log(
    `\n${title}\n  ${'soort'.padEnd(20)} ${'gevonden'.padStart(9)}  ${'recall [95%, Wilson]'.padEnd(20)} ${'precisie [95%]'.padEnd(20)} F2`,
  );
  for (const kind of kinds) {
    const tally = measured.kinds.get(kind);
    if (tally) console.log(row(kind, tally));
  }
  console.log(row('vaste patronen (D3)', measured.patterns));
  console.log(row('alles', measured.all));
  console.log(`  regels die moesten blijven: ${measured.keepLines}, beschadigd: ${measured.damaged.length}`);
}

/** What DEDUCE calls it → what we do. Its dates, ages, institutions and towns are not asked for here. */
const deduceKinds: Readonly<Record<string, string>> = {
  persoon: 'naam',
  patient: 'naam',
  telefoonnummer: 'telefoon',
  emailadres: 'e-mail',
  bsn: 'bsn',
  id: 'documentnummer',
};

function deduceOver(comments: readonly Comment[]): Measured | undefined {
  const run = spawnSync(python, [join(root, 'scripts', 'deduce_spans.py')], {
    input: JSON.stringify(comments.map(({ text }) => text)),
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  if (run.status !== 0) {
    console.warn(`OVERGESLAGEN: DEDUCE gaf een fout\n${run.stderr}`);
    return undefined;
  }
  // deduce_spans.py answers in this form
  const found = JSON.parse(run.stdout) as { start: number; end: number; tag: string }[][];
  const byText = new Map(comments.map(({ text }, index) => [text, (found[index] ?? []).flatMap((one) => deduceTaken(text, one))]));
  return measure(comments, (text) => byText.get(text) ?? []);
}

/** Python counts code points. A place with a digit in it is an address or a postcode; a link is one when it leads to a profile. */
function deduceTaken(text: string, { start, end, tag }: { start: number; end: number; tag: string }): Taken[] {
  const points = Array.from(text);
  const from = points.slice(0, start).join('').length;
  const piece = points.slice(start, end).join('');
  const kind = tag === 'locatie' && /\d/.test(piece) ? (/\d{4} ?[A-Z]{2}/i.test(piece) ? 'postcode' : 'adres') : deduceKinds[tag];
  const isProfile = tag === 'url' && /x\.com|instagram|facebook|linkedin|tiktok|wa\.me|@/.test(piece);
  const named = isProfile ? 'profiel' : kind;
  return named === undefined ? [] : [{ start: from, end: from + piece.length, kind: named }];
}

function installDeduce(): void {
  if (existsSync(python)) return;
  const folder = join(root, '.tools', 'deduce');
  spawnSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
  spawnSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'deduce==3.0.6'], { stdio: 'inherit' });
}

const titles: Readonly<Partial<Record<Part, string>>> = {
  afgestemd: 'afgestemd deel',
  gezien: 'eerder verborgen, nu afgestemd deel',
  getoond: 'daarna verborgen, nu afgestemd deel',
  bekeken: 'daarna verborgen, nu afgestemd deel (van een ander)',
  gemeten: 'daarna verborgen, nu afgestemd deel (van weer een ander)',
  gehoord: 'daarna verborgen, nu afgestemd deel (van wie de regels bijstelde)',
  geoefend: 'afgestemd deel, nooit verborgen',
  beproefd: 'afgestemd deel, nooit verborgen (namen van dingen naast namen van mensen)',
  verborgen: 'verborgen deel',
};
const titleOf = (part: Part): string => titles[part] ?? 'daarna verborgen, nu afgestemd deel (van wie de regels niet kende)';

function main(): void {
  if (process.argv.includes('--deduce')) installDeduce();
  const ours = parts.map((part) => ({ part, measured: measure(read(part), replaced) }));
  if (process.argv.includes('--json')) {
    console.log(
      JSON.stringify(ours.map(({ part, measured }) => ({ part, ...measured.all, kinds: Object.fromEntries(measured.kinds) }))),
    );
    return;
  }
  for (const { part, measured } of ours) {
    table(`Veiligsteller, ${titleOf(part)}`, measured);
    const both = measure(read(part), (text) => [...replaced(text), ...proposed(text)]);
    const names = both.kinds.get('naam');
    if (names)
      console.log(
        `  met wat ter beoordeling wordt voorgelegd: namen ${percent(recallOf(names))}, ${both.all.taken - measured.all.taken} voorstellen`,
      );
  }
  if (!hasHidden)
    console.warn('\nGEEN VERBORGEN DEEL: alles hierboven is afgestemd, en zegt niets over wat nog niemand zag (bron/VERBORGEN.md)');
  if (!existsSync(python)) {
    console.warn(
      '\nOVERGESLAGEN: DEDUCE is er niet; eenmaal `npm run recall -- --deduce` zet het klaar in .tools/ (alleen voor ontwikkeling)',
    );
    return;
  }
  for (const part of parts) {
    const measured = deduceOver(read(part));
    if (measured) table(`DEDUCE 3.0.6 (ter vergelijking), ${titleOf(part)}`, measured);
  }
}

if (import.meta.main) main();
