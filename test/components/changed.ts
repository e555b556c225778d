/** What is different between two captures, of a post and of a profile. People are invented. */
import type { Changes } from '../../lib/model/changes.ts';

export const changes: Changes = {
  earlier: { id: 'VS-20261101-0004', capturedAt: '2026-11-01T09:12:00Z' },
  added: [{ key: 'reactie-0009', isThirdParty: true, posted: '2026-11-19T14:00:00Z', text: 'Geldt dit ook voor huurders?' }],
  firstSeen: [],
  edited: [
    {
      key: 'bericht-1',
      isThirdParty: false,
      posted: '2026-11-01T08:00:00Z',
      text: 'De regeling start op 1 maart.',
      before: 'De regeling start op 1 februari.',
    },
  ],
  removed: [],
  notSeenAgain: [{ key: 'reactie-0002', isThirdParty: true, text: 'Wat een onzin.' }],
  unchanged: 12,
  isCertain: false,
};

export const profileChanges: Changes = {
  earlier: changes.earlier,
  profile: [
    { field: 'description', before: 'Nieuws van het ministerie.', after: 'Nieuws van het ministerie. Reacties worden bewaard.' },
    { field: { label: 'Locatie' }, before: 'Den Voorbeeld', after: 'Voorbeelddam' },
    { field: 'link', before: 'https://www.voorbeeldzaken.example/oud' },
    { field: 'protected', before: 'nee', after: 'ja' },
  ],
  added: [{ key: 'bericht-2', isThirdParty: false, posted: '2026-11-18T08:00:00Z', text: 'Het loket is weer open.' }],
  firstSeen: [],
  edited: [],
  removed: [],
  notSeenAgain: [],
  unchanged: 9,
  isCertain: false,
};
