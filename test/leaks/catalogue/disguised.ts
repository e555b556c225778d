/** A known person in disguise, in the places where others can write (A2, A8, A11, A12, A22). */
import { escaped } from '../../stand/network.ts';
import { trip as productTrip } from '../pipeline.ts';
import { scanContent } from '../scan.ts';
import type { Carrier } from './carrier.ts';
import type { Disguise } from './disguises.ts';
import { identityOf } from './judge.ts';
import type { Planting, Result } from './row.ts';
import { needlesOf } from './set.ts';
import type { Canary } from './set.ts';

/** One page with all forms of one disguise; absent: this person has no such form. */
export async function judgeDisguise(
  disguise: Disguise,
  { carrier, person, trip = productTrip }: { carrier: Carrier; person: Canary; trip?: typeof productTrip },
): Promise<Result | undefined> {
  const { who } = identityOf(person, carrier);
  const forms = [...new Set(disguise.forms(person, who).filter((form) => form !== undefined && form !== ''))] as string[]; // just filtered
  if (forms.length === 0) return undefined;
  const html = carrier.page(planting(forms, carrier), who);
  const result = await trip(html, carrier.address, { own: carrier.own });
  const draft = textsIn(result.draft);
  const seen = forms.filter((form) => holds(draft, form) || holds(html, escaped(form)));
  const stored = textsIn(result.stripped);
  const isStored = result.gate.ok;
  const left = isStored ? forms.filter((form) => holds(stored, form)) : [];
  const hits = isStored ? scanContent(result.stored, 'opgeslagen', needlesOf(person, who)) : [];
  const isBlocked = !isStored || result.stoppedFiles.length > 0;
  const after = left.length + hits.length;
  const isAlive = seen.length === forms.length;
  return {
    row: disguise.id,
    what: disguise.what,
    where: `${carrier.name}, ${person.id}`,
    planted: forms.length,
    alive: isAlive ? 'concept' : 'nee',
    after,
    verdict: !isAlive
      ? 'niet levend'
      : after > 0
        ? disguise.isApart
          ? 'apart geteld'
          : 'LEK'
        : isBlocked
          ? 'tegengehouden'
          : 'schoon',
    ...(after + Number(isBlocked) > 0 && {
      note: [
        ...left.map((form) => `vorm ${forms.indexOf(form) + 1} van ${forms.length}`),
        ...hits.map(({ kind, form }) => `${kind} (${form})`),
        ...(result.gate.ok
          ? result.stoppedFiles.slice(0, 1).map(() => 'poort bij het pakket')
          : result.gate.hits.map(({ where, kind }) => `poort: ${kind} bij ${where}`)),
      ]
        .slice(0, 4)
        .join('; '),
    }),
  };
}

function planting(forms: readonly string[], { kit }: Carrier): Planting {
  const html = forms.map(escaped);
  return {
    text: html.map((form) => kit.text(`Volgens mij heeft ${form} gelijk. `)).join('<br>'),
    item: html
      .map(
        (form) =>
          `<img alt="Foto van ${form}" src="https://pbs.twimg.com/media/GxB?format=jpg"><div data-wie="${form}"></div><a href="https://blog.example/u/${encodeURIComponent(form)}?n=${encodeURIComponent(form)}"></a>`,
      )
      .join(''),
    head: `<script type="application/json">${JSON.stringify({ forms }).replaceAll('<', '\\u003c')}</script>`,
  };
}

/** Every string in it, as a reader gets it. */
function textsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textsIn).filter(Boolean).join('\n');
}

const spaceless = (text: string): string => text.replace(/[\s\u202A-\u202E]+/g, ' ').trim();

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** As whole words; white space and bidi signs are the page's to change. */
function holds(text: string, form: string): boolean {
  const [where, what] = [spaceless(text), spaceless(form)];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    if (!isWord(where[at - 1]) || !isWord(what[0])) {
      if (!isWord(where[at + what.length]) || !isWord(what.at(-1))) return true;
    }
  }
  return false;
}
