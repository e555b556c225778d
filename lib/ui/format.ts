/** Numbers, sizes and times as the reader of this language expects them. */
import { language } from './words.ts';

/** Dutch time, as in the package: whoever looks from abroad must not see another hour than it says there. */
const timeZone = 'Europe/Amsterdam';

export function number(value: number): string {
  return numbersIn(language.value).format(value);
}

export function bytes(size: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.max(size, 1)) / 3), 0), units.length - 1);
  const unit = units[power] ?? 'byte';
  const digits = power > 1 ? 1 : 0;
  return sized(unit, digits, size / 1000 ** power);
}

/** What is needed, never rounder than it is: "13 MB" for 12.1. */
export function megabytesAtLeast(size: number): string {
  return sized('megabyte', 0, Math.ceil(size / 1_000_000));
}

/** What there is, never rounder than it is: "12 MB" for 12.9. */
export function megabytesAtMost(size: number): string {
  return sized('megabyte', 0, Math.floor(size / 1_000_000));
}

/** On a narrow screen a number and its unit stay on one line. */
function sized(unit: string, digits: number, value: number): string {
  return sizesIn(language.value, unit, digits).format(value).replaceAll(' ', '\u00A0');
}

/** "20 november 2026 om 14:05"; what is no date is shown as it came. */
export function moment(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return dates(locale(), { dateStyle: 'long', timeStyle: 'short' }).format(date);
}

export function shortMoment(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return dates(locale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
}

/** "november 2026", of `2026-11`. */
export function monthName(month: string): string {
  const date = new Date(`${month}-15T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return month;
  return dates(locale(), { month: 'long', year: 'numeric' }).format(date);
}

/** "20 nov 2026". */
export function shortDay(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return dates(locale(), { day: 'numeric', month: 'short', year: 'numeric' }).format(date);
}

/** "0:07", "12:40", "1:02:03". */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const tail = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/** Making a formatter costs a thousand times what using it does, and a list uses hundreds. */
function kept<A extends readonly unknown[], T>(make: (...how: A) => T): (...how: A) => T {
  const made = new Map<string, T>();
  return (...how) => {
    const key = JSON.stringify(how);
    const found = made.get(key) ?? make(...how);
    made.set(key, found);
    return found;
  };
}

const numbersIn = kept((of: string) => new Intl.NumberFormat(of));
const sizesIn = kept(
  (of: string, unit: string, digits: number) => new Intl.NumberFormat(of, { style: 'unit', unit, maximumFractionDigits: digits }),
);
const dates = kept((of: string, how: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(of, { ...how, timeZone }));

/** British day order in English: this is a Dutch government tool. */
function locale(): string {
  return language.value === 'en' ? 'en-GB' : 'nl-NL';
}
