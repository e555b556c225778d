// Everybody on the practice page is invented.
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createPracticeWorker } from '../../../entrypoints/oefenen/worker.ts';
import type { Asks } from '../../../lib/messages/calls.ts';
import type { Capture } from '../../../lib/model/capture.ts';
import type { Run } from '../../../lib/model/run.ts';
import { letterItem, privatePosts, profilePage, threadPage } from '../../../lib/practice/pages.ts';
import type { PracticePage } from '../../../lib/practice/pages.ts';
import type { PracticeEvent } from '../../../lib/practice/stories.ts';
import { createPracticeState } from '../../../lib/ui/practiceState.ts';

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0' }) });
});

function practise(page: PracticePage) {
  const events: PracticeEvent[] = [];
  const runs: Run[] = [];
  const ask = createPracticeWorker({
    page,
    tell: (event) => void events.push(event),
    webcare: () => true,
    picked: () => letterItem,
    pause: async () => {},
    onRun: (run) => void runs.push(run),
  });
  const made = async (): Promise<Capture> => {
    await expect.poll(async () => (await ask('jobOf', { tabId: 0 }))?.step).toBe('done');
    const job = await ask('jobOf', { tabId: 0 });
    expect(job?.failure).toBeUndefined();
    return ask('getCapture', { id: job?.captureId ?? '' });
  };
  return { ask, events, runs, made };
}
const people = [...new Set(threadPage.items.filter(({ isOwn }) => !isOwn).map(({ author }) => author))];
const letter: Asks<'takeLetter'> = { tabId: 0, item: letterItem, kind: 'bezwaar', team: 'Juridische zaken' };

describe('practising', () => {
  it('strips the post with its reactions as in earnest, and leaves nothing to doubt', async () => {
    const { ask, events, made } = practise(threadPage);
    await ask('startCapture', { tabId: 0, scenario: 'B' });
    const capture = await made();
    expect(capture).toMatchObject({ completeness: { state: 'OK' }, review: [], thirdParties: people.length });
    const words = JSON.stringify(capture);
    for (const { name, handle } of people) {
      expect(words).not.toContain(name);
      expect(words).not.toContain(handle);
    }
    expect(words).not.toMatch(/06-12345678|voorbeeldpost/);
    await ask('exportCapture', { id: capture.id });
    expect(events).toEqual([{ did: 'bericht-start', scenario: 'B' }, { did: 'bericht-export' }]);
  });

  it('makes a letter in which its writer alone stays', async () => {
    const { ask, events, made } = practise(threadPage);
    expect((await ask('listReactions', { tabId: 0 })).find(({ isPicked }) => isPicked)?.item).toBe(letterItem);
    await ask('takeLetter', letter);
    const { people: kept, reactions } = await made();
    expect(kept.filter(({ role }) => role === 'schrijver')).toHaveLength(1);
    expect(reactions).toHaveLength(1);
    expect(events).toEqual([{ did: 'brief-vastleggen', kind: 'bezwaar', item: letterItem }]);
  });

  it('walks through the chosen posts of a profile, each with a capture of its own', async () => {
    const { ask, events, runs } = practise(profilePage);
    const { posts } = await ask('listPosts', { tabId: 0 });
    const chosen = posts.filter(({ postId }) => !privatePosts.has(postId ?? ''));
    await ask('startRound', {
      tabId: 0,
      account: { platform: 'x', handle: profilePage.account.handle },
      view: { seen: posts.length },
      posts: chosen.map(({ url, postId }) => ({
        platform: 'x',
        url,
        postId,
        scenario: 'C',
        capacity: 'Als bewindspersoon',
        selectionReason: 'Kondigt beleid aan',
      })),
    });
    await expect.poll(() => runs.at(-1)?.state).toBe('ended');
    expect(runs.at(-1)?.steps.map(({ state }) => state)).toEqual(chosen.map(() => 'captured'));
    expect(await ask('listCaptures', {})).toHaveLength(chosen.length);
    expect(events.map(({ did }) => did)).toEqual(['ronde-kies', 'ronde-klaar']);
  });

  it('keeps nothing', async () => {
    const { ask, made } = practise(threadPage);
    await ask('takeLetter', letter);
    await made();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });
});

describe('what is said of it', () => {
  it('goes on after a good step, and says what was not right of another', () => {
    const state = createPracticeState();
    state.choose('brief');
    state.heard({ did: 'brief-knoppen' });
    state.heard({ did: 'brief-wijs', as: 'brief', item: 'reactie-1' });
    expect(state.told.value).toEqual({ is: 'not-yet', mistake: 'geen-brief' });
    expect(state.step.value).toBe('brief-wijs');
    state.heard({ did: 'brief-wijs', as: 'vraag', item: letterItem });
    expect(state.told.value).toEqual({ is: 'not-yet', mistake: 'andere-keuze' });
    state.heard({ did: 'brief-wijs', as: 'brief', item: letterItem });
    state.heard({ did: 'brief-vastleggen', kind: 'klacht', item: letterItem });
    expect(state.told.value).toEqual({ is: 'not-yet', mistake: 'andere-soort' });
    expect(state.finished.value.has('brief')).toBe(false);
    state.heard({ did: 'brief-vastleggen', kind: 'bezwaar', item: letterItem });
    expect(state.step.value).toBeUndefined();
    expect([...state.finished.value]).toEqual(['brief']);
  });

  it('knows of a round what is private and what was missed (R9)', () => {
    const state = createPracticeState();
    state.choose('ronde');
    const said = (posts: readonly string[]) => {
      state.heard({ did: 'ronde-kies', posts });
      return state.told.value;
    };
    const official = profilePage.items.map(({ id }) => id).filter((id) => !privatePosts.has(id));
    expect(said([])).toEqual({ is: 'not-yet', mistake: 'niets-gekozen' });
    expect(said(['bericht-2'])).toEqual({ is: 'not-yet', mistake: 'prive-gekozen' });
    expect(said(official.slice(1))).toEqual({ is: 'not-yet', mistake: 'bericht-gemist' });
    expect(said(official)).toEqual({ is: 'good', step: 'ronde-kies' });
  });

  it('takes the other scenario for a mistake', () => {
    const state = createPracticeState();
    state.heard({ did: 'bericht-start', scenario: 'A' });
    expect(state.told.value).toEqual({ is: 'not-yet', mistake: 'ander-scenario' });
  });
});
