/** D15: what an organisation sets once for everybody. Comes from managed storage or from the options page. */
import * as v from 'valibot';
import { EscrowKey } from './escrow.ts';
import { LetterTerms } from './letter.ts';
import { platformIds } from './platform.ts';
import { TargetSetting } from './target.ts';

const text = v.pipe(v.string(), v.trim(), v.maxLength(500));
const handle = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

export const accountTypes = ['corporate', 'hybride', 'persoonlijk'] as const;
export type AccountType = (typeof accountTypes)[number];
export const scenarios = ['A', 'B', 'C'] as const;
export type Scenario = (typeof scenarios)[number];
/** R9: how often somebody walks through an account of which single posts are captured. */
export const roundTerms = ['week', 'maand'] as const;
export type RoundTerm = (typeof roundTerms)[number];

/** R3, R4: one line of the account register. */
export const RegisteredAccount = v.strictObject({
  platform: v.picklist(platformIds),
  /** Without @; on Mastodon `user@server` or `user`. */
  handle,
  type: v.picklist(accountTypes),
  /** Organisation or office holder in whose name the account is run. */
  holder: text,
  /** R4: several people run it. */
  isShared: v.optional(v.boolean()),
  defaultScenario: v.optional(v.picklist(scenarios)),
  /** Code of an entry of the selection list. */
  selectionEntry: v.optional(text),
  /** The Serie in the target system (MDTO isOnderdeelVan). */
  series: v.optional(text),
  /** R9: a round is asked for this often; only of accounts that are hybrid or personal. */
  round: v.optional(v.picklist(roundTerms)),
  /** R10: hashtags or words that propose a post in a round; they never decide. */
  roundWords: v.optional(v.array(text)),
  /** R30: whether the profile shows the disclaimer; absent while nobody looked. */
  disclaimer: v.optional(v.boolean()),
});
export type RegisteredAccount = v.InferOutput<typeof RegisteredAccount>;

/** R15: not ours, but no third party either. */
const PublicBody = v.strictObject({ platform: v.picklist(platformIds), handle, name: text });

/** R21: an entry of the organisation's selection list. */
export const SelectionEntry = v.strictObject({
  code: text,
  process: text,
  appraisal: v.picklist(['B', 'V', 'N']),
  /** ISO 8601 duration, only with V. */
  retention: v.optional(v.pipe(v.string(), v.regex(/^P\d+[YMD]$/))),
  scenarios: v.array(v.picklist(scenarios)),
});
export type SelectionEntry = v.InferOutput<typeof SelectionEntry>;

/** R22: both dates inclusive, yyyy-mm-dd; without an end it still runs. */
export const Hotspot = v.strictObject({
  code: text,
  name: text,
  from: v.pipe(v.string(), v.isoDate()),
  to: v.optional(v.pipe(v.string(), v.isoDate())),
  words: v.array(text),
});
export type Hotspot = v.InferOutput<typeof Hotspot>;

/** Asked over https only: the answer carries its own proof, but whoever sits between could keep it back. */
export const StampAuthoritySetting = v.strictObject({
  name: v.pipe(text, v.minLength(1)),
  url: v.pipe(v.string(), v.trim(), v.maxLength(2_000), v.url(), v.startsWith('https://')),
  roots: v.pipe(v.string(), v.maxLength(50_000), v.includes('-----BEGIN CERTIFICATE-----')),
});
export type StampAuthoritySetting = v.InferOutput<typeof StampAuthoritySetting>;

export const Policy = v.strictObject({
  organisation: v.strictObject({
    name: text,
    /** TOOI URI. */
    tooi: v.optional(text),
    /** A role and its mailbox, never a person. */
    contactRole: text,
    contactEmail: text,
  }),
  accounts: v.array(RegisteredAccount),
  bodies: v.array(PublicBody),
  selectionList: v.strictObject({ name: text, entries: v.array(SelectionEntry) }),
  hotspots: v.array(Hotspot),
  hotspotList: v.optional(text),
  /** R9: the capacities an office holder can act in. */
  capacities: v.array(text),
  /** The role of who captures, for the log and the metadata: never a name (R19). */
  actorRole: text,
  /** D14: who gives time-stamps (RFC 3161), and the root certificates that are believed of them (PEM). Each is asked. */
  stampAuthorities: v.optional(v.array(StampAuthoritySetting)),
  /** T22: fingerprints of keys the organisation no longer trusts. */
  revokedKeys: v.optional(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)))),
  /** R18: in which scenarios third parties are pseudonymised with a way back, and to whose key; in the others there is none. */
  wayBack: v.optional(v.strictObject({ scenarios: v.array(v.picklist(scenarios)), key: EscrowKey })),
  /** R11: the teams and bodies citizens' letters go to. */
  letterTeams: v.optional(v.array(text)),
  /** R11: days to answer a letter in, by kind; a kind that is not set has the term of the Awb. */
  letterTerms: v.optional(LetterTerms),
  /** R11: on a post of a registered account the controls beside the reactions stand there by themselves, once the panel is open. */
  webcareAlways: v.optional(v.boolean()),
  /** D11, D15: where sealed packages go; a package goes to each. Their secrets stand elsewhere (T26). */
  targets: v.optional(v.pipe(v.array(TargetSetting), v.maxLength(10))),
  /** Days after certain delivery before the content goes from this computer; absent: it stays until somebody removes it. */
  graceDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_650))),
  /** R26: a post or profile is asked for again so many days after it was first captured. */
  repeatAfterDays: v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650))), v.maxLength(12))),
  /** R26: captures of which scenarios come back; absent: of all. */
  repeatScenarios: v.optional(v.array(v.picklist(scenarios))),
  budgets: v.strictObject({
    seconds: v.pipe(v.number(), v.minValue(1), v.maxValue(7_200)),
    items: v.pipe(v.number(), v.minValue(1), v.maxValue(200_000)),
    megabytes: v.pipe(v.number(), v.minValue(1), v.maxValue(4_000)),
  }),
});
export type Policy = v.InferOutput<typeof Policy>;
export type PolicyKey = keyof Policy;
/** Parts an administrator can set one by one; what is set cannot be changed at the installation. */
export const policyKeys: readonly PolicyKey[] = v.parse(v.array(v.keyof(Policy)), Object.keys(Policy.entries));

/** Neutral defaults the extension ships (D15): nothing of any organisation. */
export const defaultPolicy: Policy = {
  organisation: { name: '', contactRole: 'Informatiebeheerder', contactEmail: '' },
  accounts: [],
  bodies: [],
  selectionList: {
    name: 'Selectielijst van de organisatie (nog in te stellen)',
    entries: [
      { code: 'voorlichting', process: 'Het geven van publieksvoorlichting', appraisal: 'N', scenarios: ['A', 'C'] },
      { code: 'dialoog', process: 'Het voeren van dialoog tussen overheid en burgers', appraisal: 'N', scenarios: ['B', 'C'] },
    ],
  },
  hotspots: [],
  capacities: ['Als bewindspersoon', 'Als ambtenaar', 'Namens de organisatie'],
  actorRole: 'Medewerker',
  budgets: { seconds: 900, items: 20_000, megabytes: 200 },
};
