/** Memory of a browser by its profile folder, in MB: of all its processes, or of the extension's own (its worker and pages). */
import { readFileSync, readdirSync } from 'node:fs';

export function browserMemory(profile: string): number {
  return total((command) => command.includes(profile));
}

export function extensionMemory(profile: string): number {
  return total((command) => command.includes(profile) && command.includes('--extension-process'));
}

function total(isOurs: (command: string) => boolean): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isOurs(readOr(`/proc/${name}/cmdline`)));
  return Math.round(pids.reduce((sum, pid) => sum + ownOf(pid), 0) / 1_000_000);
}

/** Resident less shared, in bytes: pages of the browser's own files are not ours. */
function ownOf(pid: string): number {
  const [, resident = 0, shared = 0] = readOr(`/proc/${pid}/statm`).split(' ').map(Number);
  return (resident - shared) * 4_096;
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // the process ended meanwhile
  }
}
