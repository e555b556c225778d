/** `node scripts/wordlist.ts`: makes the packed list of first names out of the plain one, which the extension never holds. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from '../lib/privacy/hashed.ts';
import { root } from './root.ts';

const folder = join(root, 'lib', 'privacy', 'data');
const names = readFileSync(join(folder, 'voornamen.txt'), 'utf8').split('\n').filter(Boolean);
const lines = pack(names).match(/.{1,110}/g) ?? [];
const text = `/**
 * First names, folded, as sorted 32-bit FNV-1a numbers (\`hashed.ts\`): names in plain letters would be found in every browser
 * profile that holds this extension. Made by scripts/wordlist.ts from voornamen.txt. Source and licence: BRON.md.
 */
export const firstNames = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`;
writeFileSync(join(folder, 'voornamen.ts'), text);
console.log(`${names.length} voornamen, ${text.length} tekens`);
