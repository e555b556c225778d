import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graph, pieceUnit } from '../../../lib/export/graph.ts';
import { bearerOf, secretFrom, signIn } from '../../../lib/export/oauth.ts';
import { faultProxy } from '../../peers/fault.ts';
import type { FaultProxy } from '../../peers/fault.ts';
import { startGraph, startLogin } from '../../peers/graph.ts';
import type { GraphPeer } from '../../peers/graph.ts';
import { faultLoop } from './faultLoop.ts';
import { packageOf, parcelOf } from './sending.ts';

const quiet = () => undefined;
const setting = (url: string) =>
  ({
    kind: 'graph',
    id: 'm365',
    name: 'SharePoint',
    url,
    tenant: 'voorbeeld.example',
    clientId: 'app-1',
    folder: 'Sociale media/{jaar}',
  }) as const;

const place = (id: string) => `Sociale media/2026/${id}.zip`;

describe('een documentbibliotheek van Microsoft 365, zoals Graph is beschreven', () => {
  let peer: GraphPeer;
  let proxy: FaultProxy;
  beforeAll(async () => {
    peer = await startGraph('toegang');
    proxy = await faultProxy(peer.url);
  });
  afterAll(async () => {
    await proxy.close();
    await peer.close();
  });
  const target = (token = 'toegang') =>
    graph(
      { ...setting(proxy.url), properties: [{ property: 'Scenario', fact: 'scenario' }] },
      { base: new URL(proxy.url), authorization: async () => `Bearer ${token}` },
      pieceUnit,
    );
  const stored = async (id: string) => {
    const content = peer.items.get(place(id));
    return content ? [{ name: `${id}.zip`, sha256: createHash('sha256').update(content).digest('hex') }] : [];
  };

  it('takes a package in pieces of 320 KiB, reads it back, and never gives the login to the address of a session (T26)', async () => {
    const zip = packageOf('VS-20261122-0001', 900_000);
    const seen: number[] = [];
    const receipt = await target().deliver(parcelOf(zip), (phase, done) => phase === 'sending' && seen.push(done));
    expect(seen).toEqual([0, pieceUnit, 2 * pieceUnit, 900_000]);
    expect(receipt).toMatchObject({
      certainty: 'read-back',
      version: '{1},1',
      where: expect.stringMatching(/VS-20261122-0001\.zip$/),
    });
    expect(JSON.stringify(receipt)).not.toContain('tempauth');
    expect(await stored('VS-20261122-0001')).toEqual([{ name: zip.fileName, sha256: zip.sha256 }]);
    expect(peer.faults).toEqual([]);
  });

  it('believes a SHA-256 of the receiver, and sees when it is another', async () => {
    peer.keepsHash = true;
    const zip = packageOf('VS-20261122-0002');
    expect(await target().deliver(parcelOf(zip), quiet)).toMatchObject({ certainty: 'checksum' });
    expect(await target().find(parcelOf({ ...packageOf('iets anders'), fileName: zip.fileName }))).toEqual({ at: 'different' });
    await expect(target().deliver(parcelOf(zip), quiet)).rejects.toMatchObject({ code: 'exists-different' });
    peer.keepsHash = false;
  });

  it('fills the columns the organisation chose, and says when the library does not have one', async () => {
    const zip = packageOf('VS-20261122-0003');
    await target().deliver(parcelOf(zip), quiet);
    expect(await target().annotate?.(parcelOf(zip))).toEqual({ metadata: 'kept' });
    expect(peer.fields.get(place('VS-20261122-0003'))).toEqual({ Scenario: 'B' });
    const other = graph(
      { ...setting(peer.url), properties: [{ property: 'Onbekend', fact: 'scenario' }] },
      { base: new URL(peer.url), authorization: async () => 'Bearer toegang' },
    );
    await expect(other.check()).rejects.toMatchObject({ code: 'type-missing' });
    expect(await other.annotate?.(parcelOf(zip))).toEqual({ metadata: 'refused' });
  });

  it('says what is wrong with a set-up', async () => {
    await target().check();
    await expect(target('verlopen').check()).rejects.toMatchObject({ code: 'login' });
  });

  it('has one item with our bytes whichever request fails, and in whichever way (F17–F19)', { timeout: 120_000 }, async () => {
    const kinds = ['refuse', 'half', 'lost', 'busy', 'wrong'] as const;
    const withColumns = async (id: string) => {
      // asked once it is certain: the columns are filled then too
      expect({ id, columns: peer.fields.get(place(id)) }).toEqual({ id, columns: { Scenario: 'B' } });
      return stored(id);
    };
    expect(await faultLoop(proxy, () => target(), withColumns, kinds)).toBeGreaterThan(10);
    expect(peer.faults).toEqual([]);
  });

  /** The session's address is the receiver's own: only here can it be led through the proxy. */
  async function throughProxy(work: (pieces: FaultProxy) => Promise<void>): Promise<void> {
    const pieces = await faultProxy(peer.uploads);
    const original = globalThis.fetch;
    const away = pieces.url.replace(/\/$/, '');
    const through = (url: URL, init?: RequestInit) => original(url.href.replace(peer.uploads, away), init);
    globalThis.fetch = through as unknown as typeof fetch; // of the ways to ask, ours is always by URL
    try {
      await work(pieces);
    } finally {
      globalThis.fetch = original;
      await pieces.close();
    }
  }

  it('has one item with our bytes whichever question to the session fails, and in whichever way', { timeout: 60_000 }, () =>
    throughProxy(async (pieces) => {
      peer.items.clear(); // the loop before this one has the same packages
      expect(await faultLoop(pieces, () => target(), stored)).toBeGreaterThan(8);
    }),
  );

  it('goes on where it stopped when a piece is lost on its way, and sends no piece twice', { timeout: 60_000 }, () =>
    throughProxy(async (pieces) => {
      const found: string[] = [];
      for (const fault of ['refuse', 'half', 'lost'] as const)
        for (let n = 1, isSpent = true; isSpent; n++) {
          const zip = packageOf(`VS-20261123-${fault}-${n}`, 700_000);
          pieces.arm(n, fault);
          // the read-back is not a piece: broken off there, the queue begins anew, and finds it
          const isDone = await target()
            .deliver(parcelOf(zip), quiet)
            .then(
              () => true,
              () => false,
            );
          if (!isDone) found.push((await target().find(parcelOf(zip))).at);
          isSpent = pieces.isSpent;
          pieces.arm(0, fault);
          expect(await stored(zip.fileName.replace('.zip', ''))).toEqual([{ name: zip.fileName, sha256: zip.sha256 }]);
        }
      expect(new Set(found)).toEqual(new Set(['same']));
    }),
  );
});

