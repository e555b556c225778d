import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { turns } from '../../../entrypoints/background/turns.ts';
import { askStop, forgetStop } from '../../../lib/store/session.ts';

beforeEach(() => fakeBrowser.reset());

it('lets others go first between the parts of long work, and ends it when the user stopped it (F23)', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const turn = turns('taak-1');
  const asked = vi.fn<() => void>();
  setTimeout(asked, 0);
  await turn();
  expect(asked).not.toHaveBeenCalled(); // it has only just begun

  clock.mockReturnValue(60);
  await turn();
  expect(asked).toHaveBeenCalled();

  await askStop('taak-1');
  await turn();
  clock.mockReturnValue(120);
  await expect(turn()).rejects.toMatchObject({ code: 'stopped' });
  await forgetStop('taak-1');
  await turn();
  clock.mockRestore();
});
