/**
 * `npm run deliveries`: 200 packages are queued while the receiver is not there, and delivered to a real Apache (mod_dav, TLS) by the
 * built extension while its browser is killed twice: 200 records, each with our bytes, none twice. `-- 300` instead: one package of
 * 300 MB, next to `curl` to the same server, with the memory of the browser. `-- --doelen`: the same twenty packages, 1 kB to 300 MB, to a
 * receiver of every kind. Needs Apache and curl, for the last `scripts/peers.sh` too; writes to `uitvoer/afleveringen.json`. `--steekproef`:
 * the first and the last with few and small packages.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { big } from './deliveries/big.ts';
import { everyTarget } from './deliveries/everyTarget.ts';
import { manyKilled } from './deliveries/killed.ts';
import { build } from './build.ts';
import { root } from './root.ts';

const words = process.argv.slice(2);
const isSample = words.includes('--steekproef');
const megabytes = Number(words.find((word) => /^\d+$/.test(word)) ?? 0);
if (!build('chrome')) process.exit(1);
const result = await asked();
mkdirSync(`${root}/uitvoer`, { recursive: true });
writeFileSync(`${root}/uitvoer/afleveringen.json`, `${JSON.stringify(result, undefined, 2)}\n`);
console.log(JSON.stringify(result));
process.exit(result.isGood ? 0 : 1);

function asked() {
  if (words.includes('--doelen')) return isSample ? everyTarget(3, 700_000) : everyTarget(20, 300_000_000);
  return megabytes > 0 ? big(megabytes) : manyKilled(isSample ? 8 : 200);
}
