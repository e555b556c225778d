/** `npm run wrap -- <pakket.zip> mdto-sip|losse-bestanden`: the same files in another wrapper, for who cannot take a bag. */
import { openAsBlob } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { wrapPackage } from '../lib/bundle/wrap.ts';
import { wrappers } from '../lib/model/target.ts';
import { notThere } from './slips.ts';

const [path, wanted] = process.argv.slice(2);
const missing = path && notThere([path, path.replace(/\.zip$/i, '.pakbon.xml')]);
const wrapper = wrappers.find((name) => name === wanted);
if (path === undefined || !/\.zip$/i.test(path) || wrapper === undefined) {
  console.error(`Gebruik: npm run wrap -- <pakket.zip> ${wrappers.join('|')}`);
  process.exitCode = 2;
} else if (missing) {
  console.error(missing);
  process.exitCode = 1;
} else {
  const pakbon = await readFile(path.replace(/\.zip$/i, '.pakbon.xml'), 'utf8');
  const wrapped = await wrapPackage(await openAsBlob(path), pakbon, wrapper);
  const place = (name: string) => join(dirname(path), name);
  await writeFile(place(wrapped.fileName), wrapped.zip.stream());
  await writeFile(place(wrapped.pakbonName), wrapped.pakbon);
  console.log(`${basename(path)} → ${wrapped.fileName} en ${wrapped.pakbonName}`);
}
