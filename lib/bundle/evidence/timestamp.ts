/** D14: RFC 3161. A request for a time-stamp, and everything that must hold before an answer is believed. */
import { Integer, Null, ObjectIdentifier, fromBER } from 'asn1js';
import * as pki from 'pkijs';
import { fromPem, isSame, sha256, whole } from './bytes.ts';

const oid = {
  sha256: '2.16.840.1.101.3.4.2.1',
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  extKeyUsage: '2.5.29.37',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

/** What is wrong with an answer or a token; each has its own sentence. */
export type StampProblem =
  | 'refused' // the authority did not grant it
  | 'unreadable' // no time-stamp response, or one with loose ends
  | 'imprint' // it is about something else
  | 'nonce' // it answers another question
  | 'usage' // the certificate is not for time-stamping alone
  | 'certificate-binding' // the token was not made for this certificate
  | 'signature'
  | 'chain' // no path to a root that was set, at the time it was stamped
  | 'time'; // in the future, or long before the request

export interface Stamp {
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly serial: string;
  /** Subject of the authority's certificate: "CN=…, O=…". */
  readonly authority: string;
}
export type Stamped =
  | { readonly ok: true; readonly stamp: Stamp }
  | { readonly ok: false; readonly problem: StampProblem; readonly stamp?: Stamp };

export interface StampFacts {
  /** The bytes that were stamped. */
  readonly content: Uint8Array;
  /** PEM, one or more: only these are believed. */
  readonly roots: string;
  /** Only whoever asked knows it. */
  readonly nonce?: Uint8Array;
  /** ISO: not stamped later than this (and, asked just now, not long before it either). */
  readonly now: string;
}

/** DER of a request for a stamp over this content, with the certificate in the answer. `nonce`: 8 random bytes. */
export async function stampRequest(content: Uint8Array, nonce: Uint8Array): Promise<Uint8Array> {
  const request = new pki.TimeStampReq({
    version: 1,
    messageImprint: await pki.MessageImprint.create('SHA-256', whole(content).buffer),
    nonce: numberOf(nonce),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/** Positive, and of a fixed length: the first bits are 01. */
function numberOf(nonce: Uint8Array): Integer {
  const bytes = whole(nonce);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return new Integer({ valueHex: bytes.buffer });
}

/** Looks at everything, the first thing that is wrong first. Never throws: an answer comes from outside. */
export async function checkStamp(response: Uint8Array, facts: StampFacts): Promise<Stamped> {
  try {
    return await checked(response, facts);
  } catch {
    return { ok: false, problem: 'unreadable' };
  }
}

async function checked(response: Uint8Array, facts: StampFacts): Promise<Stamped> {
  const answer = fromBER(whole(response).buffer);
  if (answer.offset !== response.length) return { ok: false, problem: 'unreadable' };
  const { status, timeStampToken } = new pki.TimeStampResp({ schema: answer.result });
  if (status.status !== pki.PKIStatus.granted || !timeStampToken) return { ok: false, problem: 'refused' }; // also "with changes" is no answer to our question
  if (timeStampToken.contentType !== oid.signedData) return { ok: false, problem: 'unreadable' };
  const signed = new pki.SignedData({ schema: timeStampToken.content });
  if (!isWrittenOneWay(response, timeStampToken, signed, status)) return { ok: false, problem: 'unreadable' };
  const info = infoIn(signed);
  const signer = signerOf(signed);
  if (!info || !signer) return { ok: false, problem: 'unreadable' };
  const stamp: Stamp = {
    time: info.genTime.toISOString(),
    serial: info.serialNumber.toBigInt().toString(16),
    authority: nameOf(signer),
  };
  const problem = await firstProblem({ signed, info, signer }, facts);
  return problem ? { ok: false, problem, stamp } : { ok: true, stamp };
}

interface Token {
  readonly signed: pki.SignedData;
  readonly info: pki.TSTInfo;
  readonly signer: pki.Certificate;
}

async function firstProblem(token: Token, facts: StampFacts): Promise<StampProblem | undefined> {
  if (!(await isAbout(token.info, facts.content))) return 'imprint';
  if (facts.nonce && !token.info.nonce?.isEqual(numberOf(facts.nonce))) return 'nonce';
  if (!isForStampingOnly(token.signer)) return 'usage';
  if (!(await namesItsSigner(token))) return 'certificate-binding';
  const verified = await verdict(token, facts);
  return verified ?? (isPossible(token.info.genTime, facts) ? undefined : 'time');
}

function infoIn(signed: pki.SignedData): pki.TSTInfo | undefined {
  const { encapContentInfo, signerInfos } = signed;
  const content = encapContentInfo.eContent?.getValue();
  const [signer] = signerInfos;
  if (encapContentInfo.eContentType !== oid.tstInfo || !content || !signer || signerInfos.length !== 1) return undefined;
  const types = signer.signedAttrs?.attributes.filter(({ type }) => type === oid.contentType) ?? [];
  const type: unknown = types[0]?.values[0];
  const isStamp = type instanceof ObjectIdentifier && type.getValue() === oid.tstInfo;
  return isStamp && isWellWrapped(signed, signer) ? pki.TSTInfo.fromBER(content) : undefined;
}

/** Around what is signed stand a few fields that are not: they may have one value only, so that nothing can be changed there unseen. */
function isWellWrapped({ version, digestAlgorithms }: pki.SignedData, signer: pki.SignerInfo): boolean {
  const [digest] = digestAlgorithms;
  const same = digest && isSame(derOf(digest), derOf(signer.digestAlgorithm));
  const { algorithmParams } = signer.digestAlgorithm;
  const isPlain = algorithmParams === undefined || algorithmParams instanceof Null;
  return version === 3 && signer.version === 1 && digestAlgorithms.length === 1 && same === true && isPlain;
}

/** DER: the same content is always written the same way, so a byte that means nothing cannot be changed unseen either. */
function isWrittenOneWay(
  response: Uint8Array,
  { contentType }: pki.ContentInfo,
  signed: pki.SignedData,
  status: pki.PKIStatusInfo,
): boolean {
  const timeStampToken = new pki.ContentInfo({ contentType, content: signed.toSchema() });
  return isSame(derOf(new pki.TimeStampResp({ status, timeStampToken })), response);
}

function derOf(value: { toSchema(): { toBER(): ArrayBuffer } }): Uint8Array {
  return new Uint8Array(value.toSchema().toBER());
}

async function isAbout({ messageImprint }: pki.TSTInfo, content: Uint8Array): Promise<boolean> {
  const { hashAlgorithm, hashedMessage } = messageImprint;
  return hashAlgorithm.algorithmId === oid.sha256 && isSame(hashedMessage.valueBlock.valueHexView, await sha256(content));
}

function certificatesIn(signed: pki.SignedData): pki.Certificate[] {
  return (signed.certificates ?? []).filter((one): one is pki.Certificate => one instanceof pki.Certificate);
}

function signerOf(signed: pki.SignedData): pki.Certificate | undefined {
  const [info] = signed.signerInfos;
  const { sid } = info ?? {};
  if (!(sid instanceof pki.IssuerAndSerialNumber)) return undefined;
  return certificatesIn(signed).find(
    ({ issuer, serialNumber }) => isSame(derOf(issuer), derOf(sid.issuer)) && serialNumber.isEqual(sid.serialNumber),
  );
}

/** RFC 3161, 2.3: exactly this one use, and marked as not to be ignored. */
function isForStampingOnly({ extensions }: pki.Certificate): boolean {
  const usage = extensions?.filter(({ extnID }) => extnID === oid.extKeyUsage) ?? [];
  const [only] = usage;
  const uses: unknown = only?.parsedValue instanceof pki.ExtKeyUsage ? only.parsedValue.keyPurposes : [];
  return usage.length === 1 && only?.critical === true && Array.isArray(uses) && uses.length === 1 && uses[0] === oid.timeStamping;
}

/** RFC 5816: the signed part names the hash of the certificate, so that another with the same key cannot take its place. */
async function namesItsSigner({ signed, signer }: Token): Promise<boolean> {
  const certificate = derOf(signer);
  const hashes = [await sha256(certificate), new Uint8Array(await crypto.subtle.digest('SHA-1', whole(certificate)))];
  const named = (signed.signerInfos[0]?.signedAttrs?.attributes ?? []).filter(
    ({ type }) => type === oid.signingCertificateV2 || type === oid.signingCertificate,
  );
  return named.some(({ values }) => {
    const text = new Uint8Array((values as { toBER(): ArrayBuffer }[])[0]?.toBER() ?? new ArrayBuffer(0)); // an ASN.1 value writes itself
    return hashes.some((hash) => holds(text, hash));
  });
}

function holds(text: Uint8Array, part: Uint8Array): boolean {
  for (let at = 0; at + part.length <= text.length; at += 1) if (isSame(text.subarray(at, at + part.length), part)) return true;
  return false;
}

/** The library follows the chain at the time of stamping and checks the signature; it throws with a number for what it found. */
async function verdict({ signed }: Token, { content, roots }: StampFacts): Promise<'chain' | 'signature' | undefined> {
  const trustedCerts = rootsIn(roots);
  if (trustedCerts.length === 0) return 'chain';
  try {
    const isGood = await signed.verify({ signer: 0, data: whole(content).buffer, trustedCerts, checkChain: true });
    return isGood ? undefined : 'signature';
  } catch (error) {
    return error instanceof pki.SignedDataVerifyError && error.code === 5 ? 'chain' : 'signature';
  }
}

/** The roots in a text of PEM blocks; what is no certificate is left out. */
export function rootsIn(text: string): pki.Certificate[] {
  return fromPem('CERTIFICATE', text).flatMap((der) => {
    try {
      return [pki.Certificate.fromBER(whole(der).buffer)];
    } catch {
      return []; // the settings say that there is none
    }
  });
}

const toleranceMs = 5 * 60_000;

function isPossible(time: Date, { now, nonce }: StampFacts): boolean {
  const difference = time.getTime() - Date.parse(now);
  return difference <= toleranceMs && (nonce === undefined || difference >= -toleranceMs);
}

const shortNames: Readonly<Record<string, string>> = { '2.5.4.3': 'CN', '2.5.4.10': 'O', '2.5.4.6': 'C' };

function nameOf({ subject }: pki.Certificate): string {
  const parts = subject.typesAndValues.flatMap(({ type, value }) => {
    const short = shortNames[type];
    const text: unknown = value.valueBlock.value;
    return short && typeof text === 'string' ? [`${short}=${text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 100)}`] : [];
  });
  return parts.toReversed().join(', ');
}
