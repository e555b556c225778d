/** The commands of the documents that need no browser, typed in a copy of the project. */
import { afterAll, beforeAll, describe } from 'vitest';
import { copyOfProject } from './copy.ts';
import type { ProjectCopy } from './copy.ts';
import { withoutBrowser } from './told.ts';
import { typedOneByOne } from './typing.ts';

let copy: ProjectCopy;
beforeAll(() => void (copy = copyOfProject()), 120_000);
afterAll(() => copy.remove());

describe('whoever types what the documents say', () => {
  typedOneByOne(withoutBrowser, () => copy);
});
