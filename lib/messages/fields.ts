/** What questions are made of. */
import * as v from 'valibot';

export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}$/));
export const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The type of an answer without a value at run time. */
export const answer = <T>(): { readonly type?: T } => ({});
