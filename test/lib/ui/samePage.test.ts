import { expect, it } from 'vitest';
import { isSamePage } from '../../../lib/ui/samePage.ts';

it.each([
  ['https://x.com/a/status/1', 'https://x.com/a/status/1?s=20#top', true],
  ['https://x.com/a/status/1', 'https://x.com/a/status/1/', true],
  ['https://x.com/a/status/1', 'https://x.com/a/status/2', false],
  ['https://x.com/a/status/1', 'https://x.com.example/a/status/1', false],
  ['https://www.youtube.com/watch?v=1', 'https://www.youtube.com/watch?v=1&t=9', true],
  ['https://www.youtube.com/watch?v=1', 'https://www.youtube.com/watch?v=2', false],
  ['https://x.com/a', '', false],
])('a capture of %s and the open page %s: same is %s', (captured, open, isSame) => {
  expect(isSamePage(captured, open)).toBe(isSame);
});
