import type { Bag } from './bag-checks.ts';
import { mdtoProblems } from './mdto-rules.ts';
import { printable } from './open.ts';
import { check } from './report.ts';
import type { Check } from './report.ts';
import { XmlProblem, child, childText, childrenNamed, descendants, readXml } from './xml-read.ts';
import type { XmlNode } from './xml-read.ts';

interface Description {
  readonly path: string;
  /** The informatieobject or bestand. */
  readonly content: XmlNode;
  readonly id: string;
}

/** From outside: the XSD, by a tool that is not part of the extension. Answers with what is wrong, the path first. */
export type ValidateXml = (files: readonly { readonly path: string; readonly xml: string }[]) => Promise<readonly string[]>;

export async function mdtoChecks(bag: Bag, validate?: ValidateXml): Promise<Check[]> {
  const unreadable: string[] = [];
  const rules: string[] = [];
  const found: Description[] = [];
  for (const [path, { text = '' }] of bag.payload) {
    if (!path.endsWith('.mdto.xml')) continue;
    const root = parsed(path, text, unreadable);
    if (!root) continue;
    rules.push(...mdtoProblems(root).map((problem) => `${path}: ${problem}`));
    const [content] = root.children;
    if (content) found.push({ path, content, id: childText(content, 'identificatie', 'identificatieKenmerk') ?? '' });
  }
  return [
    sidecars(bag),
    check(
      'mdto-xml',
      `Alle ${found.length} beschrijvingen zijn leesbare XML.`,
      'Er zijn beschrijvingen die geen goede XML zijn.',
      unreadable,
    ),
    ...(validate ? [await xsd(bag, validate)] : []),
    check(
      'mdto-regels',
      'De beschrijvingen volgen de regels van MDTO.',
      'De beschrijvingen volgen de regels van MDTO niet.',
      rules,
    ),
    check(
      'mdto-verwijzingen',
      'Alle verwijzingen tussen beschrijvingen kloppen.',
      'Er zijn verwijzingen die niet kloppen.',
      references(bag, found),
    ),
    check(
      'mdto-bestanden',
      'Omvang, formaat en checksum in de beschrijvingen kloppen met de bestanden.',
      'Omvang, formaat of checksum in een beschrijving klopt niet met het bestand.',
      fileFacts(bag, found),
    ),
  ];
}

function parsed(path: string, text: string, unreadable: string[]): XmlNode | undefined {
  try {
    return readXml(text);
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    unreadable.push(`${path}: ${error.message}`);
    return undefined;
  }
}

/** Every file has its description and every directory too; nothing describes what is not there. */
function sidecars({ payload, id }: Bag): Check {
  const problems: string[] = [];
  const directories = new Set([...payload.keys()].flatMap((path) => (path.includes('/') ? [path.split('/')[0] ?? ''] : [])));
  for (const path of payload.keys()) {
    const described = path.replace(/\.bestand\.mdto\.xml$/, '');
    if (path.endsWith('.bestand.mdto.xml') && !payload.has(described))
      problems.push(`${printable(path)}: beschrijft een bestand dat er niet is`);
    else if (!path.endsWith('.mdto.xml') && !payload.has(`${path}.bestand.mdto.xml`))
      problems.push(`${printable(path)}: heeft geen beschrijving`);
    else if (path.endsWith('.mdto.xml') && !path.endsWith('.bestand.mdto.xml') && !isDirectoryDescription(path, directories, id))
      problems.push(`${printable(path)}: beschrijft geen map`);
  }
  for (const directory of directories)
    if (!payload.has(`${directory}/${directory}.mdto.xml`))
      problems.push(`${printable(directory)}: de map heeft geen beschrijving`);
  return check(
    'beschrijvingen',
    'Elk bestand en elke map heeft een beschrijving, en geen beschrijving staat los.',
    'Er ontbreken beschrijvingen, of er staan er los.',
    problems,
  );
}

function isDirectoryDescription(path: string, directories: ReadonlySet<string>, id: string): boolean {
  const [directory = '', file] = path.split('/');
  return file === undefined ? path === `${id}.mdto.xml` : directories.has(directory) && file === `${directory}.mdto.xml`;
}

