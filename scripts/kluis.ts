/** `npm run kluis`: opens one entry of a way back (R18), outside the browser; every opening is written beside the file first. */
import { appendFileSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { EscrowFile } from '../lib/model/escrow.ts';
import { asFailure } from '../lib/model/failure.ts';
import { openEscrow } from '../lib/privacy/escrow.ts';
import { sentences } from './sentences.ts';

const usage = 'Gebruik: npm run kluis -- --file <id.kluis.json> --key <sleutel.jwk> --entry "Reageerder 3" --reason "<waarom>"';
process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { file: { type: 'string' }, key: { type: 'string' }, entry: { type: 'string' }, reason: { type: 'string' } },
  });
  const { file: path, key, entry, reason = '' } = values;
  if (!path || !key || !entry || reason.trim().length < 3) return say(usage, 2);
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

function say(sentence: string, code: number): number {
  console.error(sentence);
  return code;
}
