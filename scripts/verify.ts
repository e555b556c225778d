/** npm run verify -- <package.zip> [--json]: checks a package without the extension. Exit 0 good, 1 not good, 2 not called well. */
import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { reportText, verifyPackage } from '../lib/bundle/verify.ts';
import type { ValidateXml } from '../lib/bundle/verify/mdto-checks.ts';

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

async function main(): Promise<number> {
  const path = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  if (path === undefined || !/\.zip$/i.test(path)) {
    console.error('Gebruik: npm run verify -- <pakket.zip> [--json]');
    return 2;
  }
  const pakbon = await pakbonBeside(path);
  const report = await verifyPackage(await openAsBlob(path), {
    fileName: basename(path),
    validateXml,
    ...(pakbon !== undefined && { pakbon }),
  });
  if (process.argv.includes('--json'))
    console.log(JSON.stringify({ package: basename(path), pakbon: pakbon !== undefined, ...report }, null, 1));
  else console.log(reportText(report, `${basename(path)}${pakbon === undefined ? ' (zonder pakbon ernaast)' : ''}`));
  return report.ok ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main();
