/** The in-memory server of Apache Chemistry OpenCMIS in Jetty, and cmislib, a client of others, to read back what we wrote. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ended, freePort, started, tools } from './peer.ts';
import type { Peer } from './peer.ts';

const home = join(tools, 'opencmis');
export const hasOpenCmis = existsSync(join(home, 'ready'));
const python = join(tools, 'cmislib/bin/python');
export const hasCmislib = existsSync(python);

export interface CmisPeer extends Peer {
  /** By cmislib over AtomPub: what stands at this path. */
  read(path: string): Document[];
}
interface Document {
  readonly name: string;
  readonly sha256: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** The whole ones, newest first; none where none are kept. */
  readonly versions: readonly { readonly label: string; readonly comment: string | null; readonly sha256: string }[];
}

/** It keeps everything in memory: `heapMB` is what it may have. */
export async function startOpenCmis(heapMB = 400): Promise<CmisPeer> {
  const port = await freePort();
  const runner = join(home, readdirSync(home).find((name) => name.startsWith('jetty-runner')) ?? '');
  const url = `http://127.0.0.1:${port}`;
  const args = [`-Xmx${heapMB}m`, '-jar', runner, '--host', '127.0.0.1', '--port', String(port), '--path', '/', join(home, 'war')];
  const child = await started('java', args, `${url}/browser`);
  child.stderr?.resume();
  const [user, password] = ['dummyuser', 'dummysecret'];
  return {
    url: `${url}/browser`,
    user,
    password,
    read: (path) =>
      JSON.parse(
        execFileSync(python, [join(import.meta.dirname, 'cmis_read.py'), `${url}/atom`, user, password, path], {
          encoding: 'utf8',
          maxBuffer: 50_000_000,
        }),
      ) as Document[], // our own script writes it
    close: () => ended(child),
  };
}
