/** Record keys of the AT protocol: 13 characters that hold the microsecond of making. */
const alphabet = '234567abcdefghijklmnopqrstuvwxyz';

export function timeOfTid(id: string): string | undefined {
  if (!/^[2-7a-j][2-7a-z]{12}$/u.test(id)) return undefined;
  let value = 0n;
  for (let index = 0; index < id.length; index++) value = value * 32n + BigInt(alphabet.indexOf(id.charAt(index)));
  const time = new Date(Number(value >> 10n) / 1000);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