async function xsd({ payload }: Bag, validate: ValidateXml): Promise<Check> {
  const files = [...payload].filter(([path]) => path.endsWith('.mdto.xml')).map(([path, { text = '' }]) => ({ path, xml: text }));
  const problems = await validate(files);
  return check(
    'mdto-xsd',
    'Alle beschrijvingen zijn geldig volgens het schema MDTO-XML 1.0.1.',
    'Er zijn beschrijvingen die niet geldig zijn volgens het schema MDTO-XML 1.0.1.',
    problems,
  );
}

function references({ id }: Bag, found: readonly Description[]): string[] {
  const known = new Set<string>();
  const problems = found.flatMap(({ path, id: own }) => {
    if (known.has(own)) return [`${path}: het kenmerk ${printable(own)} is niet uniek`];
    known.add(own);
    return [];
  });
  const links = found.flatMap((from) => descendants(from.content).flatMap((node) => linkTo(node, from, id)));
  const unresolved = links
    .filter(({ to }) => !known.has(to))
    .map(({ from, name, to }) => `${from.path}: ${name} wijst naar ${printable(to)}, dat er niet is`);
  return [...problems, ...unresolved, ...reciprocal(links), ...misplaced(found, id)];
}

interface Link {
  readonly from: Description;
  readonly name: string;
  readonly to: string;
}

/** References to something of this very package; those to a series or to another package cannot be followed here. */
function linkTo(node: XmlNode, from: Description, id: string): Link[] {
  const target = child(node, 'verwijzingIdentificatie');
  const to = childText(target, 'identificatieKenmerk') ?? '';
  if (childText(target, 'identificatieBron') !== 'Veiligsteller' || (to !== id && !to.startsWith(`${id}/`))) return [];
  return [{ from, name: node.name, to }];
}

function reciprocal(links: readonly Link[]): string[] {
  const pairs = new Set(links.map(({ from, name, to }) => `${name}|${from.id}|${to}`));
  const opposite: Readonly<Record<string, string>> = {
    isOnderdeelVan: 'bevatOnderdeel',
    bevatOnderdeel: 'isOnderdeelVan',
    isRepresentatieVan: 'heeftRepresentatie',
    heeftRepresentatie: 'isRepresentatieVan',
  };
  return links.flatMap(({ from, name, to }) => {
    const back = opposite[name];
    return back === undefined || pairs.has(`${back}|${to}|${from.id}`)
      ? []
      : [`${from.path}: ${name} ${printable(to)} zonder ${back} terug`];
  });
}

/** The description says the name of the thing it lies beside. */
function misplaced(found: readonly Description[], id: string): string[] {
  return found.flatMap(({ path, id: own }) => {
    const file = path.split('/').at(-1) ?? '';
    const expected = file === `${id}.mdto.xml` ? id : `${id}/${file.replace(/(?:\.bestand)?\.mdto\.xml$/, '')}`;
    return own === expected ? [] : [`${path}: het kenmerk is ${printable(own)} en niet ${printable(expected)}`];
  });
}

function fileFacts({ payload }: Bag, found: readonly Description[]): string[] {
  return found.flatMap(({ path, content }) => {
    const file = payload.get(path.replace(/\.bestand\.mdto\.xml$/, ''));
    if (content.name !== 'bestand' || !file) return [];
    const stated = childrenNamed(content, 'checksum').map((checksum) => childText(checksum, 'checksumWaarde'));
    return [
      ...(childText(content, 'omvang') === String(file.size)
        ? []
        : [`${path}: omvang is ${file.size}, opgegeven is ${printable(childText(content, 'omvang') ?? 'niets')}`]),
      ...(stated.every((hash) => hash === file.sha256) ? [] : [`${path}: de checksum is niet die van het bestand`]),
      ...(childText(content, 'bestandsformaat', 'begripCode') === file.puid
        ? []
        : [`${path}: het bestandsformaat is niet dat van het bestand (${file.puid ?? 'niet herkend'})`]),
    ];
  });
}
