import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { untilQuiet } from '../../../lib/capture/quiet.ts';

const times = { startMs: 250, stillMs: 32, maxMs: 8_000 };

describe('a page at rest', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is believed when nothing came within the first wait, and never awaited for longer than patience lasts', async () => {
    const settled = vi.fn<(hasChanged: boolean) => void>();
    void untilQuiet(document, times, () => false).then(settled);
    await vi.advanceTimersByTimeAsync(240);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(32);
    expect(settled).toHaveBeenCalledWith(false);
    const restless = vi.fn<(hasChanged: boolean) => void>();
    void untilQuiet(document, times, () => true).then(restless);
    await vi.advanceTimersByTimeAsync(7_900);
    expect(restless).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(restless).toHaveBeenCalledWith(false);
  });
});
