/** Text in the XML of questions and answers of receivers: a worker has no DOM to do it. */
import { legalText } from '../bundle/xml.ts';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(value: string): string {
  return legalText(value).replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

export function unescaped(value: string): string {
  return value.replace(/&(?:(lt|gt|quot|apos|amp)|#(\d+)|#x([\da-fA-F]+));/g, (_whole, name?: Named, ten?: string, hex?: string) =>
    name === undefined ? character(ten === undefined ? Number.parseInt(hex ?? '', 16) : Number(ten)) : named[name],
  );
}

const named = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' } as const;
type Named = keyof typeof named;

function character(code: number): string {
  return code <= 0x10_ffff ? String.fromCodePoint(code) : '\u{FFFD}';
}
