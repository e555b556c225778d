/** A receiver of somebody else, started for a test on the loopback, and ended by it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';

export interface Peer {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  close(): Promise<void>;
}

export const tools = resolve(import.meta.dirname, '../../.tools');

/** Skipped with a word on a machine where it is missing; on the build server that is a fault. */
export function isMissing(name: string, isThere: boolean): boolean {
  if (isThere) return false;
  if (process.env['CI'] === 'true') throw new Error(`${name} ontbreekt: scripts/peers.sh zet het klaar`);
  console.warn(`LET OP: ${name} is er niet (scripts/peers.sh zet het klaar); deze toetsen worden overgeslagen.`);
  return true;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts a program and waits until it answers at this address, whatever it answers. */
export async function started(command: string, args: readonly string[], url: string, cwd?: string): Promise<ChildProcess> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], ...(cwd !== undefined && { cwd }) });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2_000)));
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`${command} stopte: ${said}`);
    if (await answers(url)) return child;
    await new Promise((done) => setTimeout(done, 100));
  }
  child.kill();
  throw new Error(`${command} antwoordt niet: ${said}`);
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false, // not there yet
  );
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await gone;
}
