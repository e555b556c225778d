/** Invented values for the test set: right in form and in check digits, of nobody. The same seed gives the same values. */

export type Random = () => number;

/** What values are put together from, where a form of its own does not make them. */
export interface Pools {
  readonly mailNames: readonly string[];
  readonly handles: readonly string[];
  readonly streets: readonly string[];
}

/** Mulberry32. */
export function random(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(list: readonly T[], next: Random): T => list[Math.floor(next() * list.length)]!;
const digits = (count: number, next: Random): string => Array.from({ length: count }, () => Math.floor(next() * 10)).join('');
const letters = (count: number, next: Random, from = 'BDFGHJKLNPRSTVXZ'): string =>
  Array.from({ length: count }, () => pick(Array.from(from), next)).join('');

function phone(next: Random): string {
  const number = `${1 + Math.floor(next() * 8)}${digits(7, next)}`;
  const pairs = number.replace(/(\d\d)(?=\d)/g, '$1 ');
  return pick(
    [
      `06-${number}`,
      `06${number}`,
      `06 ${pairs}`,
      `06 ${number.slice(0, 4)} ${number.slice(4)}`,
      `+31 6 ${number}`,
      `+316${number}`,
      `0031 6 ${number.slice(0, 4)}-${number.slice(4)}`,
      `06.${pairs.replaceAll(' ', '.')}`,
      `0${pick(['20', '10', '70', '30', '50', '24'], next)}-${digits(7, next).replace(/^0/, '4')}`,
      `(0${pick(['113', '595', '478', '172'], next)}) ${digits(6, next).replace(/^0/, '3')}`,
      `+32 4${digits(2, next)} ${digits(2, next)} ${digits(2, next)} ${digits(2, next)}`,
      `0 6 ${Array.from(number).join(' ')}`,
    ],
    next,
  );
}

/** From the range for tests: begins with 9999. */
function bsn(next: Random): string {
  for (;;) {
    const found = `9999${digits(5, next)}`;
    const sum = Array.from(found).reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
    if (sum % 11 !== 0) continue;
    const [a, b, c] = [found.slice(0, 4), found.slice(4, 6), found.slice(6)];
    return pick(
      [found, found, `${a}.${b}.${c}`, `${found.slice(0, 3)} ${found.slice(3, 6)} ${found.slice(6)}`, `${a}-${b}-${c}`],
      next,
    );
  }
}

function iban(next: Random): string {
  const bank = pick(['TEST', 'KANA', 'VBLD'], next);
  const account = `0${digits(9, next)}`;
  const number = `${bank}${account}NL00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const check = String(98 - Array.from(number).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)).padStart(2, '0');
  const whole = `NL${check}${bank}${account}`;
  const spaced = whole.replace(/(.{4})(?=.)/g, '$1 ');
  return pick([whole, spaced, spaced.toLowerCase(), whole.toLowerCase(), spaced.replaceAll(' ', '.')], next);
}

function plate(next: Random): string {
  const made = pick(
    ['LL-NN-NN', 'NN-LL-LL', 'LL-NN-LL', 'NN-LLL-N', 'N-LLL-NN', 'LL-NNN-L', 'L-NNN-LL', 'N-LL-NNN', 'LLL-NN-L'],
    next,
  );
  return made.replace(/[LN]/g, (kind) => (kind === 'L' ? letters(1, next) : String(1 + Math.floor(next() * 9))));
}

const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
function birthDate(next: Random): string {
  const day = 1 + Math.floor(next() * 28);
  const month = 1 + Math.floor(next() * 12);
  const year = 1935 + Math.floor(next() * 70);
  const [dd, mm] = [String(day).padStart(2, '0'), String(month).padStart(2, '0')];
  return pick(
    [
      `${dd}-${mm}-${year}`,
      `${day} ${months[month - 1]} ${year}`,
      `${dd}/${mm}/${year}`,
      `${dd}.${mm}.${year}`,
      `${year}-${mm}-${dd}`,
    ],
    next,
  );
}

const mailNames =
  'h.brinkzaal jorrenke.w j_oosterveld fam.plantinga anouk1984 t.van.der.zwaan elske-m r.khoury info.zandstra'.split(' ');
function mail(next: Random, { mailNames: users }: Pools): string {
  const user = pick(users, next);
  const host = pick(['voorbeeld.example', 'mail.example', 'example.org', 'post.voorbeeld.example'], next);
  return pick(
    [
      `${user}@${host}`,
      `${user}@${host}`,
      `${user}@${host}`,
      `${user} [at] ${host.replace(/\./g, ' punt ')}`,
      `${user}(at)${host}`,
    ],
    next,
  );
}

const streets =
  'Kanarieweg Lindelaan Dorpsstraat Havenkade Molenpad Beukenhof Torenplein Veenweg Wilgensingel Kerkstraat Spoordijk Eikendreef'.split(
    ' ',
  );
const moreStreets = [
  'Oude Gracht',
  'Burgemeester Kanariestraat',
  'Laan van Voorbeeld',
  'Van der Zwaanstraat',
  'Korte Nieuwstraat',
  'Hoge Veenweg',
];
function address(next: Random, pools: Pools): string {
  const street = pick(pools.streets, next);
  const number = `${1 + Math.floor(next() * 240)}${pick(['', '', '', 'a', '-II', ' b'], next)}`;
  const code = `${1 + Math.floor(next() * 9)}${digits(3, next)} ${letters(2, next, 'BCDFGHJKLNPRTVXZ')}`;
  return pick(
    [`${street} ${number}`, `${street} ${number}`, `${street} ${number}, ${code}`, `${code} ${number}`, code.replace(' ', '')],
    next,
  );
}

function caseNumber(next: Random): string {
  const [year, number] = [2018 + Math.floor(next() * 8), digits(6, next)];
  return pick(
    [
      `${year}-${number}`,
      `Z${year}/${number}`,
      `${number}/${year}`,
      `WOO-${year}-${digits(4, next)}`,
      `${year}${number}`,
      `ZK ${number}`,
      `${digits(3, next)}.${digits(3, next)}.${digits(3, next)}`,
    ],
    next,
  );
}

const handles =
  'harmke_vdz koos_kampen Frits.Fotografie zus_van_bram jorrenke88 elskemaaktherrie TinusTrekker _noortjeee rlwx'.split(' ');
const handle = (next: Random, pools: Pools): string => pick(pools.handles, next);
const profile = (next: Random, pools: Pools): string =>
  pick(
    [
      `https://x.com/${handle(next, pools)}/status/${digits(19, next)}`,
      `instagram.com/${handle(next, pools)}`,
      `https://www.facebook.com/${handle(next, pools)}`,
      `https://www.linkedin.com/in/${handle(next, pools)}-${digits(6, next)}/`,
      `https://www.tiktok.com/@${handle(next, pools)}`,
      `https://sociaal.example/@${handle(next, pools)}`,
    ],
    next,
  );

/** One letter of the kind in the sources → a value of that kind. */
export const values: Readonly<Record<string, (next: Random, pools: Pools) => string>> = {
  t: phone,
  b: bsn,
  i: iban,
  k: plate,
  g: birthDate,
  m: mail,
  a: address,
  z: caseNumber,
  d1: (next) => `5${digits(9, next)}`,
  d2: (next) => `N${letters(1, next)}${digits(1, next)}${letters(1, next)}${digits(1, next)}${letters(1, next)}${digits(3, next)}`,
  v: (next, pools) => `@${handle(next, pools)}`,
  p: profile,
};

/** Of the first two parts; the hidden part has its own. */
export const firstPools: Pools = { mailNames, handles, streets: [...streets, ...moreStreets] };
