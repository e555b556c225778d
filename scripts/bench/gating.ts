import { createHash } from 'node:crypto';
import { draftOf } from './draft.ts';
import { alternate, atMost, row, timed } from './measure.ts';
import { captureOf, identitiesOf, packageOf, strippedOf, throughGate } from './stripped.ts';
import type { Subject } from './subject.ts';

export const gating: Subject = {
  name: 'poort',
  title: 'De poort over het hele pakket',
  how: 'Alle bestanden die de poort van een pakket te zien krijgt, in Node; daarnaast SHA-256 (`node:crypto`) van dezelfde bytes.',
  async run({ isShort }) {
    const reactions = isShort ? 50 : 10_000;
    const draft = draftOf(reactions);
    const known = identitiesOf(draft);
    const files = new Map<string, Uint8Array>();
    await packageOf(await captureOf(draft, await strippedOf(draft)), (path, bytes) => void files.set(path, bytes));
    const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
    const { gate, hash } = await alternate(isShort ? 1 : 3, {
      // read back from where they are kept, so that nothing is remembered of the round before
      gate: () => timed(() => throughGate(files.values(), structuredClone(known))),
      hash: () =>
        timed(() => {
          for (const content of files.values()) createHash('sha256').update(content).digest();
        }),
    });
    const megabytes = (bytes / 1e6).toFixed(1).replace('.', ',');
    return [
      row(`${files.size} bestanden, ${megabytes} MB, ${known.blocking.length} naamvormen`, 'ms', gate, {
        peers: [{ ...hash, of: 'SHA-256' }],
        goals: [atMost(10, gate.median / hash.median, 'keer SHA-256 van dezelfde bytes')],
      }),
    ];
  },
};
