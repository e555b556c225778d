/**
 * `npm run bench`: how fast and small the extension is, beside the tools of the field, in one run. `-- --only lezen,omvang` for some
 * subjects, `-- --accept` to keep the report in docs/, `-- --steekproef` to see that it runs. Ratios are what counts: the machine may be doing other things.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { machine } from './bench/machine.ts';
import { benchmarksDocument } from './bench/report/document.ts';
import { reportPage } from './bench/report/page.ts';
import { Report } from './bench/report/shape.ts';
import type { Part } from './bench/report/shape.ts';
import { lines } from './bench/report/text.ts';
import { subjects } from './bench/subjects.ts';
import { build } from './build.ts';
import { writeTables } from './docs.ts';
import { root } from './root.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, accept: { type: 'boolean' }, steekproef: { type: 'boolean' } },
});
process.exitCode = await main();

async function main(): Promise<number> {
  const wanted = values.only?.split(',');
  const unknown = wanted?.filter((name) => !subjects.some((subject) => subject.name === name)) ?? [];
  if (unknown.length > 0) {
    console.error(`Onbekend: ${unknown.join(', ')}. Onderwerpen: ${subjects.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  if (!build('chrome')) return 1;
  const report: Report = { made: new Date().toISOString(), machine: machine(), parts: [] };
  for (const subject of subjects.filter(({ name }) => !wanted || wanted.includes(name))) {
    console.log(`\n${subject.title}`);
    const part = await partOf(subject);
    report.parts.push(part);
    console.log(lines(part).slice(1).join('\n'));
    keep(report);
  }
  if (values.accept) accept(report);
  return report.parts.some(({ missing }) => missing?.startsWith('mislukt')) ? 1 : 0;
}

/** One subject that fails does not cost the others: the report says so. */
async function partOf({ name, title, how, run }: (typeof subjects)[number]): Promise<Part> {
  const about = { name, title, how, measured: { at: new Date().toISOString(), load: loadavg()[0] ?? 0 } };
  try {
    return { ...about, rows: await run({ isShort: values.steekproef === true, say: (line) => console.log(line) }) };
  } catch (error) {
    console.error(error);
    return { ...about, rows: [], missing: `mislukt: ${error instanceof Error ? error.message.split('\n')[0] : 'onbekend'}` };
  }
}

function keep(report: Report): void {
  const out = join(root, 'uitvoer');
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'bench.json'), `${JSON.stringify(v.parse(Report, report), null, 2)}\n`);
  writeFileSync(join(out, 'bench.html'), reportPage(report));
}

/** Subjects that were not measured now stay as they were accepted before. */
function accept(report: Report): void {
  const file = join(root, 'docs/benchmarks.json');
  const before = existsSync(file) ? v.parse(Report, JSON.parse(readFileSync(file, 'utf8'))).parts : [];
  // what failed now does not wipe out what was measured before
  const known = [...report.parts.filter(({ missing }) => missing === undefined), ...before, ...report.parts];
  const parts = subjects.flatMap(({ name }) => known.find((part) => part.name === name) ?? []);
  const accepted: Report = { ...report, parts };
  writeFileSync(file, `${JSON.stringify(accepted, null, 2)}\n`);
  writeFileSync(join(root, 'docs/benchmarks.md'), benchmarksDocument(accepted));
  writeTables();
  console.log('\nAanvaard: docs/benchmarks.md en docs/benchmarks.json');
}
