import { it } from 'vitest';
import { truth } from '../stand/truth.ts';
import { needlesOf } from '../browser/journey.ts';
import { scanFolder } from './scan.ts';
it('t', () => {
  const needles = needlesOf(truth('x', { seed: 5, reactions: 240 }));
  let t = performance.now();
  scanFolder('/work/main/scripts', needles);
  console.log('index', needles.length, performance.now() - t);
  t = performance.now();
  const h = scanFolder('/tmp/leakprof', needles);
  console.log('scan', h.length, performance.now() - t);
}, 300000);
