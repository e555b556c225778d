// Runs a command of this project on a machine with only Node 20 or later and npm: installs the packages when they are not
// there (or not those of the lock file), finds a Node that the tool chain can use, and hands over.
// Plain JavaScript on purpose: it is what runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.veiligsteller-lock');

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Pakketten installeren (npm ci)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) fail('npm ci is mislukt; zie de melding hierboven.');
  writeFileSync(stamp, lock);
}

/** The project brings its own Node for Linux x64; elsewhere the one at hand must be new enough to run TypeScript. */
function findNode() {
  const own = join(modules, '.bin', 'node');
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return fail(
    `Node ${process.versions.node} is te oud voor de gereedschappen op dit systeem: installeer Node 24 (nodejs.org). Node is too old here: install Node 24.`,
  );
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

const [name, ...args] = process.argv.slice(2);
installPackages();
// before `npm run build` and its like: only what they need
if (!name) process.exit(0);
const path = [join(modules, '.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
const run = spawnSync(findNode(), ['--disable-warning=ExperimentalWarning', join(root, 'scripts', `${name}.ts`), ...args], {
  stdio: 'inherit',
  env: { ...process.env, PATH: path, NODE_NO_WARNINGS: '1' },
});
process.exit(run.status ?? 1);
