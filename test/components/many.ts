/** Captures by the thousand, for lists: no two moments alike, and everything in them a little of everything. All invented. */
import type { CaptureSummary } from '../../lib/model/job.ts';

const words = [
  'De regels voor zonnepanelen',
  'Een nieuwe begróting',
  'De nachtbus rijdt',
  'Het loket verhuist',
  'Vragen over huurtoeslag',
];
const networks = ['x', 'linkedin', 'instagram', 'mastodon', 'facebook'] as const;
const states = ['stripped', 'reviewed', 'sealed', 'delivered'] as const;
const wholeness = ['OK', 'OK', 'OK', 'TEKORT', 'ONVOLLEDIG'] as const;
const last = Date.parse('2026-11-20T12:00:00.000Z');

/** Newest first. */
export function manyCaptures(count: number): CaptureSummary[] {
  return Array.from({ length: count }, (_, at) => one(at));
}

function one(at: number): CaptureSummary {
  const [platform, completeness] = [networks[at % 5] ?? 'x', wholeness[(at * 3) % 5] ?? 'OK'];
  const scenario = at % 4 === 0 ? 'C' : 'B';
  const handle = scenario === 'C' ? 'ministervoorbeeld' : 'minvoorbeeld';
  return {
    id: `VS-${String(20_000_000 + at)}-${String(at).padStart(5, '0')}`,
    state: states[at % 4] ?? 'stripped',
    platform,
    accountHandle: handle,
    accountType: scenario === 'C' ? 'hybride' : 'corporate',
    scenario,
    posts: 1,
    reactions: scenario === 'C' ? 0 : (at * 7) % 400,
    thirdParties: (at * 5) % 200,
    mediaKept: at % 4,
    mediaMissing: completeness === 'OK' ? 0 : 1,
    completeness,
    capturedAt: new Date(last - at * 3_600_000 - (at % 60_000)).toISOString(),
    reviewPoints: at % 11 === 0 ? 3 : 0,
    title: `${words[at % words.length] ?? ''}, bericht ${at}`,
    url: `https://${platform}.com/${handle}/status/${at}`,
    postId: `${at}`,
    shortfalls: completeness === 'OK' ? [] : ['media-missing'],
    removed: { naam: at % 30, accountnaam: at % 25, 'e-mail': at % 3 },
    ...(at % 50 === 0 && { hotspot: 'Energiecrisis' }),
    ...(at % 97 === 0 && { correction: { act: 'withdrawn' as const, at: '2026-11-20T13:00:00.000Z', reason: 'Verkeerd account' } }),
  };
}
