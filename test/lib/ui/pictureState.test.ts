// All accounts in this file are invented.
import { describe, expect, it, vi } from 'vitest';
import type { Capture, MediaRecord } from '../../../lib/model/capture.ts';
import { Failure } from '../../../lib/model/failure.ts';
import { createPictureState } from '../../../lib/ui/pictureState.ts';
import { captureB } from '../../components/samples.ts';
import { pretendWorker } from './worker.ts';

const picture = (sha256: string, more = {}): MediaRecord => ({
  state: 'kept',
  kind: 'image',
  url: 'https://media.example/1',
  mime: 'image/jpeg',
  sha256,
  bytes: 9,
  ...more,
});
const [post] = captureB.posts;
const capture: Capture = {
  ...captureB,
  posts: [
    { ...post!, media: [picture('a', { alt: 'Een plein' }), picture('b', { mime: 'image/gif' }), picture('c'), picture('a')] },
  ],
};

async function begun(answers: Parameters<typeof pretendWorker>[0] = {}) {
  const worker = pretendWorker({ getPicture: 'data:image/png;base64,AA', redactPicture: {}, getCapture: capture, ...answers });
  const onChange = vi.fn<(read: Capture) => void>();
  const state = createPictureState(worker.ask, onChange);
  await state.begin(capture);
  return { state, worker, onChange };
}

describe('marking somebody in own pictures', () => {
  it('shows each still picture once', async () => {
    const { state } = await begun();
    expect(state.pictures.value.map(({ sha256, alt }) => [sha256, alt])).toEqual([
      ['a', 'Een plein'],
      ['c', ''],
    ]);
    expect(state.source.value).toBe('data:image/png;base64,AA');
  });

  it('keeps a field within the picture, and drops a slip of the mouse', async () => {
    const { state } = await begun();
    state.add({ left: 0.5, top: 0.5, width: 0.001, height: 0.2 });
    expect(state.regions.value).toEqual([]);
    state.add();
    state.change(0, { left: 0.95, width: Number.NaN });
    expect(state.regions.value[0]?.left).toBe(0.95);
    expect(state.regions.value[0]!.left + state.regions.value[0]!.width).toBeLessThanOrEqual(1);
    state.remove(0);
    expect(state.regions.value).toEqual([]);
  });

  it('burns in only when asked, and then shows what is stored', async () => {
    const after: Capture = { ...capture, posts: [{ ...post!, media: [picture('n', { redactedRegions: 1 })] }] };
    const { state, worker, onChange } = await begun({ getCapture: after });
    await state.burn();
    expect(worker.questionsOf('redactPicture')).toEqual([]);
    state.add({ left: 0.1, top: 0.1, width: 0.2, height: 0.2 });
    await state.burn();
    expect(worker.questionsOf('redactPicture')).toEqual([
      { id: capture.id, sha256: 'a', regions: [{ left: 0.1, top: 0.1, width: 0.2, height: 0.2 }] },
    ]);
    expect(onChange).toHaveBeenCalledWith(after);
    expect(state.pictures.value).toEqual([{ sha256: 'n', where: post!.key, alt: '', redacted: 1 }]);
    expect(state.regions.value).toEqual([]);
  });

  it('keeps the fields when it could not be done', async () => {
    const { state } = await begun({ redactPicture: new Failure('not-allowed') });
    state.add();
    await state.burn();
    expect(state.trouble.value?.code).toBe('not-allowed');
    expect(state.regions.value).toHaveLength(1);
  });

  it('begins anew on the next picture', async () => {
    const { state } = await begun();
    state.add();
    await state.move(1);
    expect(state.at.value).toBe(1);
    expect(state.regions.value).toEqual([]);
    await state.move(5);
    expect(state.at.value).toBe(1);
  });
});
