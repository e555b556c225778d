/** npm run verify -- <package.zip…>: checks packages without the extension, and several against each other. Exit 0 good, 1 not good, 2 not called well. */
import { openAsBlob } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { reportText, rowProblems, verifyPackage } from '../lib/bundle/verify.ts';
import type { VerifyOptions } from '../lib/bundle/verify.ts';
import type { ValidateXml } from '../lib/bundle/verify/mdto-checks.ts';
import { notThere } from './slips.ts';

const standards = new URL('../lib/bundle/standards/', import.meta.url);
const mdtoSchema = await readFile(new URL('MDTO-XML1.0.1.xsd', standards), 'utf8');
const pakbonSchema = await readFile(new URL('pakbon.xsd', standards), 'utf8');

/** The Nationaal Archief's own schema, by libxml2. */
export const validateXml: ValidateXml = async (files) => {
  const problems: string[] = [];
  for (let at = 0; at < files.length; at += batch) problems.push(...(await validateSome(files.slice(at, at + batch))));
  return problems;
};

/** Starting the tool costs more than checking a file, so many go in at once. */
const batch = 200;

async function validateSome(files: Parameters<ValidateXml>[0]): Promise<string[]> {
  const schema = files.some(({ path }) => path.endsWith('.pakbon.xml')) ? pakbonSchema : mdtoSchema;
  const { valid, errors } = await validateXML({
    xml: files.map(({ xml }, n) => ({ fileName: `b${n}.xml`, contents: xml })),
    schema: { fileName: 'schema.xsd', contents: schema },
    maxMemoryPages: memoryPages.GiB,
  });
  if (valid) return [];
  return errors.map(
    ({ message, rawMessage }) =>
      `${files[Number(/^b(\d+)\.xml/.exec(rawMessage)?.[1] ?? -1)]?.path ?? 'schema'}: ${message.replaceAll('{https://www.nationaalarchief.nl/mdto}', '')}`,
  );
}

async function pakbonBeside(path: string): Promise<string | undefined> {
  try {
    return await readFile(path.replace(/\.zip$/i, '.pakbon.xml'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Stamps that came after sealing lie beside the zip: `<id>.tijdstempel-1.tsr`. */
async function stampsBeside(path: string): Promise<{ name: string; bytes: Uint8Array }[]> {
  const start = `${basename(path).replace(/\.zip$/i, '')}.tijdstempel-`;
  const names = (await readdir(dirname(path))).filter((name) => name.startsWith(start) && name.endsWith('.tsr'));
  return Promise.all(names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(dirname(path), name))) })));
}

interface Asked {
  readonly paths: readonly string[];
  readonly options: VerifyOptions;
  readonly asJson: boolean;
}

async function asked(): Promise<Asked | undefined> {
  const { values, positionals: paths } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      sleutel: { type: 'string' },
      wortels: { type: 'string' },
      ingetrokken: { type: 'string' },
    },
  });
  if (paths.length === 0 || paths.some((path) => !/\.zip$/i.test(path))) return undefined;
  return {
    paths,
    asJson: values.json === true,
    options: {
      validateXml,
      ...(values.sleutel && { expectedKey: values.sleutel.toLowerCase() }),
      ...(values.wortels && { roots: await readFile(values.wortels, 'utf8') }),
      ...(values.ingetrokken && { revokedKeys: await fingerprintsIn(values.ingetrokken) }),
    },
  };
}

async function fingerprintsIn(path: string): Promise<string[]> {
  return (await readFile(path, 'utf8')).split(/\s+/).filter((line) => /^[0-9a-f]{64}$/.test(line));
}

async function verifyOne(path: string, options: VerifyOptions) {
  const pakbon = await pakbonBeside(path);
  const lateStamps = await stampsBeside(path);
  const fileName = basename(path);
  const report = await verifyPackage(await openAsBlob(path), {
    ...options,
    fileName,
    lateStamps,
    ...(pakbon !== undefined && { pakbon }),
  });
  return { package: fileName, pakbon: pakbon !== undefined, ...report };
}

async function main(): Promise<number> {
  const question = await asked().catch(() => undefined); // an option we do not have, or a file that is not there
  if (!question) {
    console.error(usage);
    return 2;
  }
  const missing = notThere(question.paths);
  if (missing) {
    console.error(missing);
    return 1;
  }
  const results = [];
  for (const path of question.paths) results.push(await verifyOne(path, question.options));
  const row = rowProblems(results.map(({ facts }) => facts));
  const [only] = results;
  if (question.asJson) console.log(JSON.stringify(results.length === 1 ? only : { row, packages: results }, null, 1));
  else {
    for (const one of results) console.log(reportText(one, `${one.package}${one.pakbon ? '' : ' (zonder pakbon ernaast)'}`));
    if (results.length > 1)
      console.log(
        row.length === 0
          ? 'De pakketten spreken elkaar niet tegen.'
          : ['De pakketten spreken elkaar tegen:', ...row].join('\n  - '),
      );
  }
  return results.every(({ ok }) => ok) && row.length === 0 ? 0 : 1;
}

const usage = `Gebruik: npm run verify -- <pakket.zip> [nog een pakket of deelbewijs.zip …]
  --sleutel <vingerafdruk>   de sleutel die de organisatie buiten het pakket om heeft genoemd
  --wortels <bestand.pem>    wortelcertificaten die u zelf vertrouwt, in plaats van die in het pakket
  --ingetrokken <bestand>    vingerafdrukken van sleutels die de organisatie heeft ingetrokken, één per regel
  --json                     voor machines`;

if (import.meta.main) process.exitCode = await main();
