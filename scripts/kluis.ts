/** `npm run kluis`: opens one entry of a way back (R18), outside the browser; every opening is written beside the file first. `--new` makes the keys. */
import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { EscrowFile } from '../lib/model/escrow.ts';
import { asFailure } from '../lib/model/failure.ts';
import { openEscrow } from '../lib/privacy/escrow.ts';
import { sentences } from './sentences.ts';
import { notThere } from './slips.ts';

const usage = `Gebruik: npm run kluis -- --file <id.kluis.json> --key <sleutel.jwk> --entry "Reageerder 3" --reason "<waarom>"
         npm run kluis -- --new <naam>    maakt een sleutelpaar: <naam>.geheim.jwk en <naam>.openbaar.jwk`;
process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      file: { type: 'string' },
      key: { type: 'string' },
      entry: { type: 'string' },
      reason: { type: 'string' },
      new: { type: 'string' },
    },
  });
  const { file: path, key, entry, reason = '' } = values;
  if (values.new) return make(values.new);
  if (!path || !key || !entry || reason.trim().length < 3) return say(usage, 2);
  const missing = notThere([path, key]);
  if (missing) return say(missing, 1);
  try {
    const file = v.parse(EscrowFile, JSON.parse(readFileSync(path, 'utf8')));
    const line = { tijd: new Date().toISOString(), dossier: file.dossier, regel: entry, reden: reason.trim() };
    appendFileSync(`${path}.log.jsonl`, `${JSON.stringify(line)}\n`);
    console.log(JSON.stringify(await openEscrow(file, entry, JSON.parse(readFileSync(key, 'utf8'))), undefined, 2));
    return 0;
  } catch (error) {
    if (error instanceof v.ValiError || error instanceof SyntaxError) return say('Dit is geen kluisbestand of geen sleutel.', 1);
    return say(sentences[asFailure(error).code], 1);
  }
}

/** For the officer who keeps the way back, on a computer of their own: the public half goes into the policy, the secret one nowhere. */
function make(name: string): number {
  const [secret, open] = [`${name}.geheim.jwk`, `${name}.openbaar.jwk`];
  if ([secret, open].some((path) => existsSync(path)))
    return say(`Er ligt al een sleutel met de naam ${name}; die wordt niet overschreven.`, 1);
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
  const kid = basename(name);
  const asText = (key: KeyObject) => `${JSON.stringify({ ...key.export({ format: 'jwk' }), kid }, undefined, 2)}\n`;
  writeFileSync(secret, asText(privateKey), { mode: 0o600 });
  writeFileSync(open, asText(publicKey));
  console.log(`${open}: in het beleid, onder wayBack\n${secret}: bewaren waar alleen de functionaris bij kan`);
  return 0;
}

function say(sentence: string, code: number): number {
  console.error(sentence);
  return code;
}
