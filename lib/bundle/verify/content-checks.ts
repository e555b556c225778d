import type { Handeling } from '../../model/log.ts';
import { verifyChain } from '../../model/chain.ts';
import { isSip } from './bag-checks.ts';
import type { Bag } from './bag-checks.ts';
import { bagFacts } from './bag-facts.ts';
import { printable } from './open.ts';
import { check } from './report.ts';
import type { Check } from './report.ts';

export async function contentChecks(bag: Bag): Promise<Check[]> {
  return [await logCheck(bag), viewCheck(bag), recordCheck(bag)];
}

/** T21: the log lines of this capture, each with its hash. */
async function logCheck(bag: Bag): Promise<Check> {
  const { payload, id } = bag;
  const path = `verantwoording-${id}/verantwoording-${id}-handelingen.json`;
  const log = parse(payload.get(path)?.text);
  const lines = isObject(log) && Array.isArray(log['regels']) ? log['regels'] : undefined;
  const good = `De handelingenlog (${lines?.length ?? 0} regels) is een ongebroken keten.`;
  const bad = 'De handelingenlog is geen ongebroken keten.';
  if (!lines) return check('handelingen', good, bad, [`${path}: ontbreekt of is onleesbaar`]);
  const wellFormed = lines.filter(isLine);
  const bounds = boundProblems(bag, path, wellFormed);
  const odd = lines.length - wellFormed.length;
  const { problems } = await verifyChain(wellFormed);
  const words = { hash: 'is veranderd', link: 'sluit niet aan op de regel ervoor', order: 'staat niet op volgorde' } as const;
  return check('handelingen', good, bad, [
    ...(odd > 0 ? [`${path}: ${odd} onleesbare regels`] : []),
    ...problems.map(({ seq, kind }) => `${path}: regel ${seq} ${words[kind]}${kind === 'hash' ? backwards(wellFormed, seq) : ''}`),
    ...(isSip(bag) ? [] : gapsIn(wellFormed, bagFacts(bag).log?.omitted ?? [])).map((missing) => `${path}: ${missing}`),
    ...bounds,
  ]);
}

/** A clock may really have been set back, so by itself it is no fault; in a line that was changed it tells what was changed. */
function backwards(lines: readonly Handeling[], seq: number): string {
  const at = lines.findIndex((line) => line.seq === seq);
  const before = lines[at - 1];
  return before && (lines[at]?.tijd ?? '') < before.tijd ? `; haar tijd ligt vóór die van regel ${before.seq}` : '';
}

/** Lines that are not there, and of which the signed bag does not say that they stay out. */
function gapsIn(lines: readonly Handeling[], omitted: readonly number[]): string[] {
  return lines.flatMap(({ seq }, at) => {
    const before = lines[at - 1]?.seq ?? seq - 1;
    const missing = Array.from({ length: Math.min(Math.max(0, seq - before - 1), 1_000) }, (_, n) => before + 1 + n);
    return missing.filter((one) => !omitted.includes(one)).map((one) => `regel ${one} ontbreekt`);
  });
}

/** Where the log begins and ends is told among the tag files too: taking lines off an end shows (T21). */
function boundProblems(bag: Bag, path: string, lines: readonly Handeling[]): string[] {
  if (isSip(bag)) return []; // nothing around it that could tell
  const { log } = bagFacts(bag);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!log) return lines.length === 0 ? [] : ['bag-info.txt: noemt de kop van de handelingenlog niet'];
  return [
    ...(first?.seq === log.first ? [] : [`${path}: begint bij regel ${first?.seq ?? 'geen'}, en niet bij regel ${log.first}`]),
    ...(last?.seq === log.last
      ? last.hash === log.hash
        ? []
        : [`${path}: de laatste regel is een andere dan bag-info.txt noemt`]
      : [`${path}: eindigt bij regel ${last?.seq ?? 'geen'}, en niet bij regel ${log.last}`]),
  ];
}

function isLine(line: unknown): line is Handeling {
  return (
    isObject(line) && typeof line['seq'] === 'number' && typeof line['hash'] === 'string' && typeof line['vorige'] === 'string'
  );
}

const allowedTags = new Set(
  'a,article,aside,b,bdi,blockquote,body,br,code,dd,details,div,dl,dt,em,figcaption,figure,footer,h1,h2,h3,h4,head,header,hr,html,i,img,li,main,meta,nav,ol,p,pre,s,section,span,strong,style,summary,table,tbody,td,th,thead,time,title,tr,u,ul'.split(
    ',',
  ),
);
const allowedAttributes = new Set(
  'class,id,lang,dir,href,src,alt,datetime,role,aria-label,aria-labelledby,aria-hidden,open,width,height,charset,name,content,http-equiv,start,scope'.split(
    ',',
  ),
);
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; img-src data:; style-src &#39;unsafe-inline&#39;">`;

