/** The part of the table for when something went wrong, or is to be taken along. */
import * as v from 'valibot';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { PackedFile, StoreLoss } from '../model/recovery.ts';
import { answer, count, hash, id } from './fields.ts';

export const recoveryCalls = {
  /** F11: what the store lost, until somebody has read of it; `null` where nothing was. */
  getLoss: { from: 'page', asks: v.strictObject({}), answers: answer<StoreLoss | null>() },
  /** Makes the package if that was not done yet, for who takes it along; its state stays. The files are read from the store. */
  sealCapture: { from: 'page', asks: v.strictObject({ id }), answers: answer<{ files: PackedFile[] }>() },
  /** "Alles meenemen" was saved: what the log says of it. */
  tookAlong: {
    from: 'page',
    asks: v.strictObject({
      fileName: v.pipe(v.string(), v.regex(/^veiligsteller-meenemen-[0-9-]{13}\.zip$/)),
      packed: count,
      missing: count,
      manifest: hash,
    }),
    answers: answer<null>(),
  },
  acceptLoss: { from: 'page', asks: v.strictObject({}), answers: answer<null>() },
  /** For a helpdesk: versions, counts and codes, nothing else. */
  diagnose: { from: 'page', asks: v.strictObject({}), answers: answer<Diagnosis>() },
} as const;
