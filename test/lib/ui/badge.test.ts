import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { badgeOf } from '../../../lib/ui/badge.ts';
import { phrases } from '../../../lib/ui/phrases.ts';
import type { Messages } from '../../../lib/ui/phrases.ts';
import { captureB, captureC, job, summaryOf } from '../../components/samples.ts';

const messages: Messages = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../public/_locales/nl/messages.json'), 'utf8'),
);
const dutch = phrases(() => ({ language: 'nl', messages }));

describe('the toolbar button', () => {
  it('counts along, in four characters at most, and says the number in full', () => {
    expect(badgeOf(dutch, job({ step: 'starting', reactions: 0 }), undefined)).toMatchObject({ text: '…', tone: 'busy' });
    expect(badgeOf(dutch, job({ step: 'unfolding', reactions: 12_845 }), undefined)).toMatchObject({
      text: '12k',
      title: expect.stringContaining('12.845 reacties gelezen'),
    });
  });

  it('tells how many places are left to review, and when a person must look all the same (R9)', () => {
    const done = job({ step: 'done', captureId: captureB.id });
    expect(badgeOf(dutch, done, summaryOf(captureB, { reviewPoints: 3 }))).toMatchObject({
      text: '3',
      title: 'Veiligsteller – vastgelegd, nog 3 plekken na te kijken',
    });
    expect(badgeOf(dutch, done, summaryOf(captureC, { reviewPoints: 0 }))).toMatchObject({
      text: '?',
      title: 'Veiligsteller – vastgelegd, nog na te kijken',
    });
    expect(badgeOf(dutch, done, summaryOf(captureB, { reviewPoints: 0 }))).toMatchObject({ text: '✓', tone: 'ok' });
  });

  it('says what went wrong, and nothing of what was deleted', () => {
    expect(badgeOf(dutch, job({ failure: { code: 'navigated', detail: {} } }), undefined)).toMatchObject({
      text: '!',
      tone: 'bad',
    });
    expect(badgeOf(dutch, job({ step: 'done', captureId: captureB.id }), undefined)).toBeUndefined();
  });
});
