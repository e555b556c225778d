import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchMedia, isAllowed, pictureTypes } from '../../../lib/capture/fetchMedia.ts';

const rules = {
  hosts: ['pbs.twimg.com', '*.cdninstagram.com'],
  isPermitted: async () => true,
  maxBytes: 1_000,
  timeoutMs: 1_000,
  types: pictureTypes,
};
afterEach(() => vi.unstubAllGlobals());

describe('which addresses are fetched (T12)', () => {
  it.each([
    'http://pbs.twimg.com/a.jpg',
    'https://pbs.twimg.com:8443/a.jpg',
    'https://u:p@pbs.twimg.com/a.jpg',
    'https://127.0.0.1/a.jpg',
    'https://[::1]/a.jpg',
    'https://2130706433/a.jpg',
    'https://169.254.169.254/latest',
    'https://router.internal/a.jpg',
    'https://pbs.twimg.com.example/a.jpg',
    'https://cdninstagram.com/a.jpg',
    'https://elders.example/a.jpg',
  ])('never %s', (address) => expect(isAllowed(new URL(address), rules.hosts)).toBe(false));

  it('the hosts of the network', () => {
    expect(isAllowed(new URL('https://pbs.twimg.com/media/a?format=jpg&name=orig'), rules.hosts)).toBe(true);
    expect(isAllowed(new URL('https://scontent.cdninstagram.com/a.jpg'), rules.hosts)).toBe(true);
  });
});

function answer(response: Response | Error): void {
  vi.stubGlobal(
    'fetch',
    vi.fn(() => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response))),
  );
}

describe('fetching a picture', () => {
  const jpeg = { headers: { 'content-type': 'image/jpeg' } };

  it('gives the bytes, asked for without credentials, cache or redirect', async () => {
    answer(new Response(new Uint8Array([1, 2, 3]), jpeg));
    expect(await fetchMedia('https://pbs.twimg.com/a.jpg', rules)).toEqual({
      bytes: new Uint8Array([1, 2, 3]),
      mime: 'image/jpeg',
    });
    expect(fetch).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ credentials: 'omit', cache: 'no-store', redirect: 'error' }),
    );
  });

  it.each([
    ['gone', new Response('', { status: 404 }), 'gone'],
    ['forbidden', new Response('', { status: 403 }), 'forbidden'],
    ['a page instead of a picture', new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'wrong-type'],
    ['too large', new Response(new Uint8Array(2_000), jpeg), 'too-large'],
    ['a network failure', new TypeError('Failed to fetch'), 'network'],
  ])('says why when it is %s (F25)', async (_, response, missing) => {
    answer(response);
    expect(await fetchMedia('https://pbs.twimg.com/a.jpg', rules)).toMatchObject({ missing });
  });

  it('asks nothing of a host the user did not allow', async () => {
    answer(new Response(''));
    expect(await fetchMedia('https://pbs.twimg.com/a.jpg', { ...rules, isPermitted: async () => false })).toEqual({
      missing: 'no-permission',
    });
    expect(fetch).not.toHaveBeenCalled();
  });
});
