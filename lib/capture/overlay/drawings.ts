import type { Pointing } from '../../model/pointed.ts';

const svg = 'http://www.w3.org/2000/svg';

/** An envelope, a balloon with its answer, a tray with something put in. */
const paths: Readonly<Record<Pointing, string>> = {
  brief: 'M3 5h14v10H3Z M3.5 5.5 10 11l6.5-5.5',
  vraag: 'M2.5 3h9v6h-5l-2.5 2.5V9h-1.5Z M13.5 8H17.5v6h-1.5v2.5L13.5 14h-5v-2.5',
  mee: 'M10 3v8 M6.5 7.5 10 11l3.5-3.5 M3 12v4.5h14V12',
};

export function drawing(page: Document, of: Pointing): SVGElement {
  const drawn = Document.prototype.createElementNS.call(page, svg, 'svg') as SVGElement; // by its namespace
  drawn.setAttribute('viewBox', '0 0 20 20');
  drawn.setAttribute('aria-hidden', 'true');
  const path = Document.prototype.createElementNS.call(page, svg, 'path');
  path.setAttribute('d', paths[of]);
  drawn.append(path);
  return drawn;
}
