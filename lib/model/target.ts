/** D15: where sealed packages go, and what is told there. All of it is data of the organisation; a secret never stands here (T26). */
import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.maxLength(500));
const name = v.pipe(text, v.minLength(1));
/** Only over https: a login and a package pass here. */
const address = v.pipe(v.string(), v.trim(), v.maxLength(2_000), v.url(), v.startsWith('https://'));

/** What can be told of a package, to fill folders and properties with. Nothing of a third party is among it (R16). */
export const factNames = [
  'identificatie',
  'naam',
  'omschrijving',
  'organisatie',
  'platform',
  'account',
  'adres',
  'scenario',
  'soort',
  'waardering',
  'bewaartermijn',
  'selectielijst',
  'volledigheid',
  'vastgelegd',
  'jaar',
  'maand',
  'zaaknummer',
  'sha256',
] as const;
export type FactName = (typeof factNames)[number];
/** A fact that is not known of this package is absent. */
export type Facts = Readonly<Partial<Record<FactName, string>>>;

/** D12: `archiefpakket` is the bag itself; `mdto-sip` its payload only; `losse-bestanden` the same files without folders. */
export const wrappers = ['archiefpakket', 'mdto-sip', 'losse-bestanden'] as const;
export type Wrapper = (typeof wrappers)[number];
export const usualWrapper: Wrapper = 'archiefpakket';

/** R27: what becomes of a corrected package where the receiver has the earlier one and keeps versions. */
export const corrections = ['nieuwe-versie', 'nieuw-document'] as const;
export type Correction = (typeof corrections)[number];
export const usualCorrection: Correction = 'nieuwe-versie';

/** A property there is filled with a fact of the package, or with the same words for every package. */
const Mapping = v.pipe(
  v.strictObject({ property: name, fact: v.optional(v.picklist(factNames)), value: v.optional(name) }),
  v.check(({ fact, value }) => (fact === undefined) !== (value === undefined)),
);
export type Mapping = v.InferOutput<typeof Mapping>;

const common = {
  /** Chosen once: deliveries and typed secrets are known by it. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  name,
  url: address,
  /** Folders, `/` between them, facts in braces: `Sociale media/{jaar}/{platform}`. */
  folder: v.optional(v.pipe(text, v.regex(/^[^\\:*?"<>|#%]*$/))),
  /** Absent: `archiefpakket`. */
  wrapper: v.optional(v.picklist(wrappers)),
  /** What is told of a package there, beside what a kind tells of itself (`usualProperties`). */
  properties: v.optional(v.pipe(v.array(Mapping), v.maxLength(40))),
};
/** Without a user the secret is a bearer token. */
const user = v.optional(name);

export const TargetSetting = v.variant('kind', [
  v.strictObject({ kind: v.literal('webdav'), ...common, user }),
  v.strictObject({
    kind: v.literal('cmis'),
    ...common,
    user,
    repository: v.optional(name),
    objectType: v.optional(name),
    /** Absent: `nieuwe-versie`. */
    corrections: v.optional(v.picklist(corrections)),
  }),
  v.strictObject({
    kind: v.literal('documenten-api'),
    ...common,
    clientId: name,
    /** RSIN of the organisation that made the document. */
    source: v.pipe(v.string(), v.trim(), v.regex(/^\d{9}$/)),
    documentType: v.pipe(v.string(), v.trim(), v.url(), v.maxLength(200)),
    /** Of the Zaken API, where a citizen's letter is to be linked to its case (R11); the same client speaks to it. */
    cases: v.optional(address),
  }),
  v.strictObject({ kind: v.literal('graph'), ...common, tenant: name, clientId: name }),
]);
export type TargetSetting = v.InferOutput<typeof TargetSetting>;
export type TargetKind = TargetSetting['kind'];
export const targetKinds = ['webdav', 'cmis', 'documenten-api', 'graph'] as const satisfies readonly TargetKind[];

/** What a kind of receiver is told when the organisation says nothing else of that property; the Documenten API demands the first three. */
export const usualProperties: Readonly<Record<TargetKind, readonly Mapping[]>> = {
  webdav: [],
  cmis: [],
  'documenten-api': [
    { property: 'titel', fact: 'naam' },
    { property: 'auteur', fact: 'organisatie' },
    { property: 'creatiedatum', fact: 'vastgelegd' },
    { property: 'beschrijving', fact: 'omschrijving' },
  ],
  graph: [],
};

/** Of an `enkelvoudiginformatieobject`, what may be set beside what a delivery itself needs. */
const documentProperties: readonly string[] = [
  'titel',
  'auteur',
  'creatiedatum',
  'beschrijving',
  'ontvangstdatum',
  'verzenddatum',
  'vertrouwelijkheidaanduiding',
  'trefwoorden',
  'verschijningsvorm',
  'status',
  'link',
];

/** Whether a receiver of this kind can have a property of this name at all; which it knows, it says itself. */
export function isPropertyName(kind: TargetKind, property: string): boolean {
  if (kind === 'documenten-api') return documentProperties.includes(property);
  if (kind === 'webdav') return /^(?:\{[^{}<>"\s]+\})?[A-Za-z_][\w.-]*$/.test(property);
  return true;
}
