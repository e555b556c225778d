import { it } from 'vitest';
import { startJourney } from './journey.ts';
it('probe', { timeout: 580000 }, async () => {
  const j = await startJourney(['linkedin']);
  try {
    const { url } = j.stand.setThread('linkedin', { seed: 41, reactions: 800, replyShare: 0.4, maxDepth: 2 });
    const page = await j.open(url);
    const { safeguard } = await import('../../scripts/drive.ts');
    const began = Date.now(); let last = 0;
    const o = await safeguard(j.browser, page, { out: j.out, onProgress: (s) => { if (Date.now() - last > 15000) { last = Date.now(); console.log('DETAIL at', Date.now() - began, s.step, s.reactions, s.displayedReactions); } } });
    console.log('DETAIL', o.capture.reactions.length, o.capture.observations.steps, JSON.stringify(o.ms), JSON.stringify(o.capture.completeness.reasons), j.stand.requests.length);
  } finally { await j.close(); }
});
