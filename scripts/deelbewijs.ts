/**
 * npm run deelbewijs -- <package.zip> [place…] [--uit <file.zip>]: proves chosen records without the rest (Woo). Without places
 * it lists them. Exit 0 done, 1 not possible, 2 not called well.
 */
import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { listRecords, makeSelection } from '../lib/bundle/evidence/selection.ts';
import { asFailure } from '../lib/model/failure.ts';
import { notThere } from './slips.ts';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { uit: { type: 'string' } } });
  const [path, ...wanted] = positionals;
  if (path === undefined) {
    console.error('Gebruik: npm run deelbewijs -- <pakket.zip> [plaats …] [--uit <bestand.zip>]');
    return 2;
  }
  const missing = notThere([path]);
  if (missing) {
    console.error(missing);
    return 1;
  }
  const source = await openAsBlob(path);
  const records = await listRecords(source);
  if (wanted.length === 0) {
    for (const { place, author, when, content } of records)
      console.log(`${place}\n    ${author}, ${when}: ${(content ?? '').slice(0, 80)}`);
    return 0;
  }
  // a place may be told by its last part, as long as that is one record
  const places = wanted.flatMap((word) =>
    records.flatMap(({ place }) => (place === word || place.endsWith(`/${word}`) ? [place] : [])),
  );
  const { zip, fileName } = await makeSelection(source, places, new Date().toISOString());
  await writeFile(values.uit ?? fileName, new Uint8Array(await zip.arrayBuffer()));
  console.log(`${values.uit ?? fileName}: ${places.length} gegevens`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const { code, detail } = asFailure(error);
  console.error(
    detail['reason'] === 'tree'
      ? 'Het pakket is niet in orde; controleer het eerst.'
      : `Dat kan niet (${code}): staat elk gegeven in het pakket?`,
  );
  process.exitCode = 1;
}
