/** A target while somebody edits it: every field is there as text, whatever its kind needs of them. */
import type { Correction, Mapping, TargetKind, TargetSetting, Wrapper } from '../model/target.ts';
import { factNames, isPropertyName, usualCorrection, usualWrapper } from '../model/target.ts';
import type { Invalid } from './policyCheck.ts';

export interface TargetDraft {
  readonly id: string;
  readonly kind: TargetKind;
  readonly name: string;
  readonly url: string;
  readonly folder: string;
  readonly user: string;
  readonly repository: string;
  readonly objectType: string;
  readonly corrections: Correction;
  readonly wrapper: Wrapper;
  /** One a line: `property = fact`, or `property = "the same words"`. */
  readonly properties: string;
  readonly clientId: string;
  readonly source: string;
  readonly documentType: string;
  readonly cases: string;
  readonly tenant: string;
}

const blank = {
  wrapper: usualWrapper,
  corrections: usualCorrection,
  name: '',
  url: '',
  folder: '',
  user: '',
  repository: '',
  objectType: '',
  properties: '',
  clientId: '',
  source: '',
  documentType: '',
  cases: '',
  tenant: '',
} as const;

export function emptyTarget(id: string): TargetDraft {
  return { ...blank, id, kind: 'webdav', folder: 'Sociale media/{jaar}/{account}' };
}

export function targetDraft(setting: TargetSetting): TargetDraft {
  const { properties = [], wrapper = usualWrapper, folder = '' } = setting;
  return { ...blank, ...withoutUndefined(setting), wrapper, folder, properties: properties.map(lineOf).join('\n') };
}

function withoutUndefined({ ...setting }: TargetSetting): Omit<TargetSetting, 'folder' | 'wrapper' | 'properties'> {
  return setting;
}

export function lineOf({ property, fact, value }: Mapping): string {
  return `${property} = ${fact ?? `"${value ?? ''}"`}`;
}

/** Which fields a kind has, besides name and address; the rest of the draft is not kept. */
export const fieldsOf: Readonly<Record<TargetKind, readonly (keyof TargetDraft)[]>> = {
  webdav: ['folder', 'user', 'wrapper', 'properties'],
  cmis: ['folder', 'user', 'repository', 'objectType', 'corrections', 'wrapper', 'properties'],
  'documenten-api': ['clientId', 'source', 'documentType', 'cases', 'wrapper', 'properties'],
  graph: ['folder', 'tenant', 'clientId', 'wrapper', 'properties'],
};
const needed: Readonly<Record<TargetKind, readonly (keyof TargetDraft)[]>> = {
  webdav: [],
  cmis: [],
  'documenten-api': ['clientId', 'documentType'],
  graph: ['tenant', 'clientId'],
};

/** What the draft says, in the shape of the settings; may not satisfy them yet. */
export function plainTarget(draft: TargetDraft): unknown {
  const isSaid = (field: keyof TargetDraft) =>
    draft[field].trim() !== '' && !((field === 'wrapper' || field === 'corrections') && draft[field] === blank[field]);
  const filled = fieldsOf[draft.kind].filter(isSaid);
  const own = filled.map((field): readonly [string, unknown] => [
    field,
    field === 'properties' ? mappingsIn(draft.properties) : draft[field].trim(),
  ]);
  return { kind: draft.kind, id: draft.id, name: draft.name.trim(), url: draft.url.trim(), ...Object.fromEntries(own) };
}

function mappingsIn(text: string): Mapping[] {
  return linesIn(text).flatMap((line) => mappingIn(line) ?? []);
}

function linesIn(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function mappingIn(line: string): Mapping | undefined {
  const [, property, name, value] = /^\s*([^\s=]+)\s*=\s*(?:(\w+)|"([^"]+)")\s*$/.exec(line) ?? [];
  const fact = factNames.find((one) => one === name);
  if (property === undefined) return undefined;
  if (value !== undefined) return { property, value };
  return fact === undefined ? undefined : { property, fact };
}

function isSecure(url: string): boolean {
  return url.trim().startsWith('https://') && URL.canParse(url.trim());
}

function isMapping(kind: TargetKind, line: string): boolean {
  const mapping = mappingIn(line);
  return mapping !== undefined && isPropertyName(kind, mapping.property);
}

export function targetFaults(drafts: readonly TargetDraft[]): Invalid[] {
  return drafts.flatMap((draft, at) => {
    const path = (field: string) => `targets.${at}.${field}`;
    const isAddress = isSecure(draft.url);
    const lacking = (['name', ...needed[draft.kind]] as const).filter((field) => draft[field].trim() === '');
    return [
      ...lacking.map((field): Invalid => ({ path: path(field), code: 'required' })),
      ...(isAddress ? [] : [{ path: path('url'), code: 'https' } as const]),
      ...(draft.kind === 'documenten-api' && draft.cases.trim() !== '' && !isSecure(draft.cases)
        ? [{ path: path('cases'), code: 'https' } as const]
        : []),
      ...(draft.kind === 'documenten-api' && !/^\d{9}$/.test(draft.source.trim())
        ? [{ path: path('source'), code: 'rsin' } as const]
        : []),
      ...(linesIn(draft.properties).some((line) => !isMapping(draft.kind, line))
        ? [{ path: path('properties'), code: 'mapping' } as const]
        : []),
      ...(/[\\:*?"<>|#%]/.test(draft.folder) ? [{ path: path('folder'), code: 'folder' } as const] : []),
    ];
  });
}
