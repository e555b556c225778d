import { describe, expect, it } from 'vitest';
import { legalText, withAttributes, xml, xmlDocument } from '../../../lib/bundle/xml.ts';
import { XmlProblem, readXml } from '../../../lib/bundle/verify/xml-read.ts';
import { hostileTexts } from './sample.ts';

describe('the XML writer', () => {
  it.each(hostileTexts)('gives back the same text after reading, but for characters XML cannot hold: %j', (text) => {
    const root = readXml(xmlDocument(withAttributes(xml('a', xml('b', text)), { c: text.replace(/[\r\n\t]/g, ' ') })));
    expect(root.children[0]?.text).toBe(legalText(text));
    expect(root.children).toHaveLength(1);
  });

  it('shows where a character could not be kept', () => {
    expect(legalText('a\u0000b\uD800c\uFFFEd\u{1F600}')).toBe('a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{1F600}');
  });

  it('keeps a carriage return, which a reader would turn into a line feed', () => {
    expect(xmlDocument(xml('a', 'x\r\ny'))).toContain('x&#13;\ny');
  });

  it('leaves an absent fact out', () => {
    expect(xmlDocument(xml('a', undefined, false, xml('b', 'x')))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a>\n  <b>x</b>\n</a>\n',
    );
  });
});

describe('the XML reader', () => {
  it.each([
    '<!DOCTYPE a><a/>',
    '<a>&geheim;</a>',
    '<a><b></a></b>',
    '<a/><b/>',
    '<a',
    '<a>\u0000</a>',
    '<a c="1" c="2"/>',
    '<a>&',
    '',
    '<a>&#0;</a>x',
    '<a/><?xml<!DOCTYPE a [',
    '<a/><!-- niet gesloten',
    `${'<a>'.repeat(60)}${'</a>'.repeat(60)}`,
  ])('refuses %s', (source) => {
    expect(() => readXml(source)).toThrow(XmlProblem);
  });
});
