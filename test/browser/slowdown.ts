/** A slow computer under the extension: its processes stand still most of the time. The browser slows down pages only, not workers. */
import { setTimeout as wait } from 'node:timers/promises';
import { extensionProcesses } from '../../scripts/deliveries/memory.ts';

const roundMs = 40;

/** The extension goes so many times slower until the signal is given. */
export async function slowDown(profile: string, times: number, until: AbortSignal): Promise<void> {
  const pids = extensionProcesses(profile);
  while (!until.aborted) {
    signal(pids, 'SIGSTOP');
    await wait(roundMs * (1 - 1 / times));
    signal(pids, 'SIGCONT');
    await wait(roundMs / times);
  }
}

function signal(pids: readonly number[], name: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // it ended meanwhile
    }
  }
}
