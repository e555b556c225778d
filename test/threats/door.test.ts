/** T7–T9, T13: the worker's door. Who may ask is told by the browser, never by the message; what is asked is parsed before it is acted on. */
import * as fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { calls } from '../../lib/messages/calls.ts';
import { asFailure } from '../../lib/model/failure.ts';
import type { CallName } from '../../lib/messages/calls.ts';
import { serve } from '../../lib/messages/server.ts';
import type { Handlers } from '../../lib/messages/server.ts';
import { root } from '../../scripts/root.ts';
import { brokenBy } from './cases.ts';

const names = Object.keys(calls) as CallName[]; // the keys of the table
let reached: string[] = [];
type Listener = (message: unknown, sender: object, reply: (value: unknown) => void) => true | undefined;
let door: Listener;

beforeEach(() => {
  fakeBrowser.reset();
  reached = [];
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    door = listener as unknown as Listener; // the only one
  });
  const handlers = Object.fromEntries(names.map((name) => [name, async () => void reached.push(name)]));
  serve(
    handlers as unknown as Handlers,
    () => undefined,
    async (error) => asFailure(error),
  );
  vi.restoreAllMocks();
});

const ours = () => fakeBrowser.runtime.getURL('/dashboard.html');
const asPage = () => ({ id: fakeBrowser.runtime.id, url: ours() });
const asContent = () => ({ id: fakeBrowser.runtime.id, url: 'https://x.com/a', frameId: 0, tab: { id: 7 } });

function knock(message: unknown, sender: object): Promise<unknown> {
  return new Promise((resolve) => {
    if (door(message, sender, resolve) !== true) resolve(undefined);
  });
}

const forged: readonly (readonly [string, (right: 'page' | 'content') => object])[] = [
  ['another extension', (right) => ({ ...(right === 'page' ? asPage() : asContent()), id: 'vreemde-extensie' })],
  ['no id at all', (right) => ({ ...(right === 'page' ? asPage() : asContent()), id: undefined })],
  ['the other kind', (right) => (right === 'page' ? asContent() : asPage())],
  ['a frame in the page', () => ({ ...asContent(), frameId: 3 })],
  [
    'an address that only begins like ours',
    (right) => ({ ...(right === 'page' ? asPage() : {}), url: `https://x.com/?${ours()}`, id: fakeBrowser.runtime.id }),
  ],
  ['nobody', () => ({})],
];

describe('the door of the worker (T9)', () => {
  it.each(forged)('opens for no call when it is asked by %s', async (_who, sender) => {
    for (const call of names) {
      const answer = await knock({ call, question: {} }, sender(calls[call].from));
      expect({ call, ...(answer as object) }).toMatchObject({ ok: false, code: 'not-allowed' });
    }
    expect(reached).toEqual([]);
  });

  it('knows no call that is not in the table, also not one of every object (T7)', async () => {
    for (const call of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'eval', ''])
      expect(await knock({ call, question: {} }, asPage())).toMatchObject({ ok: false, code: 'bad-message' });
    expect(reached).toEqual([]);
  });

  it('lets through nothing that does not follow the schema, whatever is thrown at it', async () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, maxDepth: 3 });
    const polluting = fc
      .constantFrom('{"__proto__":{"isOurs":true}}', '{"constructor":{"prototype":{"isOurs":true}}}')
      .map((text) => JSON.parse(text) as unknown);
    const property = fc.asyncProperty(
      fc.constantFrom(...names),
      fc.oneof({ weight: 8, arbitrary: anything }, polluting),
      async (call, question) => {
        reached = [];
        const answer = await knock({ call, question }, calls[call].from === 'page' ? asPage() : asContent());
        const isRefused = (answer as { code?: string }).code === 'bad-message' && reached.length === 0; // the door's reply
        return isValid(call, question) ? reached.join() === call : isRefused;
      },
    );
    expect(await brokenBy(property, 40_000)).toBeUndefined();
    expect('isOurs' in {}).toBe(false);
  });
});

/** By the table itself, apart from the server. */
function isValid(call: CallName, question: unknown): boolean {
  return v.safeParse(calls[call].asks, question).success;
}

describe('a page', () => {
  const sources = ['lib', 'entrypoints', 'components']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => [name, readFileSync(join(root, name), 'utf8')] as const);

  it('has no channel to us: nobody listens to window messages, other extensions or web pages (T8, T13)', () => {
    expect(sources.length).toBeGreaterThan(200);
    const listening = sources.filter(([, text]) =>
      /addEventListener\(\s*['"`]message|\.onmessage\s*=|onMessageExternal|onConnectExternal|BroadcastChannel/.test(text),
    );
    expect(listening.map(([name]) => name)).toEqual([]);
  });

  it('starts nothing by an address: no page of ours reads an address to capture or to open from its own (T13)', () => {
    const reading = sources.filter(
      ([, text]) => /searchParams|URLSearchParams\(location/.test(text) && /location\.search/.test(text),
    );
    expect(reading.map(([name]) => name)).toEqual(['entrypoints/common/panel.ts']); // a number of a tab, nothing else
  });
});
