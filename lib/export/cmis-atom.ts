/**
 * The AtomPub binding: entries and links in XML. A worker has no DOM, and what is wanted of these answers is few and plain: values of named
 * properties and addresses of named links. Nothing is believed on them alone: the bytes are read back.
 */
import type { DeliveryProblem } from '../model/delivery.ts';
import type { CmisObject, CmisProperty, CmisSetting, CmisType, Repository } from './cmis-repository.ts';
import { drop, onOurs, send, text } from './http.ts';
import type { Door } from './http.ts';
import { TargetProblem, problemOf } from './problem.ts';
import { escaped, unescaped } from './xml.ts';

const entryType = 'application/atom+xml;type=entry';

/** `answer`: the service document. */
export async function atomRepository({ repository: wanted }: CmisSetting, door: Door, answer: Response): Promise<Repository> {
  const workspaces = (await text(answer)).split(/<(?:\w+:)?workspace[\s>]/).slice(1);
  const found = workspaces.filter((one) => wanted === undefined || valueIn(one, 'repositoryId') === wanted);
  const [workspace] = found;
  if (workspace === undefined || found.length > 1) throw new TargetProblem('place-missing');
  const capability = (name: string) => valueIn(workspace, `capability${name}`);
  const template = (type: string) => templateIn(workspace, type) ?? Promise.reject(new TargetProblem('not-supported'));

  async function object(path: readonly string[]): Promise<CmisObject | undefined> {
    return objectAt(door, onOurs(door, filled(await template('objectbypath'), 'path', `/${path.join('/')}`)));
  }

  /** Its place among the children of a folder is where a new object is made. */
  async function made(folder: readonly string[], properties: readonly CmisProperty[], query: string): Promise<Response> {
    const parent = await object(folder);
    if (!parent?.children) throw new TargetProblem('place-missing');
    const url = new URL(parent.children);
    if (query !== '') url.searchParams.set('versioningState', query);
    return send(door, url, { method: 'POST', headers: { 'content-type': entryType }, body: entryOf(properties) });
  }

  return {
    id: valueIn(workspace, 'repositoryId') ?? '',
    // `append` came with 1.1: an older one would take each piece for the whole
    appends: valueIn(workspace, 'cmisVersionSupported') === '1.0' ? undefined : capability('ContentStreamUpdatability'),
    setsCopies: capability('PWCUpdatable') === 'true',
    makesWhole: false, // an entry is made first, and content of a version cannot be set
    object,
    async byId(id, which) {
      const url = onOurs(door, filled(await template('objectbyid'), 'id', id));
      url.searchParams.set('returnVersion', which);
      return objectAt(door, url);
    },
    async type(id) {
      const address = filled(await template('typebyid'), 'id', id);
      const got = await send(door, onOurs(door, address), { headers: { accept: entryType } });
      if (got.status === 404 || got.status === 400) throw new TargetProblem('type-missing', { status: got.status });
      if (!got.ok) throw refusal(got);
      return typeIn(await text(got));
    },
    contentOf(one) {
      if (!one.content) throw new TargetProblem('altered'); // it has no content
      return one.content;
    },
    async makeFolder(parent, name) {
      const got = await made(parent, [plain('cmis:objectTypeId', 'id', 'cmis:folder'), plain('cmis:name', 'string', name)], '');
      await drop(got);
      return got.status === 201 ? undefined : refusal(got);
    },
    async create(folder, properties, versioningState, content) {
      const got = await made(folder, properties, versioningState);
      if (got.status !== 201) throw refusal(got, 'exists-different');
      const fresh = objectIn(door, await text(got));
      return content ? filledWith(door, fresh, content) : fresh;
    },
    fill: (one, content) => filledWith(door, one, content),
    append: (to, content, isLast) => filledWith(door, to, content, { append: 'true', isLastChunk: String(isLast) }),
    checkOut: (one) => checkedOut(door, collectionIn(workspace, 'checkedout'), one),
    async cancelCheckOut(copy) {
      const got = await send(door, selfOf(copy), { method: 'DELETE' });
      await drop(got);
      if (got.status !== 204 && got.status !== 200) throw refusal(got);
    },
    checkIn: (copy, properties, comment) => checkedIn(door, copy, properties, comment),
    async rename(one, name) {
      const got = await send(door, selfOf(one), {
        method: 'PUT',
        headers: { 'content-type': entryType },
        body: entryOf([plain('cmis:name', 'string', name)]),
      });
      if (!got.ok) throw refusal(got, 'exists-different');
      objectIn(door, await text(got)); // a page of something else says 200 too
    },
    async remove(one) {
      const url = new URL(selfOf(one));
      url.searchParams.set('allVersions', 'true');
      const got = await send(door, url, { method: 'DELETE' });
      await drop(got);
      if (got.status !== 204 && got.status !== 200) throw refusal(got);
    },
  };
}

