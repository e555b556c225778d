import type { Row } from './shape.ts';
import { amount } from './words.ts';

const [line, left, width] = [26, 170, 640];

/** Bars on a logarithmic scale: who is compared lies a hundred times apart. The spread is a thin line over each bar. */
export function chart({ what, unit, ours, peers }: Row): string {
  const figures = [ours, ...peers];
  const positive = figures.flatMap(({ low, high }) => [low, high]).filter((value) => value > 0);
  const [least, most] = [Math.log10(Math.min(...positive)) - 0.3, Math.log10(Math.max(...positive))];
  const place = (value: number) => (value > 0 ? ((Math.log10(value) - least) / (most - least || 1)) * (width - left - 110) : 0);
  const bars = figures.map(({ of, median, low, high }, at) => {
    const y = at * line + 4;
    return [
      `<text x="${left - 8}" y="${y + 13}" text-anchor="end">${escaped(of)}</text>`,
      `<rect class="${at === 0 ? 'ours' : 'peer'}" x="${left}" y="${y}" width="${fixed(place(median))}" height="16" rx="2"/>`,
      `<line x1="${fixed(left + place(low))}" x2="${fixed(left + place(high))}" y1="${y + 8}" y2="${y + 8}"/>`,
      `<text x="${fixed(left + Math.max(place(median), place(high)) + 8)}" y="${y + 13}">${escaped(amount(median, unit))}</text>`,
    ].join('');
  });
  return `<svg viewBox="0 0 ${width} ${figures.length * line + 4}" role="img" aria-label="${escaped(`${what}: ${figures.map(({ of, median }) => `${of} ${amount(median, unit)}`).join(', ')}`)}">${bars.join('')}</svg>`;
}

const fixed = (value: number) => value.toFixed(1);

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
