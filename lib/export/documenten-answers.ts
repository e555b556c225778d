/** What we read from answers of the Documenten API, and the login it asks for. Fields we do not use may be anything. */
import * as v from 'valibot';
import { base64url } from './base64url.ts';

const url = v.pipe(v.string(), v.url());

const Part = v.object({ url, volgnummer: v.number(), omvang: v.pipe(v.number(), v.minValue(1)), lock: v.optional(v.string()) });

/** Its answer to a part. */
export const Received = v.object({ voltooid: v.literal(true) });

export const Eio = v.object({
  url,
  identificatie: v.string(),
  bronorganisatie: v.string(),
  versie: v.number(),
  locked: v.boolean(),
  /** Address of the content; null while there is none. */
  inhoud: v.nullish(v.string()),
  bestandsomvang: v.nullish(v.number()),
  integriteit: v.nullish(v.object({ waarde: v.string() })),
  bestandsdelen: v.array(Part),
  /** Only in the answer to its making. */
  lock: v.optional(v.string()),
});
export type Eio = v.InferOutput<typeof Eio>;

export const EioPage = v.object({ results: v.array(Eio) });

const text = new TextEncoder();

/** RFC 7519, HS256, as the ZGW standards ask for it: made anew for each request. Of the employee nothing is told (R19). */
export async function jwt(clientId: string, secret: string, now: number): Promise<string> {
  const claims = {
    iss: clientId,
    iat: Math.floor(now / 1_000),
    client_id: clientId,
    user_id: 'veiligsteller',
    user_representation: 'Veiligsteller',
  };
  const content = [{ typ: 'JWT', alg: 'HS256' }, claims].map((part) => base64url(text.encode(JSON.stringify(part)))).join('.');
  const key = await crypto.subtle.importKey('raw', text.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return `${content}.${base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(content))))}`;
}
