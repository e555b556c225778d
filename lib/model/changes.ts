/** R26: what is different between two captures of the same post. */
import type { EarlierPackage } from './evidence.ts';

export interface ChangedItem {
  /** Key in the capture it stands in: the later one, except for what is gone. */
  readonly key: string;
  readonly isThirdParty: boolean;
  /** ISO, where known. */
  readonly posted?: string;
  readonly text?: string;
}

/** R4: a field of the profile that is not what it was; absent where it was, or is, not there. */
export interface ChangedField {
  readonly field: ProfileField | { readonly label: string };
  readonly before?: string;
  readonly after?: string;
}
export const profileFields = ['name', 'description', 'link', 'protected', 'verified', 'avatar', 'banner'] as const;
export type ProfileField = (typeof profileFields)[number];

export interface Changes {
  readonly earlier: EarlierPackage;
  /** Of a profile; absent where the page was not one. */
  readonly profile?: readonly ChangedField[];
  /** Posted after the earlier capture, or that one was complete and did not have it. */
  readonly added: readonly ChangedItem[];
  /** Seen for the first time; whether it is new cannot be told, since the earlier capture was not complete. */
  readonly firstSeen: readonly ChangedItem[];
  readonly edited: readonly (ChangedItem & { readonly before?: string })[];
  /** Only when both captures were complete. */
  readonly removed: readonly ChangedItem[];
  /** Not seen again; whether it is gone cannot be told. */
  readonly notSeenAgain: readonly ChangedItem[];
  readonly unchanged: number;
  /** Both were complete, so that what is not there any more is gone. */
  readonly isCertain: boolean;
}

/** What a correction may change (R27). */
export interface CorrectionWish {
  readonly reason: string;
  readonly scenario?: 'A' | 'B' | 'C' | undefined;
  /** R9: with scenario C. */
  readonly capacity?: string | undefined;
  readonly value?: 'B' | 'V' | 'N' | undefined;
  /** ISO 8601 duration; only with V. */
  readonly retention?: string | undefined;
  /** Code of a hotspot of the settings; `''` takes it away. */
  readonly hotspot?: string | undefined;
}