function selfOf({ self }: CmisObject): URL {
  if (!self) throw new TargetProblem('unexpected-answer');
  return self;
}

async function objectAt(door: Door, url: URL): Promise<CmisObject | undefined> {
  const got = await send(door, url, { headers: { accept: entryType } });
  if (got.ok) return objectIn(door, await text(got));
  await drop(got);
  if (got.status !== 404) throw refusal(got);
  return undefined;
}

/** `query`: without one it comes instead of what stands there. */
async function filledWith(
  door: Door,
  one: CmisObject,
  content: Blob,
  query: Readonly<Record<string, string>> = {},
): Promise<CmisObject> {
  if (!one.content) throw new TargetProblem('not-supported');
  const place = new URL(one.content);
  for (const [name, value] of Object.entries(query)) place.searchParams.set(name, value);
  const put = await send(door, place, {
    method: 'PUT',
    headers: { 'content-type': content.type, 'content-disposition': 'attachment; filename="inhoud"' },
    body: content,
    bytes: content.size,
  });
  await drop(put);
  if (!put.ok) throw refusal(put);
  const got = await send(door, selfOf(one), { headers: { accept: entryType } });
  if (!got.ok) throw refusal(got);
  return objectIn(door, await text(got));
}

async function checkedOut(door: Door, collection: string | undefined, { id }: CmisObject): Promise<CmisObject> {
  if (collection === undefined) throw new TargetProblem('not-supported');
  const body = entryOf([plain('cmis:objectId', 'id', id)]);
  const got = await send(door, onOurs(door, collection), { method: 'POST', headers: { 'content-type': entryType }, body });
  if (got.status !== 201) throw refusal(got);
  return objectIn(door, await text(got));
}

async function checkedIn(door: Door, copy: CmisObject, properties: readonly CmisProperty[], comment: string): Promise<CmisObject> {
  const url = new URL(selfOf(copy));
  url.searchParams.set('checkin', 'true');
  url.searchParams.set('major', 'true');
  if (comment !== '') url.searchParams.set('checkinComment', comment);
  const body = entryOf(properties);
  const got = await send(door, url, { method: 'PUT', headers: { 'content-type': entryType }, body });
  if (!got.ok) throw refusal(got);
  return objectIn(door, await text(got));
}

/** 409 is a rule of the repository; where something gets a name, that is a name that is taken. */
function refusal(answer: Response, conflict: DeliveryProblem = 'rejected'): TargetProblem {
  return problemOf(answer, { 409: conflict });
}

function plain(property: string, propertyType: string, value: string): CmisProperty {
  return { property, propertyType, isMany: false, values: [value] };
}

const spaces = [
  'xmlns="http://www.w3.org/2005/Atom"',
  'xmlns:cmis="http://docs.oasis-open.org/ns/cmis/core/200908/"',
  'xmlns:cmisra="http://docs.oasis-open.org/ns/cmis/restatom/200908/"',
].join(' ');
const elements: Readonly<Record<string, string>> = { datetime: 'DateTime', uri: 'Uri', html: 'Html' };

