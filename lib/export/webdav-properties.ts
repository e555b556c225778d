/** Dead properties (RFC 4918 §4, §9.2): what is known of a package stands beside it where the server keeps such things, and is read back. */
import { legalText } from '../bundle/xml.ts';
import { drop, isPage, send, text } from './http.ts';
import type { Door } from './http.ts';
import type { Told } from './mapping.ts';
import type { Annotated } from './target.ts';
import { problemOf } from './problem.ts';
import { escaped, unescaped } from './xml.ts';

/** Ours, where the organisation names none: `{namespace}name` is another's. */
const ownSpace = 'urn:veiligsteller:gegevens';

/** All or nothing, as the server does it too; one that keeps none is no fault, and is told. */
export async function annotate(door: Door, place: URL, told: readonly Told[]): Promise<Annotated> {
  const set = told.map((one) => element(one, escaped(one.value))).join('');
  const answer = await send(door, place, {
    method: 'PROPPATCH',
    headers,
    body: `${xmlStart}<propertyupdate xmlns="DAV:"><set><prop>${set}</prop></set></propertyupdate>`,
  });
  await drop(answer);
  if (refusing.has(answer.status)) return { metadata: 'refused' };
  // a page is no refusal, so it is asked again
  if (answer.status !== 207 && (answer.status !== 200 || isPage(answer))) throw problemOf(answer);
  const kept = await propertiesAt(door, place, told);
  const isKept = told.every(({ property, value }) => kept.get(nameOf(property).local) === legalText(value));
  return { metadata: isKept ? 'kept' : 'refused' };
}

const xmlStart = '<?xml version="1.0" encoding="utf-8"?>';
const headers = { 'content-type': 'application/xml; charset=utf-8' };
/** It has no such thing, or not for us. */
const refusing: ReadonlySet<number> = new Set([400, 403, 405, 409, 415, 422, 501]);

async function propertiesAt(door: Door, place: URL, told: readonly Told[]): Promise<Map<string, string>> {
  const answer = await send(door, place, {
    method: 'PROPFIND',
    headers: { ...headers, depth: '0' },
    body: `${xmlStart}<propfind xmlns="DAV:"><prop>${told.map((one) => element(one, '')).join('')}</prop></propfind>`,
  });
  if (answer.status !== 207) throw problemOf(answer);
  const xml = await text(answer);
  return new Map(
    told.flatMap(({ property }): [string, string][] => {
      const { local } = nameOf(property);
      const found = new RegExp(`<(?:[\\w.-]+:)?${local.replaceAll('.', '\\.')}(?:\\s[^>]*)?>([^<]*)<`).exec(xml)?.[1];
      return found === undefined ? [] : [[local, unescaped(found)]];
    }),
  );
}

function nameOf(property: string): { readonly space: string; readonly local: string } {
  const [, space = ownSpace, local = property] = /^(?:\{([^}]*)\})?(.*)$/.exec(property) ?? [];
  return { space, local };
}

function element({ property }: Told, content: string): string {
  const { space, local } = nameOf(property);
  return `<v:${local} xmlns:v="${escaped(space)}">${content}</v:${local}>`;
}
