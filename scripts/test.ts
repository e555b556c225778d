/** `npm test`: every check and every test of the project, the same for a stranger and for the build server. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { browserPath } from './browser.ts';
import { build } from './build.ts';
import { root } from './root.ts';

const isWindows = process.platform === 'win32'; // there npm is npm.cmd
const bin = (name: string) => `${root}/node_modules/.bin/${name}`;
const failed: string[] = [];

function step(title: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env }, shell: isWindows });
  const isGood = status === 0;
  if (!isGood) failed.push(title);
  console.log(`${isGood ? 'goed' : 'FOUT'}: ${title} (${Math.round((Date.now() - started) / 1_000)} s)\n`);
  return isGood;
}

process.env['CHROMIUM'] = browserPath();
if (!existsSync(`${root}/../shared/fixtures`))
  console.warn('LET OP: ../shared/fixtures is er niet; de toetsen op die bewaarde pagina’s worden overgeslagen.\n');
step('controleurs van anderen klaarzetten', 'bash', ['scripts/judges.sh']);
step('ontvangers van anderen klaarzetten', 'bash', ['scripts/peers.sh']);
step('types', 'npm', ['run', '--silent', 'typecheck']);
step('regels', 'npm', ['run', '--silent', 'lint']);
step('opmaak', 'npm', ['run', '--silent', 'format', '--', '--check']);
step('ongebruikte code', bin('knip'), []);
mkdirSync(`${root}/uitvoer`, { recursive: true });
const totals = [run('zonder browser', ['unit', 'dom'])];
if (build('chrome') && build('firefox')) totals.push(run('in de browser', ['browser']));
else failed.push('de extensie bouwen');
for (const what of [...failed, ...totals.flatMap(namesOfFailed)]) console.log(`MISLUKT: ${what}`);
console.log(closingLine());
process.exit(failed.length === 0 ? 0 : 1);

/** One after the other: browsers and the rest together are more than two cores can time. */
function run(title: string, projects: readonly string[]): Totals {
  const file = `${root}/uitvoer/toetsen-${projects[0]}.json`;
  rmSync(file, { force: true });
  const chosen = projects.flatMap((project) => ['--project', project]);
  step(`toetsen ${title}`, bin('vitest'), ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Totals)
    : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
}

/** The line a build server reads. A step that failed outside the test runner counts as a failure too. */
function closingLine(): string {
  const count = Math.max(total('numFailedTests'), failed.length);
  return `${total('numPassedTests')} passed, ${count} failed, ${total('numPendingTests')} skipped`;
}

/** Of a file that did not even start only its name is known. */
function namesOfFailed({ testResults }: Totals): string[] {
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, assertionResults }) => {
      const file = relative(root, name);
      const tests = assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `${file} > ${fullName}`);
      return tests.length > 0 ? tests : [file];
    });
}

function total(name: `num${string}Tests` & keyof Totals): number {
  return totals.reduce((all, one) => all + one[name], 0);
}

interface Totals {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}
