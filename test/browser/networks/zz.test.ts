import { it, vi } from 'vitest';
vi.mock('../../../scripts/build.ts', async (original) => ({ ...(await original<object>()), outputOf: () => '/tmp/snap-tb' }));
import { needlesOf, shape, startJourney, trueShape } from '../journey.ts';
import { scanFile } from '../../leaks/scan.ts';
it('times', { timeout: 500_000 }, async () => {
  const net = (process.env['NET'] ?? 'tiktok') as 'tiktok';
  const journey = await startJourney([net]);
  const n = Number(process.env['N'] ?? 1000);
  const { url, truth } = journey.stand.setThread(net, { seed: 41, reactions: n, replyShare: 0.4, maxDepth: net === 'tiktok' ? 2 : 4 });
  const { capture, file } = await journey.captured(url);
  const a = shape(capture); const b = trueShape(truth);
  const wrong = a.map((x, i) => [i, JSON.stringify(x), JSON.stringify(b[i])]).filter(([, x, y]) => x !== y);
  console.log('END', a.length, b.length, wrong.length, JSON.stringify(wrong.slice(0, 6)));
  const start = Date.now();
  console.log('SCAN', needlesOf(truth).length, scanFile(file, needlesOf(truth)).length, Date.now() - start);
  await journey.close();
});
