/** The driver of browser tests and commands: how it waits for a job while the worker comes and goes. */
import { describe, expect, it } from 'vitest';
import { ask, finished } from '../../scripts/drive.ts';
import type { JobStatus } from '../../lib/model/job.ts';

const started: JobStatus = {
  id: 'opdracht',
  tabId: 1,
  step: 'unfolding',
  posts: 1,
  reactions: 0,
  startedAt: '2026-01-01T00:00:00Z',
  heardAt: '2026-01-01T00:00:00Z',
};
const done: JobStatus = { ...started, step: 'done', reactions: 3 };
const channelClosed = () => {
  throw new Error(
    'page.evaluate: Error: A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
  );
};

/** Answers one question after the other; the last answer stays. */
function answering(...answers: (() => unknown)[]) {
  let at = 0;
  return { ask: async () => answers[Math.min(at++, answers.length - 1)]?.(), asked: () => at };
}

describe('waiting for a job', () => {
  it('asks again after a worker that went before it answered', async () => {
    const browser = answering(channelClosed, channelClosed, () => ({ ok: true, answer: done }));
    expect(await finished(browser, 1, started)).toEqual(done);
    expect(browser.asked()).toBe(3);
  });

  it('gives up on a worker that never answers', async () => {
    const browser = answering(channelClosed);
    await expect(finished(browser, 1, started)).rejects.toMatchObject({ code: 'interrupted' });
    expect(browser.asked()).toBeGreaterThan(3);
  });

  it('takes nothing else for a restart', async () => {
    const gone = new Error('Target page, context or browser has been closed');
    const browser = answering(() => Promise.reject(gone));
    await expect(finished(browser, 1, started)).rejects.toBe(gone);
    expect(browser.asked()).toBe(1);
  });
});

it('a question to a worker that went gives `interrupted`, as the pages of the extension get it', async () => {
  await expect(ask(answering(channelClosed), 'listCaptures', {})).rejects.toMatchObject({ code: 'interrupted' });
});
