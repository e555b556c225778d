/** R11: a citizen's letter found among reactions, and what the ordinary dossier keeps in its place. */
import * as v from 'valibot';

export const letterKinds = ['aanvraag', 'bezwaar', 'klacht', 'overig'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Days the Awb gives for an answer (4:13, 7:10, 9:11), from receipt; for other letters it names none. */
export const answerDays: Readonly<Partial<Record<LetterKind, number>>> = { aanvraag: 56, bezwaar: 42, klacht: 42 };

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

const words = v.pipe(v.string(), v.maxLength(200));

/** What the controls on the page say: in the user's language, by `{number}` and `{total}`, and nothing of anybody. */
export const WebcareWords = v.strictObject({ name: words, count: words, help: words, pick: words, label: words, stop: words });
export type WebcareWords = v.InferOutput<typeof WebcareWords>;
