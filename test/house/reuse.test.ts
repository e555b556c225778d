/** Every file has a licence that a machine can read (REUSE). The tool is put in `.tools/` by `scripts/judges.sh`. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.ts';

const reuse = join(root, '.tools/reuse/bin/reuse');
const isHere = existsSync(reuse);
if (!isHere)
  console.warn('LET OP: het gereedschap reuse is er niet (bash scripts/judges.sh zet het klaar); de licenties zijn niet nagegaan.');

describe('the licences', () => {
  it.skipIf(!isHere && process.env['CI'] !== 'true')('are known for every file', { timeout: 120_000 }, () => {
    const { status, stdout } = spawnSync(reuse, ['lint', '--json'], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
    const { non_compliant: wrong } = JSON.parse(stdout || '{}') as { non_compliant?: object }; // the tool's own report
    expect(Object.entries(wrong ?? {}).filter(([, found]) => Object.keys(found as object).length > 0)).toEqual([]);
    expect(status).toBe(0);
  });

  it('of the whole is the text that everybody looks for first', () => {
    expect(readFileSync(join(root, 'LICENSES/EUPL-1.2.txt'), 'utf8')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
  });
});