describe('signing in with PKCE', () => {
  it('gives a login to whoever asked for it, renews it in time, and keeps what it was given', async () => {
    let times = 0;
    const login = await startLogin(() => ({ access: `toegang-${++times}`, expiresIn: times === 1 ? 30 : 3_600 }));
    const graphSetting = setting('https://graph.microsoft.com/v1.0/drives/d1');
    const asked = await signIn(graphSetting, 'https://abc.chromiumapp.org/', login.url);
    expect(new URL(asked.url).searchParams.get('code_challenge_method')).toBe('S256');
    expect(asked.url).not.toContain(asked.verifier);
    const secret = await secretFrom(graphSetting, asked, login.comeBack(asked.url), login.url);
    const kept: string[] = [];
    const bearer = bearerOf(graphSetting, secret, async (renewed) => void kept.push(renewed), login.url);
    expect(await bearer()).toBe('Bearer toegang-2'); // the first would run out within the minute
    expect(await bearer()).toBe('Bearer toegang-2');
    expect(kept).toHaveLength(1);
    expect(login.asked.map((fields) => fields.get('grant_type'))).toEqual(['authorization_code', 'refresh_token']);
    await login.close();
  });

  it('is refused when the answer is not to this question, or the code was taken by somebody else', async () => {
    const login = await startLogin(() => ({ access: 'toegang', expiresIn: 3_600 }));
    const graphSetting = setting('https://graph.microsoft.com/v1.0/drives/d1');
    const asked = await signIn(graphSetting, 'https://abc.chromiumapp.org/', login.url);
    const cameBack = login.comeBack(asked.url);
    await expect(secretFrom(graphSetting, { ...asked, state: 'andere' }, cameBack, login.url)).rejects.toMatchObject({
      code: 'login',
    });
    await expect(secretFrom(graphSetting, { ...asked, verifier: 'van-een-ander' }, cameBack, login.url)).rejects.toMatchObject({
      code: 'needs-secret',
    });
    expect(() => bearerOf(graphSetting, 'zelf getypt', async () => undefined)).toThrow(
      expect.objectContaining({ code: 'needs-secret' }),
    );
    await login.close();
  });
});
