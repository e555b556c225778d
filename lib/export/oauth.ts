/** OAuth 2.0 with PKCE (RFC 7636) at Microsoft: no client secret exists, and what is handed out lives in memory only (T26). */
import * as v from 'valibot';
import type { TargetSetting } from '../model/target.ts';
import { base64url } from './base64url.ts';
import { json, parsed, plainly } from './http.ts';
import { TargetProblem } from './problem.ts';

type Setting = Extract<TargetSetting, { kind: 'graph' }>;

const microsoft = 'https://login.microsoftonline.com';
/** Columns of a library are the site's, not the file's. */
function scopeOf({ properties }: Setting): string {
  const right = properties ? 'Sites.ReadWrite.All' : 'Files.ReadWrite.All';
  return `https://graph.microsoft.com/${right} offline_access`;
}

/** What is kept as the secret of a Graph target. */
const Tokens = v.object({ access: v.string(), refresh: v.optional(v.string()), until: v.number() });
type Tokens = v.InferOutput<typeof Tokens>;

export interface SignIn {
  readonly url: string;
  readonly verifier: string;
  readonly state: string;
  readonly redirect: string;
}

export async function signIn(setting: Setting, redirect: string, login = microsoft): Promise<SignIn> {
  const { tenant, clientId } = setting;
  const [verifier, state] = [random(), random()];
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const url = new URL(`/${encodeURIComponent(tenant)}/oauth2/v2.0/authorize`, login);
  url.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirect,
    scope: scopeOf(setting),
    state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  }).toString();
  return { url: url.href, verifier, state, redirect };
}

/** From the address the browser came back to, to a secret to keep; refused when it is not the answer to this very question. */
export async function secretFrom(setting: Setting, asked: SignIn, cameBack: string, login = microsoft): Promise<string> {
  const answer = new URL(cameBack).searchParams;
  const code = answer.get('code');
  if (answer.get('state') !== asked.state || code === null) throw new TargetProblem('login');
  const tokens = await tokensFor(setting, login, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: asked.redirect,
    code_verifier: asked.verifier,
  });
  return JSON.stringify(tokens);
}

/** The login for each request; renewed a minute before it runs out, and then kept by `keep`. */
export function bearerOf(setting: Setting, secret: string, keep: (secret: string) => Promise<void>, login = microsoft) {
  let tokens = tokensIn(secret);
  return async (): Promise<string> => {
    if (tokens.until < Date.now() + 60_000) {
      if (tokens.refresh === undefined) throw new TargetProblem('needs-secret');
      tokens = {
        refresh: tokens.refresh,
        ...(await tokensFor(setting, login, { grant_type: 'refresh_token', refresh_token: tokens.refresh })),
      };
      await keep(JSON.stringify(tokens));
    }
    return `Bearer ${tokens.access}`;
  };
}

function tokensIn(secret: string): Tokens {
  try {
    return v.parse(Tokens, JSON.parse(secret));
  } catch {
    throw new TargetProblem('needs-secret'); // typed by hand: this one is handed out, not typed
  }
}

const Answer = v.object({ access_token: v.string(), refresh_token: v.optional(v.string()), expires_in: v.number() });

async function tokensFor(setting: Setting, login: string, fields: Readonly<Record<string, string>>): Promise<Tokens> {
  const { tenant, clientId } = setting;
  const answer = await plainly(new URL(`/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, login), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_id: clientId, scope: scopeOf(setting), ...fields }).toString(),
  });
  if (answer.status === 400 || answer.status === 401) throw new TargetProblem('needs-secret', { status: answer.status });
  const got = parsed(Answer, await json(answer));
  return {
    access: got.access_token,
    until: Date.now() + got.expires_in * 1_000,
    ...(got.refresh_token !== undefined && { refresh: got.refresh_token }),
  };
}

function random(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}
