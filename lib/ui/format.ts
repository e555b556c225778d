/** Numbers, sizes and times as the reader of this language expects them. */
import { language } from './words.ts';

/** Dutch time, as in the package: whoever looks from abroad must not see another hour than it says there. */
const timeZone = 'Europe/Amsterdam';

export function number(value: number): string {
  return new Intl.NumberFormat(language.value).format(value);
}

export function bytes(size: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.max(size, 1)) / 3), 0), units.length - 1);
  const unit = units[power] ?? 'byte';
  const digits = power > 1 ? 1 : 0;
  return new Intl.NumberFormat(language.value, { style: 'unit', unit, maximumFractionDigits: digits }).format(size / 1000 ** power);
}

/** "20 november 2026 om 14:05"; what is no date is shown as it came. */
export function moment(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(date);
}

export function shortMoment(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(date);
}

/** "20 nov 2026". */
export function shortDay(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(date);
}

/** "0:07", "12:40", "1:02:03". */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const tail = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/** British day order in English: this is a Dutch government tool. */
function locale(): string {
  return language.value === 'en' ? 'en-GB' : 'nl-NL';
}
