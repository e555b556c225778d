/** What a delivery asks of a CMIS repository, whichever binding it speaks (CMIS 1.1 §3 AtomPub, §5 browser). */
import type { Facts, TargetSetting } from '../model/target.ts';
import { atomRepository } from './cmis-atom.ts';
import { browserRepository } from './cmis-browser.ts';
import { send } from './http.ts';
import type { Door } from './http.ts';
import { mappingsOf, toldTo } from './mapping.ts';
import { TargetProblem, problemOf } from './problem.ts';

export type CmisSetting = Extract<TargetSetting, { kind: 'cmis' }>;

export interface CmisObject {
  readonly id: string;
  readonly bytes?: number;
  readonly changeToken?: string;
  readonly version?: string;
  readonly name?: string;
  readonly type?: string;
  readonly isCheckedOut?: boolean;
  /** Of the working copy, where one is out and this login may see it. */
  readonly workingCopy?: string;
  /** Where its content is read, where the binding tells. */
  readonly content?: URL;
  readonly self?: URL;
  readonly children?: URL;
}

export interface CmisType {
  readonly versionable: boolean;
  readonly propertyDefinitions: Readonly<Record<string, { readonly propertyType: string; readonly cardinality: string }>>;
}

/** A property with its value, and what it is there. */
export interface CmisProperty {
  readonly property: string;
  readonly propertyType: string;
  readonly isMany: boolean;
  readonly values: readonly string[];
}

/** In the words of the specification (§2.1.13). */
export type FirstVersion = 'none' | 'minor' | 'major';

export interface Repository {
  readonly id: string;
  /** Where content may be appended to, in its own words: `anytime`, or `pwconly`, in working copies. */
  readonly appends: string | undefined;
  /** Content of a working copy can be set. */
  readonly setsCopies: boolean;
  /** A first version can be made with its content in one request. */
  readonly makesWhole: boolean;
  /** Answers undefined where there is none. `latest`: of the versions it is one of. */
  byId(id: string, which: 'this' | 'latest'): Promise<CmisObject | undefined>;
  object(path: readonly string[]): Promise<CmisObject | undefined>;
  /** Throws `type-missing` where there is none. */
  type(id: string): Promise<CmisType>;
  contentOf(object: CmisObject): URL;
  /** Answers why not, where it was refused: another may have made it meanwhile. */
  makeFolder(parent: readonly string[], name: string): Promise<TargetProblem | undefined>;
  /** `minor`: a version that is not one yet. Without content it is empty. */
  create(
    folder: readonly string[],
    properties: readonly CmisProperty[],
    version: FirstVersion,
    content?: Blob,
  ): Promise<CmisObject>;
  /** Instead of what stands there. */
  fill(one: CmisObject, content: Blob): Promise<CmisObject>;
  append(to: CmisObject, content: Blob, isLast: boolean): Promise<CmisObject>;
  rename(object: CmisObject, name: string): Promise<void>;
  remove(object: CmisObject): Promise<void>;
  /** Answers the working copy. */
  checkOut(object: CmisObject): Promise<CmisObject>;
  cancelCheckOut(copy: CmisObject): Promise<void>;
  /** Answers the version it became, a whole one. */
  checkIn(copy: CmisObject, properties: readonly CmisProperty[], comment: string): Promise<CmisObject>;
}

/** By its first answer: JSON is the browser binding, a service document is AtomPub. */
export async function openRepository(setting: CmisSetting, door: Door): Promise<Repository> {
  const answer = await send(door, door.base, { headers: { accept: 'application/json, application/atomsvc+xml;q=0.9' } });
  if (!answer.ok) throw problemOf(answer, { 405: 'place-missing' });
  const isAtom = /atomsvc\+xml/.test(answer.headers.get('content-type') ?? '');
  return isAtom ? atomRepository(setting, door, answer) : browserRepository(setting, door, answer);
}

/** The type first, then the secondary ones: `cmis:document, P:mdto:informatieobject`. */
export function typeNames({ objectType = 'cmis:document' }: CmisSetting): string[] {
  return objectType.split(',').map((name) => name.trim());
}

/** The organisation's own mapping; a property nobody knows there is told (`type-missing`). */
export async function propertiesFor(
  setting: CmisSetting,
  repository: Repository,
  facts: Facts,
  name = '',
): Promise<CmisProperty[]> {
  const [type = 'cmis:document', ...secondary] = typeNames(setting);
  const types = await Promise.all([type, ...secondary].map((id) => repository.type(id)));
  const definitions: CmisType['propertyDefinitions'] = Object.assign({}, ...types.map((one) => one.propertyDefinitions));
  if (mappingsOf(setting).some(({ property }) => !definitions[property])) throw new TargetProblem('type-missing');
  const mapped = toldTo(setting, facts).map(({ property, value }) => ({
    property,
    propertyType: definitions[property]?.propertyType ?? 'string',
    isMany: definitions[property]?.cardinality === 'multi',
    values: [value],
  }));
  return [
    { property: 'cmis:objectTypeId', propertyType: 'id', isMany: false, values: [type] },
    { property: 'cmis:name', propertyType: 'string', isMany: false, values: [name] },
    ...mapped,
    ...(secondary.length > 0
      ? [{ property: 'cmis:secondaryObjectTypeIds', propertyType: 'id', isMany: true, values: secondary }]
      : []),
  ];
}
