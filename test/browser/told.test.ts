/** The commands of the documents that drive the built extension, typed in a copy of the project. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfProject } from '../scripts/copy.ts';
import type { ProjectCopy } from '../scripts/copy.ts';
import { inBrowser, untilReady, withTime } from '../scripts/told.ts';
import { asTold, patience, saidOf, typedOneByOne } from '../scripts/typing.ts';

let copy: ProjectCopy;
beforeAll(() => void (copy = copyOfProject()), 120_000);
afterAll(() => copy.remove());

describe('whoever types what the documents say', () => {
  typedOneByOne(inBrowser, () => copy);
  if (process.env['OPDRACHTEN_ALLES']) typedOneByOne(withTime, () => copy);

  it(`${untilReady.line}, until it is ready`, patience, async () => {
    const { output } = await copy.typeUntil(untilReady.line, untilReady.says);
    expect(saidOf(output, untilReady.says)).toBe(asTold);
  });
});
