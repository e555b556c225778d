import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import type { ProjectCopy } from './copy.ts';
import type { Told } from './told.ts';

/** However busy the machine is. */
export const patience = { timeout: 600_000 };

/** A test for each line, in this order: a later one may use what an earlier one made. */
export function typedOneByOne(told: readonly Told[], copy: () => ProjectCopy): void {
  for (const one of told) {
    const isThere =
      one.wants === undefined || spawnSync('bash', ['-c', `PATH=$PATH:/usr/sbin command -v ${one.wants}`]).status === 0;
    if (!isThere) console.warn(`OVERGESLAGEN: ${one.line}, want ${one.wants} ontbreekt op deze machine`);
    it.skipIf(!isThere)(`types ${one.line}`, patience, async () => {
      const { status, output } = await copy().type(one.line);
      expect({ status, said: saidOf(output, one.says) }).toEqual({ status: 0, said: asTold });
    });
  }
}

/** The end of what it said, where that was something else. */
export function saidOf(output: string, says: RegExp): string {
  return says.test(plain(output)) ? asTold : plain(output).slice(-4_000);
}

export const asTold = 'as told';
// oxlint-disable-next-line no-control-regex -- colours of a terminal begin with one
const plain = (output: string): string => output.replaceAll(/\u001B\[[\d;?]*[A-Za-z]/g, '');