/** T3, T4: a view runs nothing and asks for nothing. Strict: it holds what our builder writes and nothing else. */
function viewCheck({ payload }: Bag): Check {
  const views = [...payload].filter(([path]) => path.endsWith('.html'));
  const problems = views.flatMap(([path, { text = '' }]) =>
    viewProblems(path, text, payload).map((problem) => `${printable(path)}: ${problem}`),
  );
  return check(
    'weergaven',
    `De weergaven (${views.length}) zijn zonder scripts en halen niets op.`,
    'Er zijn weergaven die iets uitvoeren of ophalen.',
    [...new Set(problems)],
  );
}

function viewProblems(path: string, html: string, payload: Bag['payload']): string[] {
  const problems = html.includes(policy) ? [] : ['de beveiligingsregel (CSP) ontbreekt of is veranderd'];
  for (const [whole, , tag = '', attributes = ''] of html.matchAll(
    /<(\/?)([a-zA-Z][\w-]*|!DOCTYPE)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>|</g,
  )) {
    if (whole === '<') problems.push('opmaak die niet van ons is');
    else if (tag !== '!DOCTYPE' && !allowedTags.has(tag)) problems.push(`element ${tag}`);
    else if (tag !== '!DOCTYPE') problems.push(...attributeProblems(path, attributes, payload));
  }
  const styles = [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(([, rules]) => rules ?? '');
  if (styles.some((rules) => /url\(|@import|\\|expression/i.test(rules))) problems.push('een opmaakregel die iets ophaalt');
  return problems;
}

function attributeProblems(path: string, attributes: string, payload: Bag['payload']): string[] {
  return [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].flatMap(([, name = '', value = '']) => {
    if (!allowedAttributes.has(name)) return [`attribuut ${name}`];
    if (name === 'http-equiv' && value !== 'Content-Security-Policy') return [`meta ${value.slice(0, 40)}`];
    if (name === 'src') return /^data:image\/(?:png|jpeg|gif|webp);base64,/.test(value) ? [] : ['een beeld van buiten het bestand'];
    if (name !== 'href' || value.startsWith('#')) return [];
    return payload.has(resolve(path, value)) ? [] : [`koppeling naar ${printable(value).slice(0, 60)}`];
  });
}

/** `../x/y` or `y`, seen from the directory the view lies in. */
function resolve(path: string, href: string): string {
  return href.startsWith('../') ? href.slice(3) : `${path.split('/')[0] ?? ''}/${href}`;
}

/** R16: of a third party a record holds the pseudonym and nothing else. */
function recordCheck({ payload, id }: Bag): Check {
  const problems: string[] = [];
  for (const [path, { text }] of payload) {
    if (!/\.json(?:ld)?$/.test(path)) continue;
    const value = parse(text);
    if (value === undefined) problems.push(`${printable(path)}: geen geldige JSON`);
    else if (path.endsWith('-gegevens.json') && hasTooMuch(value))
      problems.push(`${printable(path)}: meer dan een pseudoniem van een derde`);
    else if (path.endsWith('-gegevens.json')) problems.push(...mediaProblems(path, value, payload));
    if (text?.includes('"vs:rol": "schrijver"') && path !== `burgerbrief-${id}/burgerbrief-${id}-gegevens.json`)
      problems.push(`${printable(path)}: de schrijver van een burgerbrief`);
  }
  return check(
    'gegevens',
    'De gegevens zijn leesbaar en noemen derden alleen met een pseudoniem.',
    'De gegevens zijn niet leesbaar, of noemen meer dan een pseudoniem van derden.',
    problems,
  );
}

/** Every medium a record names is there, and is the one that was captured. */
function mediaProblems(path: string, record: unknown, payload: Bag['payload']): string[] {
  return objectsIn(record).flatMap((media) => {
    const { 'vs:sha256': hash, url } = media;
    if (typeof hash !== 'string' || typeof url !== 'string') return [];
    const file = payload.get(resolve(path, url));
    if (!file) return [`${printable(url)}: ontbreekt, maar staat in ${path}`];
    return file.sha256 === hash ? [] : [`${printable(url)}: is niet het bestand dat in ${path} staat`];
  });
}

function hasTooMuch(value: unknown): boolean {
  return objectsIn(value).some((next) => {
    const isNamed = Object.keys(next).length !== 4 || !/^Reageerder \d+$/.test(String(next['name']));
    const author = next['attributedTo'];
    const isTraced = isObject(author) && author['vs:rol'] === 'derde' && ('url' in next || 'vs:platformId' in next);
    return (next['vs:rol'] === 'derde' && isNamed) || isTraced;
  });
}

/** The value and every object in it, without recursion. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  const ahead: unknown[] = [value];
  while (ahead.length > 0) {
    const next = ahead.pop();
    if (Array.isArray(next)) for (const inner of next) ahead.push(inner);
    if (!isObject(next)) continue;
    found.push(next);
    for (const inner of Object.values(next)) ahead.push(inner);
  }
  return found;
}

function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // told by the caller, with the file's name
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
