import { afterEach, describe, expect, it } from 'vitest';
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };
import nl from '../../../public/_locales/nl/messages.json' with { type: 'json' };
import { remedies } from '../../../lib/ui/failure.ts';
import { speak } from '../../../lib/ui/words.ts';

afterEach(() => speak('nl', nl));

describe('what to do about a failure', () => {
  it('names the room that is needed and the room there is, never rounder than they are (F10)', () => {
    speak('nl', nl);
    const detail = { neededBytes: 12_000_001, leftBytes: 3_999_999 };
    expect(remedies({ code: 'storage-full', detail })).toEqual([
      'Hiervoor is 13\u00A0MB nodig; er is 3\u00A0MB vrij.',
      'Exporteer en verwijder oudere veiligstellingen, of maak schijfruimte vrij.',
    ]);
    speak('en', en);
    expect(remedies({ code: 'storage-full', detail })[0]).toBe('This needs 13\u00A0MB; 3\u00A0MB is free.');
  });

  it('names only what is known', () => {
    speak('nl', nl);
    expect(remedies({ code: 'storage-full', detail: { neededBytes: 2_000_000 } })[0]).toBe('Hiervoor is 2\u00A0MB nodig.');
    expect(remedies({ code: 'storage-full' })).toEqual([
      'Exporteer en verwijder oudere veiligstellingen, of maak schijfruimte vrij.',
    ]);
  });
});
