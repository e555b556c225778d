/** Figures as a Dutch reader writes them. */
import type { Figure, Row, Unit } from './shape.ts';

export function amount(value: number, unit?: Unit): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: digits }).format(value);
  return unit === undefined || unit === 'aantal' || unit === 'macht' ? number : `${number} ${unit}`;
}

/** The median, and between what the rounds lay. */
export function spread({ median, low, high, rounds }: Figure, unit: Unit): string {
  return rounds === 1 ? amount(median, unit) : `${amount(median, unit)} (${amount(low)}–${amount(high)}, ${rounds} rondes)`;
}

export function verdict({ words, value, limit, is, isMet }: Row['goals'][number]): string {
  const bound = is === 'most' ? 'ten hoogste' : 'ten minste';
  return `${isMet ? 'gehaald' : 'gemist'}: ${amount(value)} ${words} (${bound} ${amount(limit)})`;
}

/** How far a missed goal is away, in times. */
export function distance({ value, limit, is }: Row['goals'][number]): number {
  return is === 'most' ? value / (limit || 1) : limit / (value || Number.EPSILON);
}
