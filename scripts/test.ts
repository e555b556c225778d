/** `npm test`: every check and every test of the project, the same for a stranger and for the build server. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { browserPath } from './browser.ts';
import { build } from './build.ts';
import { root } from './root.ts';

const bin = (name: string) => `${root}/node_modules/.bin/${name}`;
let failures = 0;

function step(title: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  const isGood = status === 0;
  if (!isGood) failures++;
  console.log(`${isGood ? 'goed' : 'FOUT'}: ${title} (${Math.round((Date.now() - started) / 1_000)} s)\n`);
  return isGood;
}

process.env['CHROMIUM'] = browserPath();
if (!existsSync(`${root}/../shared/fixtures`))
  console.warn('LET OP: ../shared/fixtures is er niet; de toetsen op die bewaarde pagina’s worden overgeslagen.\n');
step('controleurs van anderen klaarzetten', 'bash', ['scripts/judges.sh']);
step('ontvangers van anderen klaarzetten', 'bash', ['scripts/peers.sh']);
step('types', bin('tsc'), ['--noEmit']);
step('regels', bin('oxlint'), ['--type-aware']);
step('opmaak', bin('oxfmt'), ['--check']);
step('ongebruikte code', bin('knip'), []);
mkdirSync(`${root}/uitvoer`, { recursive: true });
const totals = [run('zonder browser', ['unit', 'dom'])];
if (build('chrome') && build('firefox')) totals.push(run('in de browser', ['browser']));
else failures++;
console.log(closingLine());
process.exit(failures === 0 ? 0 : 1);

/** One after the other: browsers and the rest together are more than two cores can time. */
function run(title: string, projects: readonly string[]): Totals {
  const file = `${root}/uitvoer/toetsen-${projects[0]}.json`;
  rmSync(file, { force: true });
  const chosen = projects.flatMap((project) => ['--project', project]);
  step(`toetsen ${title}`, bin('vitest'), ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Totals)
    : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
}

/** The line a build server reads. A step that failed outside the test runner counts as a failure too. */
function closingLine(): string {
  const failed = Math.max(total('numFailedTests'), failures);
  return `${total('numPassedTests')} passed, ${failed} failed, ${total('numPendingTests')} skipped`;
}

function total(name: keyof Totals): number {
  return totals.reduce((all, one) => all + one[name], 0);
}

interface Totals {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}
