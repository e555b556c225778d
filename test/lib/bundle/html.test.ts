import { describe, expect, it } from 'vitest';
import { h, many, styleSheet } from '../../../lib/bundle/html.ts';
import { hostileTexts } from './sample.ts';

describe('the HTML builder', () => {
  it.each(hostileTexts)('lets no text become markup: %j', (text) => {
    const markup = h('p', { class: text }, text).toString();
    expect(markup.match(/</g)).toHaveLength(2);
    expect(markup.match(/"/g)).toHaveLength(2);
  });

  it.each([
    'https://kwaad.example/',
    '//kwaad.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'data:image/svg+xml;base64,PHN2Zz4=',
    '/etc/passwd',
    '../../x',
    'a b',
  ])('refuses an address outside the package: %s', (address) => {
    expect(() => h('a', { href: address }, 'x')).toThrow(RangeError);
    expect(() => h('img', { src: address, alt: '' })).toThrow(RangeError);
  });

  it('takes a picture in the file, a place on the page and a file of the package', () => {
    expect(
      many(
        h('img', { src: 'data:image/png;base64,AAAA', alt: '' }),
        h('a', { href: '#reactie-0001' }, 'x'),
        h('a', { href: '../a-1/a-1-media-01.png' }, 'y'),
      ).toString(),
    ).toContain('../a-1/');
  });

  it.each(['a{background:url(x)}', '@import "x"', '</style><script>', 'a{content:"\\3c"}'])(
    'refuses a style sheet that may load or end it: %s',
    (rules) => {
      expect(() => styleSheet(rules)).toThrow(RangeError);
    },
  );
});
