/** Digits and signs for letters: "5j03rd", "J@n". What may be one letter or another is one sign on both sides. */
import type { Folded } from './fold.ts';
import type { SharedForm } from './gathered.ts';
import { finder } from './squash.ts';
import type { Finder, Hit } from './squash.ts';

const alike: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('0o1i2z3e4a5s6g7t8b9g@a$s€e!i|i+tli'.match(/../gu) ?? [], ([sign = '', letter = '']) => [sign, letter]),
);
const mixed =
  /[a-z][0-9@$€!|+]{1,3}[a-z]|[a-z][0-9@$€!|+]{1,3}[ ._-][a-z][0-9@$€!|+]|(?:^|[^a-z0-9])[0-9@$€!|+]{1,2}[a-z]{2}|[a-z]{2}[0-9]/;
const shortest = 6;

const skeleton = (text: string): string => text.replace(/[0-9@$€!|+l]/g, (sign) => alike[sign] ?? sign);
/** A sign stands for a letter only between letters or digits; an @ before an account does not. */
const skeletonOfText = (text: string): string =>
  text.replace(/[0-9l]|(?<=[\p{L}\p{N}])[@$€!|+]{1,3}(?=[\p{L}\p{N}])|[$€](?=\p{L})/gu, (signs) =>
    signs.replace(/./gu, (sign) => alike[sign] ?? sign),
  );

/** Finds what is written so; made when a text first asks for it. Hits of the form as it is are the plain finder's. */
export function leetFinder(forms: readonly SharedForm[]): Finder {
  let made: { readonly find: Finder; readonly indexes: readonly number[] } | undefined;
  return (folded) => {
    if (!mixed.test(folded.text)) return [];
    made ??= madeOf(forms);
    const { find, indexes } = made;
    const hits = find({ ...folded, text: skeletonOfText(folded.text) });
    return hits.flatMap((hit): Hit[] => {
      const pattern = indexes[hit.pattern];
      return pattern !== undefined && isWrittenSo(folded, hit) ? [{ ...hit, pattern }] : [];
    });
  };
}

const isWrittenSo = ({ text }: Folded, { start, end }: Hit): boolean => mixed.test(text.slice(start, end));

function madeOf(forms: readonly SharedForm[]): { find: Finder; indexes: number[] } {
  const fit = forms.flatMap((form, index) =>
    (form.strength === 'sure' || form.strength === 'firm') && form.squashed.length >= shortest && /[a-z]{3}/.test(form.squashed)
      ? [index]
      : [],
  );
  const patterns = fit.map((index) => ({ squashed: skeleton(forms[index]?.squashed ?? ''), splits: forms[index]?.splits ?? [] }));
  return { find: finder(patterns), indexes: fit };
}
