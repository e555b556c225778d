import { it, vi } from 'vitest';
vi.mock('../../../scripts/build.ts', async (original) => ({ ...(await original<object>()), outputOf: () => '/tmp/snap-tb' }));
import { startJourney } from '../journey.ts';
it('times', { timeout: 500_000 }, async () => {
  const net = (process.env['NET'] ?? 'tiktok') as 'tiktok';
  const journey = await startJourney([net]);
  const n = Number(process.env['N'] ?? 1000);
  const { url } = journey.stand.setThread(net, { seed: 41, reactions: n, replyShare: 0.4, maxDepth: net === 'tiktok' ? 2 : 4 });
  const start = Date.now();
  const tick = setInterval(() => console.log(((Date.now() - start) / 1000).toFixed(0), journey.stand.requests.length, journey.stand.requests.at(-1)?.path.slice(0, 120)), 10_000);
  const { capture } = await journey.captured(url);
  console.log('END', n, capture.reactions.length, Date.now() - start, JSON.stringify(capture.took), JSON.stringify(capture.completeness.reasons), journey.stand.requests.length);
  clearInterval(tick);
  await journey.close();
});
