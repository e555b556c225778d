/** Memory of a browser by its profile folder, in MB: of all its processes, or of the extension's own (its worker and pages). */
import { readFileSync, readdirSync } from 'node:fs';

export function browserMemory(profile: string): number {
  return total(processes((command) => command.includes(profile)));
}

export function extensionMemory(profile: string): number {
  return total(extensionProcesses(profile));
}

export function extensionProcesses(profile: string): number[] {
  return processes((command) => command.includes(profile) && command.includes('--extension-process'));
}

function processes(isOurs: (command: string) => boolean): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isOurs(readOr(`/proc/${name}/cmdline`)))
    .map(Number);
}

function total(pids: readonly number[]): number {
  return Math.round(pids.reduce((sum, pid) => sum + ownOf(pid), 0) / 1_000_000);
}

/** Resident less shared, in bytes: pages of the browser's own files are not ours. */
function ownOf(pid: number): number {
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
