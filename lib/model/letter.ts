/** R11: a citizen's letter found among reactions, and what the ordinary dossier keeps in its place. */
import * as v from 'valibot';

export const letterKinds = ['aanvraag', 'bezwaar', 'klacht', 'overig'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Days to answer in, from receipt; by kind. */
const days = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)));
export const LetterTerms = v.strictObject({ aanvraag: days, bezwaar: days, klacht: days, overig: days });
export type LetterTerms = Readonly<v.InferOutput<typeof LetterTerms>>;

/** What the Awb gives (4:13, 7:10, 9:11), where the organisation sets no term of its own; for other letters it names none. */
export const lawfulTerms: LetterTerms = { aanvraag: 56, bezwaar: 42, klacht: 42 };

/** As the case system writes it; nothing in it that could be a sentence. */
const caseNumber = v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9](?:[A-Za-z0-9 ./_-]{0,58}[A-Za-z0-9])?$/));

export const LetterFacts = v.strictObject({
  kind: v.picklist(letterKinds),
  /** Who must answer it: a team or a body, never a person. */
  team: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(200)),
  /** Absent while the case system has not given one. */
  caseNumber: v.optional(caseNumber),
  /** yyyy-mm-dd: the day by which the law asks for an answer. */
  answerBy: v.optional(v.pipe(v.string(), v.isoDate())),
});
export type LetterFacts = v.InferOutput<typeof LetterFacts>;

/** Glossary: the dossier keeps the case number, not the text; and nobody's pseudonym, so that it leads to nothing else of the writer. */
export const LetterReference = v.strictObject({ caseNumber: v.optional(caseNumber) });
export type LetterReference = v.InferOutput<typeof LetterReference>;

/** Letters are numbered apart and by chance, so that their number tells nothing of the dossiers made around them (G3). */
export const isLetterId = (id: string): boolean => id.startsWith('BB-');
