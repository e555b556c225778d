/** R18: what the organisation's officer needs to go back from a label to a person, sealed before it is stored. */
import type { Capture, CapturedItem } from '../model/capture.ts';
import type { DraftItem } from '../model/draft.ts';
import type { EscrowFile, EscrowKey } from '../model/escrow.ts';
import { commitment, freshSalt, sealEscrow } from './escrow.ts';
import type { HiddenPerson } from './strip.ts';

/** The capture with its commitments, and the sealed file that is kept apart from it. */
export async function withWayBack(
  capture: Capture,
  hidden: readonly HiddenPerson[],
  key: EscrowKey,
  now: string,
): Promise<{ readonly capture: Capture; readonly file: EscrowFile }> {
  const commitments = new Map<string, string>();
  const people = await Promise.all(
    hidden.map(async ({ label, person, items }) => {
      const reactions = items.map((one) => ({ key: one.key, salt: freshSalt() }));
      for (const [index, { key: itemKey, salt }] of reactions.entries()) {
        const item = items[index]?.item;
        if (item) commitments.set(itemKey, await commitment(salt, committed(item, person.handles[0] ?? '')));
      }
      const { names, handles, ids, urls } = person;
      return { label, names: [...names], handles: [...handles], ids: [...ids], urls: [...urls], reactions };
    }),
  );
  const file = await sealEscrow({ dossier: capture.id, key, now, people });
  return {
    capture: {
      ...capture,
      posts: capture.posts.map((item) => withCommitment(item, commitments)),
      reactions: capture.reactions.map((item) => withCommitment(item, commitments)),
      wayBack: { keyId: key.kid, entries: file.entries.length },
    },
    file,
  };
}

function committed({ id, text = '' }: DraftItem, handle: string) {
  return { id, handle, text };
}

function withCommitment(item: CapturedItem, commitments: ReadonlyMap<string, string>): CapturedItem {
  const found = commitments.get(item.key);
  return found === undefined ? item : { ...item, commitment: found };
}
