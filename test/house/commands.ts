/** Every command that a document tells to type, and the test that types it: lines of `test/scripts/told.ts`, or what is named here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.ts';
import { inBrowser, untilReady, withoutBrowser } from '../scripts/told.ts';

interface Run {
  readonly by: string;
  /** The words by which one sees that it does. */
  readonly as: string;
}

const byNpmTest = (as: string): Run => ({ by: 'scripts/test.ts', as });
const asTyped = (name: string): Run => ({ by: 'test/scripts/commands.test.ts', as: `run('${name}'` });
/** Lines of the documents themselves, typed one after the other. */
const lineByLine: Run = { by: 'test/house/typed.test.ts', as: 'told(' };

const toldLines: readonly string[] = [...withoutBrowser, ...inBrowser, untilReady].map(({ line }) => line);

export const elsewhere: Readonly<Record<string, Run>> = {
  'npm test': { by: '.ci/run', as: 'npm test' },
  'npm run build': { by: 'scripts/build.ts', as: "'build' : 'build:firefox'" },
  'npm run build:firefox': { by: 'scripts/build.ts', as: "'build' : 'build:firefox'" },
  'npm run typecheck': byNpmTest("'typecheck'"),
  'npm run lint': byNpmTest("'lint'"),
  'npm run format': byNpmTest("'format'"),
  'npm run verify': asTyped('verify'),
  'npm run deelbewijs': asTyped('deelbewijs'),
  'npm run wrap': asTyped('wrap'),
  'npm run kluis': asTyped('kluis'),
  'npm run sbom': asTyped('sbom'),
  'npm run docs': asTyped('docs'),
  chromium: { by: 'test/browser/package.test.ts', as: 'chromium --pack-extension' },
  openssl: lineByLine,
  printf: lineByLine,
  python3: lineByLine,
  mkdir: lineByLine,
};

const linesOf = (command: string): readonly string[] => toldLines.filter((line) => `${line} `.startsWith(`${command} `));

export function isTyped(command: string): boolean {
  return command in elsewhere || linesOf(command).length > 0;
}

/** An option, or a word that chooses what the command does. */
export function isGiven(command: string, word: string): boolean {
  const { by } = elsewhere[command] ?? {};
  const inTest = by !== undefined && readFileSync(join(root, by), 'utf8').includes(`'${word}'`);
  return inTest || linesOf(command).some((line) => line.split(' ').includes(word));
}
