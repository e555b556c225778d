/**
 * A capture after stripping: what the store keeps and the bundle is made of. Nothing in here may identify a third party:
 * no id, address, handle, name or picture of one, in no encoding.
 */
import type { DisclaimerSeen } from './disclaimer.ts';
import type { CountName, DraftMedia, Gap, Observations, ParentMethod } from './draft.ts';
import type { EarlierPackage } from './evidence.ts';
import type { FragmentNode, FragmentStyle } from './fragment.ts';
import type { LetterFacts, LetterReference } from './letter.ts';
import type { PlatformId } from './platform.ts';
import type { AccountType, Hotspot, Policy, RegisteredAccount, Scenario, SelectionEntry } from './policy.ts';
import type { PointedItem } from './pointed.ts';
import type { ItemTimes } from './time.ts';

/** `VS-jjjjmmdd-nnnn`; of a citizen's letter `BB-jjjjmmdd-xxxxxx`. */
export type CaptureId = string;

/** Somebody in the capture. Only who stays has a name (D6): our own, public bodies, and in a letter its writer; `derde` is a label and nothing else. */
export type CapturedPerson =
  | {
      readonly key: string;
      /** `schrijver`: of the one letter this capture is about (R11); in no other capture. */
      readonly role: 'eigen' | 'overheid' | 'schrijver';
      readonly name: string;
      readonly handle: string;
      readonly url?: string;
      /** Own accounts and listed bodies: the picture that stood beside what they posted. */
      readonly portrait?: MediaRecord;
    }
  /** `label`: "Reageerder 3" (D5). Its key is that label in file-name form: `reageerder-3`. */
  | { readonly key: string; readonly role: 'derde'; readonly label: string };

export type MediaRecord =
  | {
      readonly state: 'kept';
      readonly kind: DraftMedia['kind'];
      /** Own account's address it was fetched from. */
      readonly url: string;
      readonly mime: string;
      /** Of the stored bytes. */
      readonly sha256: string;
      readonly bytes: number;
      /** Of the bytes as received, where metadata was removed from them before storing. */
      readonly receivedSha256?: string;
      readonly removedMetadata?: readonly string[];
      /** Flat fields that a person put over somebody; these bytes are then a copy without what was there. */
      readonly redactedRegions?: number;
      readonly alt?: string;
      readonly width?: number;
      readonly height?: number;
    }
  | {
      readonly state: 'missing';
      readonly kind: DraftMedia['kind'];
      readonly url?: string;
      readonly reason: MediaMissingReason;
      readonly status?: number;
      readonly alt?: string;
    }
  /** A third party's: never fetched, drawn as a box with its kind and redacted description (D7). */
  | {
      readonly state: 'placeholder';
      readonly kind: DraftMedia['kind'];
      readonly alt?: string;
      readonly width?: number;
      readonly height?: number;
    }
  /** Cards, polls and subtitles: text only. */
  | { readonly state: 'text'; readonly kind: 'card' | 'poll' | 'captions'; readonly text: string; readonly link?: string };

export type MediaMissingReason =
  | 'no-permission'
  | 'host-not-allowed'
  | 'gone'
  | 'forbidden'
  | 'network'
  | 'wrong-type'
  | 'too-large'
  | 'no-address'
  | 'names-somebody'
  | 'stream-only'
  | 'metadata-not-readable';

/** `verwijzing`: a letter stood here and has gone to its own process (R11). */
export type ItemKind =
  | 'bericht'
  | 'herpublicatie'
  | 'citaatbericht'
  | 'antwoord-overheid'
  | 'reactie'
  | 'burgerbrief'
  | 'verwijzing';

export interface CapturedQuote {
  readonly author?: string;
  readonly isThirdParty: boolean;
  readonly text?: string;
  readonly times: ItemTimes;
  readonly media: readonly MediaRecord[];
  /** Own items only. */
  readonly url?: string;
}

