/** R11: a citizen's letter belongs to a case. ZGW Zaken API: the document is linked to the case of that number, once. */
import * as v from 'valibot';
import type { Receipt } from '../model/delivery.ts';
import { below } from './folder.ts';
import { drop, json, parsed, send } from './http.ts';
import type { Door } from './http.ts';
import { problemOf } from './problem.ts';

const Cases = v.object({
  results: v.array(v.object({ url: v.pipe(v.string(), v.url()), identificatie: v.string(), bronorganisatie: v.string() })),
});
const Links = v.array(v.object({ url: v.string() }));

const headers = { accept: 'application/json', 'accept-crs': 'EPSG:4326' };

interface Letter {
  readonly caseNumber: string;
  /** RSIN: tells cases with the same number apart. */
  readonly source: string;
  /** Address of the document, as its register gives it. */
  readonly document: string;
  readonly title: string;
}

/** `door`: of the Zaken API. */
export async function linkToCase(door: Door, letter: Letter): Promise<NonNullable<Receipt['caseLink']>> {
  const zaak = await caseOf(door, letter);
  if (zaak === undefined) return 'unknown-case';
  if (await isLinked(door, zaak, letter)) return 'linked';
  const answer = await send(door, below(door.base, 'zaakinformatieobjecten'), {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ informatieobject: letter.document, zaak, titel: letter.title.slice(0, 200) }),
  });
  await drop(answer);
  if (answer.status === 201) return 'linked';
  if (answer.status !== 400 && answer.status !== 403) throw problemOf(answer);
  return (await isLinked(door, zaak, letter)) ? 'linked' : 'refused'; // made meanwhile, or of a type this case cannot have
}

/** May we read there? A case that cannot be is asked for. */
export async function checkCases(door: Door): Promise<void> {
  await caseOf(door, { caseNumber: 'veiligsteller-proef', source: '' });
}

async function caseOf(door: Door, { caseNumber, source }: Pick<Letter, 'caseNumber' | 'source'>): Promise<string | undefined> {
  const url = below(door.base, 'zaken');
  url.search = new URLSearchParams({ identificatie: caseNumber }).toString();
  const answer = await send(door, url, { headers });
  if (!answer.ok) throw problemOf(answer);
  const found = parsed(Cases, await json(answer)).results.filter(({ identificatie }) => identificatie === caseNumber);
  const ours = found.filter(({ bronorganisatie }) => bronorganisatie === source);
  const one = found.length === 1 ? found : ours;
  return one.length === 1 ? one[0]?.url : undefined;
}

async function isLinked(door: Door, zaak: string, { document }: Letter): Promise<boolean> {
  const url = below(door.base, 'zaakinformatieobjecten');
  url.search = new URLSearchParams({ zaak, informatieobject: document }).toString();
  const answer = await send(door, url, { headers });
  if (!answer.ok) throw problemOf(answer);
  return parsed(Links, await json(answer)).length > 0;
}
