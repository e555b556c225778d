/** How a text from `public/_locales` is found and filled in: of a screen, and of the worker, which has no screen and no signals. */
import type nl from '../../public/_locales/nl/messages.json';

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

export type WordKey = keyof typeof nl;
/** Keys that exist as `…_one` and `…_other`. */
export type PluralKey = WordKey extends infer K ? (K extends `${infer Base}_one` ? Base : never) : never;
export type Values = Readonly<Record<string, string | number | boolean>>;
export type Messages = Readonly<Record<string, { readonly message: string }>>;

/** Families of words that are found by a code from the model: `failure_…`, `reason_…`. */
export const wordGroups = [
  'failure',
  'failure_do',
  'reason',
  'note',
  'because',
  'keeps',
  'removes',
  'notice',
  'redaction',
  'step',
  'hint',
  'stay',
  'text_part',
  'doubt',
  'state',
  'completeness',
  'account_type',
  'account_type_explained',
  'scenario_title',
  'scenario_explained',
  'page_kind',
  'media_state',
  'media_kind',
  'media_missing',
  'field',
  'changed_field',
  'actie',
  'resultaat',
  'role',
  'letter_kind',
  'appraisal',
  'invalid',
  'flow',
  'flow_step',
  'key_owner',
  'stamp_problem',
  'delivery_state',
  'delivery_problem',
  'delivery_phase',
  'delivery_found',
  'certainty',
  'target_kind',
  'target_field',
  'target_hint',
  'wrapper',
  'corrections',
  'receipt_metadata',
  'receipt_case',
  'secret_label',
  'round_term',
  'round_every',
  'run_pause',
  'run_step',
  'work',
  'bulk',
  'bulk_done',
  'shortfall',
  'improve',
  'import_wrong',
  'diagnosis',
  'diagnosis_part',
  'disclaimer_place',
  'practice_story',
  'practice_do',
  'practice_good',
  'practice_not_yet',
  'loss',
  'loss_explained',
] as const;
export type WordGroup = (typeof wordGroups)[number];

/** What is spoken now. */
export interface Spoken {
  readonly language: Language;
  readonly messages: Messages;
}

export interface Phrases {
  readonly t: (key: WordKey, values?: Values) => string;
  /** The form that fits the number, with `{count}` filled in. */
  readonly plural: (key: PluralKey, count: number, values?: Values) => string;
  /** Words for a code of the model. A code nobody gave words to is shown as it is: better odd than silent. */
  readonly wordFor: (group: WordGroup, code: string, values?: Values) => string;
  readonly hasWordFor: (group: WordGroup, code: string) => boolean;
}

export function phrases(spoken: () => Spoken): Phrases {
  const messageOf = (key: string): string | undefined => {
    const { messages } = spoken();
    return Object.hasOwn(messages, key) ? messages[key]?.message : undefined;
  };
  const form = (count: number): 'one' | 'other' => (rulesOf(spoken().language).select(count) === 'one' ? 'one' : 'other');
  const fill = (message: string, values: Values): string => filled(message, values, spoken().language);
  const t: Phrases['t'] = (key, values = {}) => fill(messageOf(key) ?? key, values);
  return {
    t,
    plural: (key, count, values = {}) => fill(messageOf(`${key}_${form(count)}`) ?? key, { ...values, count }),
    wordFor: (group, code, values = {}) => {
      const key = wordKey(group, code);
      const byCount = typeof values.count === 'number' ? messageOf(`${key}_${form(values.count)}`) : undefined;
      const message = byCount ?? messageOf(key);
      return message === undefined ? t('unknown_code', { code }) : fill(message, values);
    },
    hasWordFor: (group, code) => messageOf(wordKey(group, code)) !== undefined,
  };
}

/** Message names may only hold letters, digits and `_`. */
export function wordKey(group: WordGroup, code: string): string {
  return `${group}_${code.replace(/[^A-Za-z0-9]/g, '_')}`;
}

/** Made once, when first needed: making one costs a thousand times what using it does, and the worker mostly needs none. */
const rules = new Map<Language, Intl.PluralRules>();
const numbers = new Map<Language, Intl.NumberFormat>();

function rulesOf(spokenNow: Language): Intl.PluralRules {
  const made = rules.get(spokenNow) ?? new Intl.PluralRules(spokenNow);
  rules.set(spokenNow, made);
  return made;
}

function numbersOf(spokenNow: Language): Intl.NumberFormat {
  const made = numbers.get(spokenNow) ?? new Intl.NumberFormat(spokenNow);
  numbers.set(spokenNow, made);
  return made;
}

function filled(message: string, values: Values, language: Language): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbersOf(language).format(value) : String(value);
  });
}