function entryOf(properties: readonly CmisProperty[]): string {
  const rows = properties.map(({ property, propertyType, values }) => {
    const element = `cmis:property${elements[propertyType] ?? `${propertyType.charAt(0).toUpperCase()}${propertyType.slice(1)}`}`;
    const inside = values.map((value) => `<cmis:value>${escaped(value)}</cmis:value>`).join('');
    return `<${element} propertyDefinitionId="${escaped(property)}">${inside}</${element}>`;
  });
  // Atom's own word goes before the property (§3.5.1): its title is the name
  const name = properties.find(({ property }) => property === 'cmis:name')?.values[0] ?? 'Veiligsteller';
  const atom = `<id>urn:veiligsteller</id><title>${escaped(name)}</title><updated>2000-01-01T00:00:00Z</updated>`;
  return `<?xml version="1.0" encoding="utf-8"?><entry ${spaces}>${atom}<cmisra:object><cmis:properties>${rows.join('')}</cmis:properties></cmisra:object></entry>`;
}

function valueIn(xml: string, name: string): string | undefined {
  const found = new RegExp(`<(?:\\w+:)?${name}>([^<]*)<`).exec(xml)?.[1];
  return found === undefined ? undefined : unescaped(found);
}

function templateIn(workspace: string, type: string): string | undefined {
  const all = workspace.split(/<(?:\w+:)?uritemplate[\s>]/).slice(1);
  const one = all.find((template) => valueIn(template, 'type') === type);
  return one === undefined ? undefined : valueIn(one, 'template');
}

function collectionIn(workspace: string, type: string): string | undefined {
  const all = workspace.match(/<(?:\w+:)?collection\s[^>]*>\s*<(?:\w+:)?collectionType>[^<]*</g) ?? [];
  const one = all.find((collection) => valueIn(collection, 'collectionType') === type);
  return one === undefined ? undefined : attribute(one, 'href');
}

/** What is not asked is left empty, as the specification says. */
function filled(template: string, name: string, value: string): string {
  return template.replaceAll(/\{(\w+)\}/g, (_whole, place: string) => (place === name ? encodeURIComponent(value) : ''));
}

function objectIn(door: Door, xml: string): CmisObject {
  const id = propertyIn(xml, 'cmis:objectId');
  if (id === undefined) throw new TargetProblem('unexpected-answer');
  const bytes = propertyIn(xml, 'cmis:contentStreamLength');
  const told = {
    version: propertyIn(xml, 'cmis:versionLabel'),
    name: propertyIn(xml, 'cmis:name'),
    type: propertyIn(xml, 'cmis:objectTypeId'),
    workingCopy: propertyIn(xml, 'cmis:versionSeriesCheckedOutId'),
  };
  const links = {
    content: linkIn(xml, 'edit-media'),
    self: linkIn(xml, 'self'),
    children: linkIn(xml, 'down', 'application/atom+xml;type=feed'),
  };
  const places = Object.entries(links).flatMap(([name, address]) => (address === undefined ? [] : [[name, onOurs(door, address)]]));
  return {
    id,
    ...(bytes !== undefined && { bytes: Number(bytes) }),
    isCheckedOut: propertyIn(xml, 'cmis:isVersionSeriesCheckedOut') === 'true',
    ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)),
    ...Object.fromEntries(places),
  };
}

function propertyIn(xml: string, name: string): string | undefined {
  const found = new RegExp(`propertyDefinitionId="${name}"[^>]*[^/>]>\\s*<(?:\\w+:)?value>([^<]*)<`).exec(xml)?.[1];
  return found === undefined ? undefined : unescaped(found);
}

function linkIn(xml: string, rel: string, type?: string): string | undefined {
  const links = xml.match(/<(?:\w+:)?link\s[^>]*>/g) ?? [];
  const one = links.find(
    (link) => attribute(link, 'rel') === rel && (type === undefined || attribute(link, 'type')?.replaceAll(' ', '') === type),
  );
  return one === undefined ? undefined : attribute(one, 'href');
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
}

function typeIn(xml: string): CmisType {
  if (valueIn(xml, 'baseId') === undefined) throw new TargetProblem('unexpected-answer');
  const rows = xml.split(/<(?:\w+:)?property\w+Definition[\s>]/).slice(1);
  return {
    versionable: valueIn(xml, 'versionable') === 'true',
    propertyDefinitions: Object.fromEntries(
      rows.map((row) => [
        valueIn(row, 'id') ?? '',
        { propertyType: valueIn(row, 'propertyType') ?? 'string', cardinality: valueIn(row, 'cardinality') ?? 'single' },
      ]),
    ),
  };
}
