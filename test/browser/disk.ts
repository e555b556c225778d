/** A small disk of its own (ext4 in a file), that can be filled to the last byte and lose its power. Linux, as root; else there is none. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Disk {
  /** Where it is mounted. */
  readonly folder: string;
  /** Until nothing goes in any more. */
  fill(): void;
  /** What filled it goes. */
  free(): void;
  /** What was written by now is there to stay. */
  settle(): void;
  /** What was not yet written is gone, as when the plug is pulled; every program that still has a file there gets errors. */
  cutPower(): void;
  /** Once every program is gone: the disk as it stands when the power is back. */
  restart(): Promise<void>;
  remove(): Promise<void>;
}

/** Undefined where this machine does not let us mount, which is said. */
export function smallDisk(megabytes: number): Disk | undefined {
  const home = mkdtempSync(join(tmpdir(), 'veiligsteller-schijf-'));
  const [image, folder] = [join(home, 'schijf.img'), join(home, 'schijf')];
  const mount = () => run('mount', '-o', 'loop', image, folder);
  const unmount = async () => {
    const end = performance.now() + 60_000;
    while (!run('umount', folder)) {
      if (performance.now() > end) throw new Error(`still in use: ${folder}`);
      await wait(100); // processes of the browser that end a little later
    }
  };
  mkdirSync(folder);
  const isThere = run('truncate', '-s', `${megabytes}M`, image) && run('mkfs.ext4', '-q', '-F', '-m', '0', image) && mount();
  if (!isThere) {
    rmSync(home, { recursive: true, force: true });
    console.warn('OVERGESLAGEN: hier kan geen schijf worden aangekoppeld (Linux, als root)');
    return undefined;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: () => fill(ballast),
    free: () => rmSync(ballast, { force: true }),
    settle() {
      if (!run('sync', '-f', folder)) throw new Error('the disk does not settle');
    },
    cutPower() {
      if (!run('python3', '-c', shutdown, folder)) throw new Error('the disk keeps its power');
    },
    async restart() {
      await unmount();
      if (!mount()) throw new Error('the disk does not come back');
    },
    async remove() {
      await unmount();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** FS_IOC_SHUTDOWN without flushing the journal: nothing is written any more. */
const shutdown = `import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack('I', 2))`;

function run(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** Ever smaller pieces, until not one byte goes in. */
function fill(path: string): void {
  const file = openSync(path, 'a');
  for (let bytes = 4 * 1024 * 1024; bytes > 0; bytes >>= 1) while (isWritten(file, bytes));
  closeSync(file);
}

function isWritten(file: number, bytes: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(bytes, 1)) === bytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}
