import { describe, expect, it } from 'vitest';
import type { Capture, CapturedItem } from '../../../lib/model/capture.ts';
import { withReference } from '../../../lib/privacy/reference.ts';

const item = (key: string, more: Partial<CapturedItem> = {}): CapturedItem => ({
  key,
  kind: 'reactie',
  author: 'reageerder-1',
  times: { markup: '2026-11-20T10:00:00Z' },
  text: 'Hierbij maak ik bezwaar.',
  media: [],
  counts: { likes: '3' },
  hashtags: [],
  links: [],
  commitment: 'a'.repeat(64),
  ...more,
});
const capture = {
  posts: [item('bericht-1', { kind: 'bericht' })],
  reactions: [
    item('verwijzing-01', { kind: 'verwijzing', reference: {} }),
    item('reactie-0001', { parent: { key: 'bericht-1', method: 'markup' } }),
    item('antwoord-2', { kind: 'antwoord-overheid', parent: { key: 'reactie-0001', method: 'markup' } }),
  ],
  review: [{ where: 'reactie-0001', rule: 'patroon.persoon', start: 0, end: 4 }],
  ledger: [{ kind: 'naam', where: 'reactie-0001', field: 'author', rule: 'structuur.auteur', count: 1 }],
} as unknown as Capture; // what this is about

describe('a reaction that makes way for a reference', () => {
  it('leaves its place, the case, and nothing of what was said or by whom', () => {
    const made = withReference(capture, 'reactie-0001', { caseNumber: 'Z-1' });
    expect(made.reactions[1]).toEqual({
      key: 'verwijzing-02',
      kind: 'verwijzing',
      parent: { key: 'bericht-1', method: 'markup' },
      times: {},
      media: [],
      counts: {},
      hashtags: [],
      links: [],
      reference: { caseNumber: 'Z-1' },
    });
    expect(made.review).toEqual([]);
    expect(made.ledger).toEqual([
      { kind: 'burgerbrief', where: 'verwijzing-02', field: 'text', rule: 'R11.burgerbrief', count: 1 },
    ]);
  });

  it('keeps the answers to it in their place', () => {
    expect(withReference(capture, 'reactie-0001', {}).reactions[2]?.parent).toEqual({ key: 'verwijzing-02', method: 'markup' });
  });

  it.each(['antwoord-2', 'verwijzing-01', 'bericht-1', 'reactie-9'])('is a reaction of a citizen: %s is not', (where) => {
    expect(() => withReference(capture, where, {})).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
