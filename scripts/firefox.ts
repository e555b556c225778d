/** Finds a Firefox on this machine. `scripts/judges.sh` puts one there on the build server; elsewhere its tests are skipped, loudly. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['firefox-esr', 'firefox'];
const usualPaths = [
  '/usr/bin',
  '/usr/lib/firefox-esr',
  '/snap/bin',
  '/Applications/Firefox.app/Contents/MacOS',
  String.raw`C:\Program Files\Mozilla Firefox`,
];

/** `$FIREFOX`, else the first in the path; undefined where there is none. */
export function firefoxPath(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), ...usualPaths];
  const candidates = names.flatMap((name) => folders.flatMap((folder) => [join(folder, name), join(folder, `${name}.exe`)]));
  return [env['FIREFOX'], ...candidates].find((path) => path !== undefined && isProgram(path));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not for us to run
  }
}
