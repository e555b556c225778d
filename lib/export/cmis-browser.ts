/** The browser binding: forms and JSON. */
import * as v from 'valibot';
import type { DeliveryProblem } from '../model/delivery.ts';
import type { CmisObject, CmisProperty, CmisSetting, Repository } from './cmis-repository.ts';
import { drop, json, onOurs, parsed, send } from './http.ts';
import type { Door } from './http.ts';
import { TargetProblem, problemOf } from './problem.ts';

const Repositories = v.record(
  v.string(),
  v.object({
    repositoryId: v.string(),
    repositoryUrl: v.pipe(v.string(), v.url()),
    rootFolderUrl: v.pipe(v.string(), v.url()),
    capabilities: v.object({
      capabilityContentStreamUpdatability: v.optional(v.string()),
      capabilityPWCUpdatable: v.optional(v.boolean(), false),
    }),
  }),
);
const Type = v.object({
  versionable: v.optional(v.boolean(), false),
  propertyDefinitions: v.optional(v.record(v.string(), v.object({ propertyType: v.string(), cardinality: v.string() })), {}),
});
const Succinct = v.object({
  succinctProperties: v.object({
    'cmis:objectId': v.string(),
    'cmis:contentStreamLength': v.nullish(v.number()),
    'cmis:changeToken': v.nullish(v.string()),
    'cmis:versionLabel': v.nullish(v.string()),
    'cmis:name': v.nullish(v.string()),
    'cmis:objectTypeId': v.nullish(v.string()),
    'cmis:isVersionSeriesCheckedOut': v.nullish(v.boolean()),
    'cmis:versionSeriesCheckedOutId': v.nullish(v.string()),
  }),
});

type Fields = Readonly<Record<string, string>>;

/** `answer`: to a question for the configured address. */
export async function browserRepository({ repository: wanted }: CmisSetting, door: Door, answer: Response): Promise<Repository> {
  const all = Object.values(parsed(Repositories, await json(answer)));
  const found = wanted === undefined ? all[0] : all.find(({ repositoryId }) => repositoryId === wanted);
  if (!found || (wanted === undefined && all.length > 1)) throw new TargetProblem('place-missing');
  const at = (address: string, path: readonly string[], query: Fields) => {
    const url = onOurs(door, address);
    url.pathname = [url.pathname.replace(/\/+$/, ''), ...path.map(encodeURIComponent)].join('/');
    url.search = new URLSearchParams(query).toString();
    return url;
  };
  const byPath = (path: readonly string[], query: Fields = {}) => at(found.rootFolderUrl, path, query);
  const byId = (id: string, query: Fields = {}) => at(found.rootFolderUrl, [], { objectId: id, ...query });
  const post = (url: URL, fields: Fields, content?: Blob) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ succinct: 'true', ...fields })) form.append(name, value);
    if (content) form.append('content', content, 'inhoud'); // last: some servers read the rest first
    return send(door, url, { method: 'POST', body: form, bytes: content?.size ?? 0 });
  };
  const objectAt = async (url: URL) => {
    const got = await send(door, url);
    if (got.status !== 404) return got.ok ? read(got) : Promise.reject(await refusal(got));
    await drop(got);
    return undefined;
  };
  const done = async (id: string, fields: Fields, content?: Blob) => {
    const got = await post(byId(id), fields, content);
    if (!got.ok) throw await refusal(got);
    return got;
  };
  return {
    id: found.repositoryId,
    appends: found.capabilities.capabilityContentStreamUpdatability,
    setsCopies: found.capabilities.capabilityPWCUpdatable,
    makesWhole: true,
    object: (path) => objectAt(byPath(path, asked)),
    byId: (id, which) => objectAt(byId(id, { ...asked, returnVersion: which })),
    async type(id) {
      const got = await send(door, at(found.repositoryUrl, [], { cmisselector: 'typeDefinition', typeId: id }));
      if (got.status === 404 || got.status === 400) throw new TargetProblem('type-missing', { status: got.status });
      if (!got.ok) throw await refusal(got);
      return parsed(Type, await json(got));
    },
    contentOf: ({ id }) => byId(id, { cmisselector: 'content' }),
    async makeFolder(parent, name) {
      const rows = [ofType('cmis:folder'), named(name)];
      const got = await post(byPath(parent), { cmisaction: 'createFolder', ...fieldsOf(rows) });
      if (got.status !== 201) return refusal(got);
      await drop(got);
      return undefined;
    },
    async create(folder, properties, versioningState, content) {
      const fields = { cmisaction: 'createDocument', ...fieldsOf(properties), versioningState };
      const got = await post(byPath(folder), fields, content);
      if (got.status !== 201) throw await refusal(got);
      return read(got);
    },
    async append(to, content, isLast) {
      return read(await done(to.id, { cmisaction: 'appendContent', isLastChunk: String(isLast), ...tokenOf(to) }, content));
    },
    async fill(one, content) {
      return read(await done(one.id, { cmisaction: 'setContent', overwriteFlag: 'true', ...tokenOf(one) }, content));
    },
    async rename(object, name) {
      // read: a page of something else says 200 too
      await read(await done(object.id, { cmisaction: 'update', ...fieldsOf([named(name)]), ...tokenOf(object) }));
    },
    remove: async ({ id }) => drop(await done(id, { cmisaction: 'delete', allVersions: 'true' })),
    checkOut: async ({ id }) => read(await done(id, { cmisaction: 'checkOut' })),
    cancelCheckOut: async ({ id }) => drop(await done(id, { cmisaction: 'cancelCheckOut' })),
    async checkIn({ id }, properties, checkinComment) {
      return read(await done(id, { cmisaction: 'checkIn', major: 'true', checkinComment, ...fieldsOf(properties) }));
    },
  };
}

