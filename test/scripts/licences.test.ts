import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { notices, noticesFile } from '../../scripts/licences.ts';

describe('the notices in the extension', () => {
  it('are those of everything of others that is in it; after a change: node scripts/licences.ts', () => {
    expect(readFileSync(noticesFile, 'utf8')).toBe(notices());
  });

  it('hold no licence that binds the whole', () => {
    expect(notices()).not.toMatch(/GNU (?:AFFERO |LESSER )?GENERAL PUBLIC LICENSE\s+Version/);
  });

  it('name each list with its own conditions', () => {
    for (const source of ['Statbel', 'FrequencyWords', 'OpenTaal', 'SCOWL', 'faker-js', 'PRONOM'])
      expect(notices()).toContain(source);
  });
});
