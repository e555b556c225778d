/** What a person decides about places the machine was not sure of, or marks besides (R9, T31). */
import * as v from 'valibot';

/** Why something that looked like a person may stay. */
export const stayReasons = ['geen-persoon', 'publieke-functie', 'eigen-organisatie', 'anders'] as const;
export type StayReason = (typeof stayReasons)[number];

/** Of somebody else in an own picture: a flat field, as parts of the picture's width and height. */
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const PictureRegion = v.strictObject({ left: share, top: share, width: share, height: share });
export type PictureRegion = v.InferOutput<typeof PictureRegion>;

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const place = { where: v.pipe(v.string(), v.maxLength(200)), start: offset, end: offset };

/** Offsets into the stored text of the item or profile `where`. */
export const ReviewDecision = v.variant('act', [
  v.strictObject({ act: v.literal('redact'), ...place }),
  v.strictObject({ act: v.literal('keep'), ...place, reason: v.picklist(stayReasons) }),
]);
export type ReviewDecision = v.InferOutput<typeof ReviewDecision>;