const asked: Fields = { cmisselector: 'object', succinct: 'true' };
const tokenOf = ({ changeToken }: CmisObject): Fields => (changeToken === undefined ? {} : { changeToken });
const named = (name: string): CmisProperty => ({ property: 'cmis:name', propertyType: 'string', isMany: false, values: [name] });
const ofType = (type: string): CmisProperty => ({
  property: 'cmis:objectTypeId',
  propertyType: 'id',
  isMany: false,
  values: [type],
});

function fieldsOf(properties: readonly CmisProperty[]): Fields {
  const fields: Record<string, string> = {};
  for (const [at, { property, propertyType, isMany, values }] of properties.entries()) {
    fields[`propertyId[${at}]`] = property;
    for (const [nth, value] of values.entries())
      fields[isMany ? `propertyValue[${at}][${nth}]` : `propertyValue[${at}]`] = valueFor(propertyType, value);
  }
  return fields;
}

/** This binding writes a moment as milliseconds. */
function valueFor(propertyType: string, value: string): string {
  const time = propertyType === 'datetime' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? value : String(time);
}

async function read(answer: Response): Promise<CmisObject> {
  const { succinctProperties: found } = parsed(Succinct, await json(answer));
  const { 'cmis:contentStreamLength': bytes, 'cmis:changeToken': token, 'cmis:versionLabel': version } = found;
  const { 'cmis:name': name, 'cmis:objectTypeId': type, 'cmis:versionSeriesCheckedOutId': workingCopy } = found;
  return {
    id: found['cmis:objectId'],
    ...(typeof bytes === 'number' && bytes >= 0 && { bytes }),
    ...(typeof token === 'string' && { changeToken: token }),
    ...(typeof version === 'string' && { version }),
    ...(typeof name === 'string' && { name }),
    ...(typeof type === 'string' && { type }),
    isCheckedOut: found['cmis:isVersionSeriesCheckedOut'] === true,
    ...(typeof workingCopy === 'string' && { workingCopy }),
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
async function refusal(answer: Response): Promise<TargetProblem> {
  const problem = problemOf(answer);
  if (answer.status < 400 || answer.status === 401 || answer.status >= 502) return problem;
  const body = v.safeParse(v.object({ exception: v.string() }), await json(answer).catch(() => undefined)); // no reason given: the status tells
  const code = body.success ? byException[body.output.exception] : undefined;
  return code === undefined ? problem : new TargetProblem(code, problem.detail);
}
