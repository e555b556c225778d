/**
 * ZGW Documenten API 1.4–1.5: one `enkelvoudiginformatieobject` per package, sent in the parts the server asks for, unlocked, and read
 * back. Our own number with the bronorganisatie is unique there, which makes a second record impossible (F19).
 */
import type { Receipt } from '../model/delivery.ts';
import { isPropertyName } from '../model/target.ts';
import type { Facts, TargetSetting } from '../model/target.ts';
import { EioPage, Eio, Received } from './documenten-answers.ts';
import { below } from './folder.ts';
import { drop, hashOfBody, json, onOurs, parsed, send, withoutQuery } from './http.ts';
import type { Door } from './http.ts';
import { mappingsOf, toldTo } from './mapping.ts';
import { TargetProblem, problemOf } from './problem.ts';
import type { Annotated, Found, OnProgress, Parcel, Target } from './target.ts';
import { checkCases, linkToCase } from './zaak.ts';

type Setting = Extract<TargetSetting, { kind: 'documenten-api' }>;

export function documentenApi(setting: Setting, door: Door): Target {
  return {
    check: () => check(setting, door),
    find: (parcel) => find(setting, door, parcel),
    deliver: (parcel, onProgress) => deliver(setting, door, parcel, onProgress),
    ...(setting.cases !== undefined && { annotate: (parcel) => linked(setting, door, new URL(setting.cases ?? ''), parcel) }),
    describe: () => `Documenten API, ${door.base.origin}${door.base.pathname}`,
  };
}

const objects = 'enkelvoudiginformatieobjecten';

/** Only a citizen's letter has a case number. */
async function linked(setting: Setting, door: Door, base: URL, parcel: Parcel): Promise<Annotated> {
  const { zaaknummer, naam } = parcel.facts;
  const [one] = zaaknummer === undefined ? [] : await listed(setting, door, numberOf(parcel));
  if (zaaknummer === undefined || !one) return {};
  const letter = { caseNumber: zaaknummer, source: setting.source, document: one.url, title: naam ?? parcel.fileName };
  return { caseLink: await linkToCase({ ...door, base }, letter) };
}

/** May we read there, and does it know the document type? A trial document could not be removed everywhere, so none is made. */
async function check(setting: Setting, door: Door): Promise<void> {
  propertiesOf(setting, {});
  if (setting.cases !== undefined) await checkCases({ ...door, base: new URL(setting.cases) });
  await listed(setting, door, `veiligsteller-proef-${crypto.randomUUID().slice(0, 8)}`);
  const type = new URL(setting.documentType);
  if (type.origin !== door.base.origin) return;
  const answer = await send(door, type, { headers: { accept: 'application/json' } });
  await drop(answer);
  if (answer.status === 404) throw new TargetProblem('type-missing', { status: 404 });
}

