/** Instants as the package writes them. No locale data of the machine: same input, same bytes. */
const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** `2026-11-20T10:15:00Z`, or undefined for what is no full instant: a page may say anything (D18). */
export function instant(text: string | undefined): string | undefined {
  if (text === undefined || !iso.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) return undefined;
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** `2026-11-20` of an instant, in Dutch time. */
export function day(instantText: string): string {
  return dutchClock(instantText).toISOString().slice(0, 10);
}

const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** "20 november 2026". */
export function dutchDay(instantText: string): string {
  const clock = dutchClock(instantText);
  return `${clock.getUTCDate()} ${months[clock.getUTCMonth()]} ${clock.getUTCFullYear()}`;
}

/** "20 november 2026, 11.15 uur", in Dutch time. */
export function dutchTime(instantText: string): string {
  return `${dutchDay(instantText)}, ${dutchClock(instantText).toISOString().slice(11, 16).replace(':', '.')}\u00A0uur`;
}

/** A Date whose UTC fields read as the clock in the Netherlands. Summer time: the European rule, in force since 1996. */
function dutchClock(instantText: string): Date {
  const time = new Date(instantText);
  const year = time.getUTCFullYear();
  const isSummer = time.getTime() >= lastSunday(year, 2) && time.getTime() < lastSunday(year, 9);
  return new Date(time.getTime() + (isSummer ? 2 : 1) * 3_600_000);
}

/** 01:00 UTC on the last Sunday of a month of 31 days. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.getTime() - last.getUTCDay() * 86_400_000;
}
