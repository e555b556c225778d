/** One round of reading. Nobody real is in it. */
import { describe, expect, it, vi } from 'vitest';
import { createHarvest, harvest } from '../../../lib/capture/harvest.ts';
import { createStyleTable } from '../../../lib/capture/styles.ts';
import type { Adapter } from '../../../lib/platforms/adapter.ts';
import { createPeople } from '../../../lib/platforms/people.ts';

const url = new URL('https://voorbeeld.social/1');

/** Takes so long for each item that the page gets its turn in between. */
function slowReader(onRead: (id: string) => void = () => undefined, media: () => { kind: 'image' }[] = () => []): Adapter {
  return {
    platform: 'other',
    version: '1',
    mediaHosts: [],
    canRead: () => true,
    pageKind: () => 'post',
    facts: () => ({ layout: 'test', replies: { possible: 'unknown', evidence: '' }, unavailableItems: 0, notes: [] }),
    find: (page) => [...page.querySelectorAll('p')].map((element) => ({ kind: 'reaction', id: element.id, element })),
    read: ({ id, element }) => {
      const until = performance.now() + 16;
      while (performance.now() < until);
      onRead(id);
      const item = {
        times: {},
        text: element.textContent ?? '',
        media: media(),
        counts: {},
        mentions: [],
        hashtags: [],
        links: [],
      };
      return { item, marks: [] };
    },
    profile: () => undefined,
    unfold: { controls: [], never: [], scrolls: true },
  };
}

const reader = (adapter: Adapter) => ({ adapter, people: createPeople(), styles: createStyleTable(window) });
const rows = (...ids: string[]) => ids.map((id) => `<p id="${id}">${id}</p>`).join('');

describe('a round of reading', () => {
  it('reads on what stands there when rows are given to other items meanwhile, and loses none of them', async () => {
    document.body.innerHTML = rows('a', 'b', 'c', 'd');
    const adapter = slowReader((id) => {
      if (id === 'b') setTimeout(() => (document.body.innerHTML = rows('c', 'd', 'e', 'f')), 0);
    });
    const into = createHarvest();
    const { added } = await harvest(reader(adapter), document, url, into);
    expect(into.items.values().map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(added).toBe(6);
  });

  it('reads an item once a round, also when its picture is still to come', async () => {
    document.body.innerHTML = rows('a', 'b', 'c', 'd', 'e');
    const read: string[] = [];
    const adapter = slowReader(
      (id) => read.push(id),
      () => [{ kind: 'image' }],
    );
    await harvest(reader(adapter), document, url, createHarvest());
    expect(read).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('reads an item of many screens for its pictures again now and then, and each time once its end is in view', async () => {
    document.body.innerHTML = rows('a');
    const box = vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 500, 90_000));
    const read: string[] = [];
    const adapter = slowReader(
      (id) => read.push(id),
      () => [{ kind: 'image' }],
    );
    const into = createHarvest();
    const clock = vi.spyOn(performance, 'now');
    await harvest(reader(adapter), document, url, into);
    await harvest(reader(adapter), document, url, into);
    expect(read).toEqual(['a']);
    const now = performance.now();
    let [later, step] = [1_000, 20];
    clock.mockImplementation(() => now + (later += step));
    await harvest(reader(adapter), document, url, into);
    expect(read).toEqual(['a', 'a']);
    step = 1;
    await harvest(reader(adapter), document, url, into);
    expect(read).toEqual(['a', 'a']);
    box.mockReturnValue(new DOMRect(0, -89_500, 500, 90_000));
    await harvest(reader(adapter), document, url, into);
    expect(read).toEqual(['a', 'a', 'a']);
    box.mockRestore();
    clock.mockRestore();
  });
});
