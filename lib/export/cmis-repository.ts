/** What we ask of a CMIS repository, and what of its answers we read. */
import * as v from 'valibot';
import type { DeliveryProblem } from '../model/delivery.ts';
import type { Facts, TargetSetting } from '../model/target.ts';
import { drop, json, parsed, send } from './http.ts';
import type { Door } from './http.ts';
import { mappingsOf, toldTo } from './mapping.ts';
import { TargetProblem, problemOf } from './problem.ts';

type Setting = Extract<TargetSetting, { kind: 'cmis' }>;

const Repositories = v.record(
  v.string(),
  v.object({
    repositoryId: v.string(),
    repositoryUrl: v.pipe(v.string(), v.url()),
    rootFolderUrl: v.pipe(v.string(), v.url()),
    capabilities: v.object({ capabilityContentStreamUpdatability: v.optional(v.string()) }),
  }),
);
const Type = v.object({
  versionable: v.optional(v.boolean(), false),
  propertyDefinitions: v.optional(v.record(v.string(), v.object({ propertyType: v.string(), cardinality: v.string() })), {}),
});
type Type = v.InferOutput<typeof Type>;
const Succinct = v.object({
  succinctProperties: v.object({
    'cmis:objectId': v.string(),
    'cmis:contentStreamLength': v.nullish(v.number()),
    'cmis:changeToken': v.nullish(v.string()),
    'cmis:versionLabel': v.nullish(v.string()),
  }),
});

export interface CmisObject {
  readonly id: string;
  readonly bytes?: number;
  readonly changeToken?: string;
  readonly version?: string;
}
type Fields = Readonly<Record<string, string>>;

export interface Repository {
  readonly id: string;
  /** Content may be appended to. */
  readonly appends: boolean;
  byPath(path: readonly string[], query?: Fields): URL;
  byId(id: string, query?: Fields): URL;
  object(path: readonly string[]): Promise<CmisObject | undefined>;
  /** Throws `type-missing` where there is none. */
  type(id: string): Promise<Type>;
  post(url: URL, fields: Fields, part?: { readonly content: Blob; readonly name: string }): Promise<Response>;
  act(id: string, fields: Fields): Promise<void>;
  read(answer: Response): Promise<CmisObject>;
}

/** The addresses a repository gives are taken under the configured origin: behind a proxy it may not know its own name (T26). */
export async function openRepository({ repository: wanted }: Setting, door: Door): Promise<Repository> {
  const answer = await send(door, door.base, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw problemOf(answer, { 405: 'place-missing' });
  const all = Object.values(parsed(Repositories, await json(answer)));
  const found = wanted === undefined ? all[0] : all.find(({ repositoryId }) => repositoryId === wanted);
  if (!found || (wanted === undefined && all.length > 1)) throw new TargetProblem('place-missing');
  const at = (address: string, path: readonly string[], query: Fields) => {
    const { pathname } = new URL(address);
    const url = new URL([pathname.replace(/\/+$/, ''), ...path.map(encodeURIComponent)].join('/'), door.base.origin);
    url.search = new URLSearchParams(query).toString();
    return url;
  };
  const repository: Repository = {
    id: found.repositoryId,
    appends: found.capabilities.capabilityContentStreamUpdatability === 'anytime',
    byPath: (path, query = {}) => at(found.rootFolderUrl, path, query),
    byId: (id, query = {}) => at(found.rootFolderUrl, [], { objectId: id, ...query }),
    async object(path) {
      const got = await send(door, repository.byPath(path, { cmisselector: 'object', succinct: 'true' }));
      if (got.status !== 404) return got.ok ? read(got) : Promise.reject(await refusal(got));
      await drop(got);
      return undefined;
    },
    async type(id) {
      const got = await send(door, at(found.repositoryUrl, [], { cmisselector: 'typeDefinition', typeId: id }));
      if (got.status === 404 || got.status === 400) throw new TargetProblem('type-missing', { status: got.status });
      if (!got.ok) throw await refusal(got);
      return parsed(Type, await json(got));
    },
    async post(url, fields, part) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      if (part) form.append('content', part.content, part.name); // last: some servers read the rest first
      return send(door, url, { method: 'POST', body: form, bytes: part?.content.size ?? 0 });
    },
    async act(id, fields) {
      const got = await repository.post(repository.byId(id), { succinct: 'true', ...fields });
      if (!got.ok) throw await refusal(got);
      if (fields['cmisaction'] === 'update') await read(got); // a page of something else says 200 too
      else await drop(got);
    },
    read,
  };
  return repository;
}