/** A post or reaction. */
export interface CapturedItem {
  /** Name in the package: own items `bericht-<platform id>`, third parties' `reactie-0007`. Unique in the capture. */
  readonly key: string;
  readonly kind: ItemKind;
  /** Own accounts' and public bodies' items only. */
  readonly platformId?: string;
  readonly url?: string;
  /** Key of a CapturedPerson; absent when the page did not tell. */
  readonly author?: string;
  readonly repostedBy?: string;
  readonly parent?: { readonly key: string; readonly method: ParentMethod };
  readonly times: ItemTimes;
  readonly text?: string;
  readonly lang?: string;
  readonly isTruncated?: true;
  readonly isPinned?: true;
  readonly contentWarning?: string;
  readonly media: readonly MediaRecord[];
  readonly counts: Readonly<Partial<Record<CountName, string>>>;
  readonly hashtags: readonly string[];
  readonly links: readonly string[];
  readonly quote?: CapturedQuote;
  readonly fragment?: FragmentNode;
  /** Of kind `verwijzing` only; such an item has no author, text or time. */
  readonly reference?: LetterReference;
  /** D14: salted; the salt is in the escrow alone. Only where the organisation keeps a way back (R18). */
  readonly commitment?: string;
}

export interface CapturedProfile {
  /** `profiel-<handle>`. */
  readonly key: string;
  readonly account: string;
  readonly description?: string;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly links: readonly string[];
  readonly followers?: string;
  readonly following?: string;
  readonly postCount?: string;
  readonly isProtected?: boolean;
  readonly isVerified?: boolean;
  readonly avatar?: MediaRecord;
  readonly banner?: MediaRecord;
  readonly fragment?: FragmentNode;
}

/** R20: what was removed, of which kind, where, by which rule; never what it was, nor its length. */
export interface LedgerLine {
  readonly kind: RedactionKind;
  /** Key of an item or profile, or `*` for the capture as a whole. */
  readonly where: string;
  readonly field: 'author' | 'text' | 'link' | 'media' | 'label' | 'id' | 'time' | 'fragment' | 'profile' | 'quote';
  /** Rule id, e.g. `structuur.auteur`, `patroon.bsn`. */
  readonly rule: string;
  readonly count: number;
}
export const redactionKinds = [
  'naam',
  'accountnaam',
  'platform-id',
  'koppeling',
  'profielbeeld',
  'media',
  'vermelding',
  'e-mail',
  'telefoon',
  'bsn',
  'iban',
  'postcode-huisnummer',
  'kenteken',
  'geboortedatum',
  'documentnummer',
  'zaaknummer',
  'profielverwijzing',
  'reactie-buiten-scenario',
  'medewerker',
  'persoon-in-tekst',
  'burgerbrief',
  'beeldvlak',
] as const;
export type RedactionKind = (typeof redactionKinds)[number];

/** Text the machine was not sure of: shown to a person before sealing. Holds a position, not a value. */
export interface ReviewPoint {
  readonly where: string;
  readonly rule: string;
  /** Offsets into the stored (already redacted) text. */
  readonly start: number;
  readonly end: number;
}

export type CompletenessState = 'OK' | 'TEKORT' | 'ONVOLLEDIG';
/** D16: the verdict with its reasons; `code` finds the sentence, in the words and in the package. */
export interface Completeness {
  readonly state: CompletenessState;
  readonly reasons: readonly { readonly code: CompletenessReason; readonly detail: Readonly<Record<string, string | number>> }[];
  readonly displayed?: number;
  readonly captured: number;
  /** R23: goal, minimum and reached, in plain Dutch. */
  readonly goal: string;
  readonly minimum: string;
  readonly reached: string;
}
export type CompletenessReason =
  | 'fewer-than-displayed'
  | 'controls-left'
  | 'stopped'
  | 'navigated'
  | 'budget-time'
  | 'budget-items'
  | 'budget-bytes'
  | 'not-logged-in'
  | 'truncated-text'
  | 'unavailable-items'
  | 'unreadable-items'
  | `gap-${Gap['kind']}`
  | 'media-missing'
  | 'count-unknown'
  | 'generic-reader'
  | 'end-not-reached'
  | 'text-not-found'
  | 'author-unknown'
  | 'nothing-to-compare'
  | 'reader-note'
  | 'letter-without-post'
  | 'letter-chain-broken'
  | 'question-unanswered'
  | 'pointed-not-found';

