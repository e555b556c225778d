/** Packages are queued while the receiver is not there, and sent while the browser is killed twice (F17–F19). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { seedSealed } from '../../test/browser/seedSealed.ts';
import { ask } from '../drive.ts';
import { hashOf, oneApache, until } from './oneApache.ts';

export async function manyKilled(many: number) {
  const trial = await oneApache();
  const sizes = Array.from({ length: many }, (_none, at) => 1_000 + at * 1_500);
  const seeded = await seedSealed(trial.browser, sizes);
  await ask(trial.browser, 'keepSecret', { target: 'dms', secret: 'nog niet bekend' });
  for (const { id } of seeded) await ask(trial.browser, 'deliverCapture', { id });
  await until(async () => (await trial.states()).problems.includes('unreachable'));
  const apache = await trial.apache();
  const has = () => records(apache.folder).length;
  for (const enough of [many / 4, many / 2]) {
    await ask(trial.browser, 'keepSecret', { target: 'dms', secret: apache.password });
    await until(async () => has() >= enough);
    await trial.killAndStart();
  }
  await ask(trial.browser, 'keepSecret', { target: 'dms', secret: apache.password });
  await until(async () => (await trial.states()).certain === many);
  const theirs = new Map(records(apache.folder).map((name) => [name, hashOf(join(apache.folder, name))]));
  const wrong = seeded.filter(({ fileName, sha256 }) => theirs.get(fileName) !== sha256).map(({ fileName }) => fileName);
  const left = readdirSync(apache.folder).filter((name) => name.endsWith('.deel'));
  const log = await ask(trial.browser, 'getLog', {});
  const told = log.filter(({ actie }) => actie === 'delivered').length;
  await trial.close();
  await apache.close();
  return {
    packages: many,
    records: theirs.size,
    wrong,
    left,
    told,
    isGood: theirs.size === many && wrong.length === 0 && told === many,
  };
}

function records(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.zip'));
}
