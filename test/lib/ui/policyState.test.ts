// All organisations in this file are invented.
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../lib/model/failure.ts';
import { createOnboardingState } from '../../../lib/ui/onboardingState.ts';
import { createPolicyState } from '../../../lib/ui/policyState.ts';
import { policy } from '../../components/samples.ts';
import { pretendWorker } from './worker.ts';

const nameless = { ...policy, organisation: { ...policy.organisation, name: '' } };

function onboarding(answers: Parameters<typeof pretendWorker>[0]) {
  const worker = pretendWorker({ savePolicy: () => null, ...answers });
  const settings = createPolicyState(worker.ask);
  return { worker, settings, state: createOnboardingState(settings) };
}

describe('setting up', () => {
  it('stays at the first step until the organisation has a name', async () => {
    const { state, settings } = onboarding({ getPolicy: { policy: nameless, isManaged: false, isSetUp: false } });
    await settings.open();
    expect(settings.invalid.value).toEqual([]);
    await state.next();
    expect(state.step.value).toBe('organisation');
    expect(settings.invalid.value).toEqual([{ path: 'organisation.name', code: 'required' }]);

    settings.change({ organisation: { ...settings.draft.value!.organisation, name: 'Ministerie van Voorbeeldzaken' } });
    expect(settings.invalid.value).toEqual([]);
    await state.next();
    expect(state.step.value).toBe('accounts');
  });

  it('saves everything at the end, once', async () => {
    const { state, settings, worker } = onboarding({ getPolicy: { policy, isManaged: false, isSetUp: false } });
    await settings.open();
    await state.next();
    await state.next();
    expect(worker.questionsOf('savePolicy')).toEqual([]);
    await state.next();
    expect(state.step.value).toBe('done');
    expect(worker.questionsOf('savePolicy')).toEqual([{ policy }]);
  });

  it('does not say it is done when saving failed', async () => {
    const { state, settings } = onboarding({
      getPolicy: { policy, isManaged: false, isSetUp: false },
      savePolicy: new Failure('storage-full', { neededBytes: 1_000_000 }),
    });
    await settings.open();
    await state.next();
    await state.next();
    await state.next();
    expect(state.step.value).toBe('bodies');
    expect(settings.saving.value).toEqual({ at: 'failed', code: 'storage-full', detail: { neededBytes: 1_000_000 } });
  });

  it('tells where the settings of an administrator are wrong', async () => {
    const { settings } = onboarding({ getPolicy: new Failure('policy-invalid', { part: 'organisation.contactEmail' }) });
    await settings.open();
    expect(settings.saving.value).toEqual({ at: 'failed', code: 'policy-invalid', part: 'organisation.contactEmail' });
  });

  it('lets managed settings be read, not changed', async () => {
    const { state, settings, worker } = onboarding({ getPolicy: { policy, isManaged: true, isSetUp: true } });
    await settings.open();
    settings.change({ actorRole: 'Iemand anders' });
    expect(settings.draft.value!.actorRole).toBe(policy.actorRole);
    expect(await settings.save()).toBe(false);
    await state.next();
    await state.next();
    await state.next();
    expect(state.step.value).toBe('done');
    expect(worker.questionsOf('savePolicy')).toEqual([]);
  });
});
