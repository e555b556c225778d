/** What `npm run bench` measured: written as JSON, and the one source of the page with charts and of docs/benchmarks.md. */
import * as v from 'valibot';

const number = v.pipe(v.number(), v.finite());

const Figure = v.strictObject({
  /** Who was measured: `Veiligsteller`, `SingleFile`, `sha256sum`… */
  of: v.string(),
  median: number,
  low: number,
  high: number,
  rounds: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type Figure = v.InferOutput<typeof Figure>;

const units = ['ms', 's', 'MB', 'kB', 'MB/s', 'aantal', 'macht'] as const;
export type Unit = (typeof units)[number];

const Goal = v.strictObject({
  /** In words, with what it is compared. */
  words: v.string(),
  value: number,
  /** `most`: the value may not be above the limit; `least`: not below it. */
  limit: number,
  is: v.picklist(['most', 'least']),
  isMet: v.boolean(),
});

const Row = v.strictObject({
  what: v.string(),
  unit: v.picklist(units),
  ours: Figure,
  peers: v.array(Figure),
  goals: v.array(Goal),
  note: v.optional(v.string()),
});
export type Row = v.InferOutput<typeof Row>;

const Part = v.strictObject({
  name: v.string(),
  title: v.string(),
  /** What exactly was done, for who repeats it. */
  how: v.string(),
  rows: v.array(Row),
  /** Subjects can be measured on different days; `load`: of the machine, when this one began. */
  measured: v.optional(v.strictObject({ at: v.pipe(v.string(), v.isoTimestamp()), load: number })),
  /** In a sentence why there are no rows. */
  missing: v.optional(v.string()),
});
export type Part = v.InferOutput<typeof Part>;

export const Report = v.strictObject({
  made: v.pipe(v.string(), v.isoTimestamp()),
  machine: v.strictObject({
    processor: v.string(),
    cores: v.pipe(v.number(), v.integer()),
    /** Load of the last minute when it began: others worked on the machine as well. */
    load: number,
    browser: v.string(),
    node: v.string(),
  }),
  parts: v.array(Part),
});
export type Report = v.InferOutput<typeof Report>;
