/**
 * `npm run deliveries`: 200 packages are queued while the receiver is not there, and delivered to a real Apache (mod_dav, TLS) by the
 * built extension while its browser is killed twice: 200 records, each with our bytes, none twice. `-- 300` instead: one package of
 * 300 MB, next to `curl` to the same server, with the memory of the browser. `-- --doelen`: the same twenty packages, 1 kB to 300 MB, to a
 * receiver of every kind. Needs `npm run build`, Apache and curl, for the last `scripts/peers.sh` too; writes to `uitvoer/afleveringen.json`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { big } from './deliveries/big.ts';
import { everyTarget } from './deliveries/everyTarget.ts';
import { manyKilled } from './deliveries/killed.ts';
import { root } from './root.ts';

const [wanted = ''] = process.argv.slice(2);
const result = wanted === '--doelen' ? await everyTarget() : Number(wanted) > 0 ? await big(Number(wanted)) : await manyKilled();
mkdirSync(`${root}/uitvoer`, { recursive: true });
writeFileSync(`${root}/uitvoer/afleveringen.json`, `${JSON.stringify(result, undefined, 2)}\n`);
console.log(JSON.stringify(result));
process.exit(result.isGood ? 0 : 1);
