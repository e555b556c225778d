import { describe, expect, it } from 'vitest';
import { releaseNotes } from '../../../scripts/release/notes.ts';

const changelog = `# Wijzigingen

## Nog niet uitgebracht

- Iets nieuws.

## 0.2.0 (2027-01-31)

- Dit stond er al.

## 0.1.0 (2026-12-01)
`;

describe('the notes of a release', () => {
  it('are the chapter of that version, with its date', () => {
    expect(releaseNotes(changelog, '0.2.0')).toEqual({ title: '0.2.0', date: '2027-01-31', text: '- Dit stond er al.' });
  });

  it('are what is not released yet when the version has no chapter of its own', () => {
    expect(releaseNotes(changelog, '0.3.0')).toEqual({ title: 'Nog niet uitgebracht', text: '- Iets nieuws.' });
  });

  it('are never empty', () => {
    expect(() => releaseNotes(changelog, '0.1.0')).toThrow('leeg');
    expect(() => releaseNotes('# Wijzigingen\n', '0.1.0')).toThrow('geen hoofdstuk');
  });
});