async function read(answer: Response): Promise<CmisObject> {
  const { succinctProperties: found } = parsed(Succinct, await json(answer));
  const { 'cmis:contentStreamLength': bytes, 'cmis:changeToken': token, 'cmis:versionLabel': version } = found;
  return {
    id: found['cmis:objectId'],
    ...(typeof bytes === 'number' && bytes >= 0 && { bytes }),
    ...(typeof token === 'string' && { changeToken: token }),
    ...(typeof version === 'string' && { version }),
  };
}

const byException: Readonly<Record<string, DeliveryProblem>> = {
  permissionDenied: 'forbidden',
  nameConstraintViolation: 'exists-different',
  contentAlreadyExists: 'exists-different',
  objectNotFound: 'place-missing',
  storage: 'full',
  updateConflict: 'in-use',
  versioning: 'in-use',
  notSupported: 'not-supported',
  constraint: 'rejected',
  invalidArgument: 'rejected',
};

/** The binding names what is wrong in its answer; the text beside it may quote anything, so it is not taken along. */
export async function refusal(answer: Response): Promise<TargetProblem> {
  const problem = problemOf(answer);
  if (answer.status < 400 || answer.status === 401 || answer.status >= 502) return problem;
  const body = v.safeParse(v.object({ exception: v.string() }), await json(answer).catch(() => undefined)); // no reason given: the status tells
  const code = body.success ? byException[body.output.exception] : undefined;
  return code === undefined ? problem : new TargetProblem(code, problem.detail);
}

/** The type first, then the secondary ones: `cmis:document, P:mdto:informatieobject`. */
export function typeNames({ objectType = 'cmis:document' }: Setting): string[] {
  return objectType.split(',').map((name) => name.trim());
}

/** The organisation's own mapping, each value as its property wants it; a property nobody knows there is told (`type-missing`). */
export async function propertiesFor(
  setting: Setting,
  repository: Repository,
  facts: Facts,
  name = '',
): Promise<Record<string, string>> {
  const [type = 'cmis:document', ...secondary] = typeNames(setting);
  const types = await Promise.all([type, ...secondary].map((id) => repository.type(id)));
  const definitions = Object.assign(
    {},
    ...types.map(({ propertyDefinitions }) => propertyDefinitions),
  ) as Type['propertyDefinitions']; // all of that shape
  if (mappingsOf(setting).some(({ property }) => !definitions[property])) throw new TargetProblem('type-missing');
  const mapped = toldTo(setting, facts).map(({ property, value }) => ({
    property,
    value: valueFor(definitions[property]?.propertyType ?? 'string', value),
    isMany: definitions[property]?.cardinality === 'multi',
  }));
  const rows = [
    { property: 'cmis:objectTypeId', value: type, isMany: false },
    { property: 'cmis:name', value: name, isMany: false },
    ...mapped,
  ];
  const fields: Record<string, string> = {};
  for (const [at, { property, value, isMany }] of rows.entries()) {
    fields[`propertyId[${at}]`] = property;
    fields[isMany ? `propertyValue[${at}][0]` : `propertyValue[${at}]`] = value;
  }
  if (secondary.length > 0) fields[`propertyId[${rows.length}]`] = 'cmis:secondaryObjectTypeIds';
  for (const [at, id] of secondary.entries()) fields[`propertyValue[${rows.length}][${at}]`] = id;
  return fields;
}

/** The binding writes a moment as milliseconds. */
function valueFor(propertyType: string, value: string): string {
  const time = propertyType === 'datetime' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? value : String(time);
}
