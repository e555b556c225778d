/** Finds a Chromium, Chrome or Edge on this machine; on Debian and Ubuntu it can put one there. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  isProgram(path: string): boolean;
  /** Exit code; output goes to stderr. */
  run(command: string, args: readonly string[]): number;
  say(line: string): void;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];
const usualPaths: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    String.raw`Chromium\Application\chrome.exe`,
    String.raw`Google\Chrome\Application\chrome.exe`,
    String.raw`Microsoft\Edge\Application\msedge.exe`,
  ],
};

/** Path of the browser. Throws one sentence, in Dutch and English, that says what to install. */
export function browserPath(around: Surroundings = thisMachine()): string {
  const chosen = around.env['CHROMIUM'];
  if (chosen) {
    if (around.isProgram(chosen)) return chosen;
    throw new Error(
      `CHROMIUM wijst naar een programma dat er niet is. / CHROMIUM points at a program that is not there: ${chosen}`,
    );
  }
  return find(around) ?? install(around) ?? missing();
}

function find(around: Surroundings): string | undefined {
  return candidates(around).find((path) => around.isProgram(path));
}

function candidates({ platform, env }: Surroundings): string[] {
  const usual = usualPaths[platform] ?? [];
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter((root) => root !== undefined);
    return roots.flatMap((root) => usual.map((path) => join(root, path)));
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), ...(platform === 'linux' ? usual : [])];
  const named = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return platform === 'darwin' ? [...usual, ...named] : [...named, '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

function install(around: Surroundings): string | undefined {
  if (around.platform !== 'linux' || !around.isRoot || !around.isProgram('/usr/bin/apt-get')) return undefined;
  around.say(
    'Geen browser gevonden: Chromium wordt geïnstalleerd met apt-get. / No browser found: installing Chromium with apt-get.',
  );
  const quietly = ['-y', '-qq', '--no-install-recommends'];
  const isDone = around.run('apt-get', ['install', ...quietly, 'chromium']) === 0;
  if (!isDone) {
    around.run('apt-get', ['update', '-qq']);
    around.run('apt-get', ['install', ...quietly, 'chromium']);
  }
  return find(around);
}

function missing(): never {
  throw new Error(
    'Er is een browser nodig: installeer Chromium, Google Chrome of Microsoft Edge, of zet het pad in CHROMIUM. / ' +
      'A browser is needed: install Chromium, Google Chrome or Microsoft Edge, or put its path in CHROMIUM.',
  );
}

function thisMachine(): Surroundings {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    isProgram,
    run: (command, args) =>
      spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status ?? 1,
    say: (line) => process.stderr.write(`${line}\n`),
  };
}

function isProgram(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // there, but not for us to run
  }
}
