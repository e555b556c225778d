import { expect, it } from 'vitest';
import { escaped, unescaped } from '../../../lib/export/xml.ts';

it('comes back as it went, whatever signs are in it', () => {
  const text = 'één <&> "proef" \'x\' &lt; &#38;';
  expect(unescaped(escaped(text))).toBe(text);
});

it('reads what a server writes as numbers, and a number that is no character as the sign for that', () => {
  expect(unescaped('&#233;&#xE9;&#x1F600;')).toBe('éé😀');
  expect(unescaped('&#99999999999;&#xFFFFFFFF;')).toBe('\uFFFD\uFFFD');
});