async function listed({ source }: Setting, door: Door, number: string): Promise<Eio[]> {
  const url = below(door.base, objects);
  url.search = new URLSearchParams({ identificatie: number, bronorganisatie: source }).toString();
  const answer = await send(door, url, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw problemOf(answer);
  return parsed(EioPage, await json(answer)).results.filter(
    (one) => one.identificatie === number && one.bronorganisatie === source,
  );
}

async function find(setting: Setting, door: Door, parcel: Parcel, onBytes?: (done: number) => void): Promise<Found> {
  const all = await listed(setting, door, numberOf(parcel));
  const [one] = all;
  if (!one) return { at: 'absent' };
  if (all.length > 1 || one.integriteit?.waarde !== parcel.sha256) return { at: 'different' };
  if (!(await isWhole(door, one, parcel, onBytes))) return { at: 'half' };
  return { at: 'same', receipt: { ...receiptOf(one, parcel), isFound: true } };
}

const numberOf = ({ facts, fileName }: Parcel): string => facts.identificatie ?? fileName;

async function isWhole(door: Door, one: Eio, { bytes, sha256 }: Parcel, onBytes?: (done: number) => void): Promise<boolean> {
  if (one.locked || typeof one.inhoud !== 'string' || one.bestandsomvang !== bytes) return false;
  const answer = await send(door, onOurs(door, `${new URL(one.url).pathname}/download`), { bytes });
  if (!answer.ok) throw problemOf(answer, { 404: 'altered' });
  return (await hashOfBody(answer, bytes, onBytes)) === sha256;
}

async function deliver(setting: Setting, door: Door, parcel: Parcel, onProgress: OnProgress): Promise<Receipt> {
  await withoutRemains(setting, door, parcel);
  const made = await create(setting, door, parcel);
  await sendParts(door, made, await parcel.read(), onProgress);
  await unlock(door, made);
  const one = await read(door, made.url);
  if (!(await isWhole(door, one, parcel, (done) => onProgress('reading-back', done)))) throw new TargetProblem('altered');
  return receiptOf(one, parcel);
}

/** What an attempt that broke off left: ours by number and checksum, and never whole. Only that is ever removed. */
async function withoutRemains(setting: Setting, door: Door, parcel: Parcel): Promise<void> {
  for (const one of await listed(setting, door, numberOf(parcel))) {
    if (one.integriteit?.waarde !== parcel.sha256) throw new TargetProblem('exists-different');
    const place = onOurs(door, new URL(one.url).pathname);
    if (one.locked) await drop(await send(door, onOurs(door, `${place.pathname}/unlock`), jsonCall('POST', {}))); // may be refused: then removing says so
    const answer = await send(door, place, { method: 'DELETE' });
    await drop(answer);
    if (answer.status !== 204 && answer.status !== 404) throw problemOf(answer);
  }
}

function jsonCall(method: string, body: unknown) {
  return { method, headers: { accept: 'application/json', 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

const dates = new Set(['creatiedatum', 'ontvangstdatum', 'verzenddatum']);
const mostOf: Readonly<Record<string, number>> = { titel: 200, auteur: 200, beschrijving: 1_000, link: 200 };

/** As the specification wants each: a day, a list of words, no longer than it may be. */
function propertiesOf(setting: Setting, facts: Facts): Record<string, string | string[]> {
  if (mappingsOf(setting).some(({ property }) => !isPropertyName(setting.kind, property))) throw new TargetProblem('type-missing');
  return Object.fromEntries(
    toldTo(setting, facts).map(({ property, value }) => {
      if (dates.has(property)) return [property, value.slice(0, 10)];
      if (property === 'trefwoorden') return [property, value.split(',').flatMap((word) => word.trim().slice(0, 100) || [])];
      return [property, value.slice(0, mostOf[property])];
    }),
  );
}

async function create(setting: Setting, door: Door, parcel: Parcel): Promise<Eio> {
  const { source, documentType } = setting;
  const { facts, bytes, sha256, fileName, mime } = parcel;
  const today = new Date().toISOString().slice(0, 10);
  const answer = await send(
    door,
    below(door.base, objects),
    jsonCall('POST', {
      identificatie: numberOf(parcel),
      bronorganisatie: source,
      // what it cannot do without; the mapping says it where it is known
      creatiedatum: today,
      titel: fileName,
      auteur: 'Veiligsteller',
      ...propertiesOf(setting, facts),
      formaat: mime,
      taal: 'nld',
      bestandsnaam: fileName,
      bestandsomvang: bytes,
      inhoud: null,
      integriteit: { algoritme: 'sha_256', waarde: sha256, datum: today },
      informatieobjecttype: documentType,
    }),
  );
  if (answer.status !== 201) throw await refusal(answer);
  return parsed(Eio, await json(answer));
}

/** A 400 of these APIs names the field it is about. */
async function refusal(answer: Response): Promise<TargetProblem> {
  const problem = problemOf(answer, { 413: 'too-large' });
  if (answer.status !== 400) return problem;
  const body = JSON.stringify(await json(answer).catch(() => ({}))); // without a reason it is only refused
  if (body.includes('identificatie-niet-uniek')) return new TargetProblem('exists-different', problem.detail);
  return body.includes('"informatieobjecttype"') ? new TargetProblem('type-missing', problem.detail) : problem;
}

async function sendParts(door: Door, { bestandsdelen, lock }: Eio, content: Blob, onProgress: OnProgress): Promise<void> {
  let done = 0;
  onProgress('sending', done);
  for (const part of bestandsdelen.toSorted((a, b) => a.volgnummer - b.volgnummer)) {
    const form = new FormData();
    form.append('inhoud', content.slice(done, done + part.omvang), 'deel');
    form.append('lock', lock ?? part.lock ?? '');
    const answer = await send(door, onOurs(door, new URL(part.url).pathname), { method: 'PUT', body: form, bytes: part.omvang });
    if (answer.status !== 200) throw problemOf(answer);
    parsed(Received, await json(answer));
    onProgress('sending', (done += part.omvang));
  }
  if (done !== content.size) throw new TargetProblem('unexpected-answer'); // it asked for less than the package is
}

async function unlock(door: Door, { url, lock, bestandsdelen }: Eio): Promise<void> {
  const place = onOurs(door, `${new URL(url).pathname}/unlock`);
  const answer = await send(door, place, jsonCall('POST', { lock: lock ?? bestandsdelen[0]?.lock ?? '' }));
  if (answer.status !== 204) throw problemOf(answer);
  await drop(answer);
}

async function read(door: Door, url: string): Promise<Eio> {
  const answer = await send(door, onOurs(door, new URL(url).pathname), { headers: { accept: 'application/json' } });
  if (!answer.ok) throw problemOf(answer, { 404: 'altered' });
  return parsed(Eio, await json(answer));
}

function receiptOf({ url, versie }: Eio, { bytes }: Parcel): Receipt {
  const id = new URL(url).pathname.split('/').at(-1);
  return {
    where: withoutQuery(url),
    ...(id !== undefined && { id }),
    version: String(versie),
    bytes,
    at: new Date().toISOString(),
    certainty: 'read-back',
  };
}