/** Which scenario, why, and who decided (R3–R9). */
export interface ScenarioChoice {
  readonly scenario: Scenario;
  readonly proposed: Scenario;
  readonly accountType: AccountType;
  /** Codes of the reasons for the proposal, e.g. `R5-replies-possible`. */
  readonly because: readonly string[];
  readonly decidedBy: 'voorstel' | 'medewerker';
  /** When the user chose otherwise. */
  readonly reason?: string;
  /** R9: in which capacity the post was made; scenario C only. */
  readonly capacity?: string;
  /** R9: why this post is government information; scenario C only. */
  readonly selectionReason?: string;
}

/** R21, R22. */
export interface Appraisal {
  readonly value: 'B' | 'V' | 'N';
  readonly retention?: string;
  readonly entry?: SelectionEntry;
  readonly hotspot?: Hotspot;
}

/** `delivered`: written as a file. `secured`: every target has the same bytes, read back or by its own checksum (D11). */
export const captureStates = ['drafted', 'stripped', 'reviewed', 'sealed', 'delivered', 'secured', 'cleared'] as const;
export type CaptureState = (typeof captureStates)[number];

export interface Capture {
  readonly schema: 1;
  readonly id: CaptureId;
  readonly platform: PlatformId;
  readonly pageKind: 'post' | 'profile' | 'other';
  /** Address of the safeguarded page; of own accounts only, without query or fragment. */
  readonly url: string;
  readonly host: string;
  readonly language?: string;
  readonly adapter: { readonly name: string; readonly version: string; readonly layout: string };
  readonly replies: { readonly possible: 'yes' | 'no' | 'unknown'; readonly evidence: string };
  readonly account: RegisteredAccount;
  /** Key of the account's CapturedPerson. */
  readonly accountKey: string;
  readonly organisation: Policy['organisation'];
  readonly selectionListName: string;
  readonly hotspotListName?: string;
  readonly actorRole: string;
  readonly choice: ScenarioChoice;
  readonly appraisal: Appraisal;
  /** R11: this capture is one citizen's letter with what it answers; `item` is its key among the reactions. */
  readonly letter?: LetterFacts & { readonly item: string };
  /** R9, R12: reactions a person pointed at on the page, with our answers; in A and C they alone are kept. */
  readonly pointed?: readonly PointedItem[];
  readonly people: readonly CapturedPerson[];
  readonly profile?: CapturedProfile;
  /** R30: of a captured profile. */
  readonly disclaimer?: DisclaimerSeen;
  readonly posts: readonly CapturedItem[];
  readonly reactions: readonly CapturedItem[];
  readonly styles: readonly FragmentStyle[];
  readonly completeness: Completeness;
  readonly observations: Observations;
  readonly ledger: readonly LedgerLine[];
  readonly review: readonly ReviewPoint[];
  /** How many different third parties were given a pseudonym. */
  readonly thirdParties: number;
  readonly clock: { readonly started: string; readonly ended: string; readonly pageDate?: string; readonly stripped: string };
  readonly took: { readonly unfoldMs: number; readonly readMs: number; readonly stripMs: number };
  /** R18: whether there is a way back, and which key opens it. */
  readonly wayBack?: { readonly keyId: string; readonly entries: number };
  /** R26: the capture of the same post before this one. */
  readonly earlier?: EarlierPackage;
  /** R27: the package this one takes the place of, and why. */
  readonly replaces?: EarlierPackage & {
    readonly act: 'herclassificatie' | 'heruitgifte';
    readonly reason: string;
    readonly at: string;
  };
  readonly gate: { readonly passed: true; readonly identities: number; readonly forms: number };
  readonly software: string;
}
