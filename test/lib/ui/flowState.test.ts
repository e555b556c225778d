// All accounts are invented.
import { expect, it } from 'vitest';
import { actOf, createFlowState, stepsBehind } from '../../../lib/ui/flowState.ts';
import { routeOf } from '../../../lib/ui/route.ts';
import { captureB, summaryOf } from '../../components/samples.ts';
import { pretendWorker } from './worker.ts';

const at = (state: Parameters<typeof summaryOf>[1]) => summaryOf(captureB, state);

it('is with us until the receiver has shown to have the same bytes (R31, D11)', () => {
  expect(actOf(at({ state: 'stripped' }))).toBe('veiligstellen');
  expect(actOf(at({ state: 'delivered' }))).toBe('veiligstellen');
  expect(actOf(at({ state: 'secured' }))).toBe('archiveren');
  expect(actOf(at({ state: 'cleared' }))).toBe('archiveren');
  expect(stepsBehind(at({ state: 'sealed' }))).toBe(3);
});

it('shows the flow alone, or with one capture in it', async () => {
  const flow = createFlowState(pretendWorker({ listCaptures: [summaryOf(captureB)] }).ask);
  await flow.open(captureB.id);
  expect(flow.here.value?.id).toBe(captureB.id);
  await flow.open(undefined);
  expect(flow.here.value).toBeUndefined();
  expect(routeOf(`#/uitleg/${captureB.id}`)).toEqual({ page: 'flow', id: captureB.id });
  expect(routeOf('#/uitleg')).toEqual({ page: 'flow' });
});
