import type { Told } from '../model/failure.ts';
import { megabytesAtLeast, megabytesAtMost } from './format.ts';
import { hasWordFor, t, wordFor } from './words.ts';

/** What to do about a failure, as sentences; of a lack of room first how much is needed (F10). */
export function remedies({ code, detail = {} }: Told): string[] {
  const { neededBytes: needed, leftBytes: left } = detail;
  return [
    ...(typeof needed === 'number' ? [roomNeeded(needed, left)] : []),
    ...(hasWordFor('failure_do', code) ? [wordFor('failure_do', code)] : []),
  ];
}

function roomNeeded(needed: number, left: unknown): string {
  if (typeof left !== 'number') return t('room_needed', { needed: megabytesAtLeast(needed) });
  return t('room_needed_of', { needed: megabytesAtLeast(needed), left: megabytesAtMost(left) });
}
