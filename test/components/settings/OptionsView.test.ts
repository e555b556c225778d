// @vitest-environment jsdom
// All accounts and people in this file are invented.
import { h } from 'preact';
import { describe, expect, it } from 'vitest';
import { OptionsView } from '../../../components/settings/OptionsView.tsx';
import type { PolicyKey } from '../../../lib/model/policy.ts';
import { createKeyState } from '../../../lib/ui/keyState.ts';
import { createLanguageState } from '../../../lib/ui/language.ts';
import { createPolicyState } from '../../../lib/ui/policyState.ts';
import { createTargetState } from '../../../lib/ui/targetState.ts';
import { pretendWorker } from '../../lib/ui/worker.ts';
import { draw } from '../draw.ts';
import { policy } from '../samples.ts';

async function settingsWith(locked: readonly PolicyKey[]): Promise<HTMLElement> {
  const { ask } = pretendWorker({ getPolicy: { policy, isManaged: locked.length > 0, locked, isSetUp: true } });
  const state = createPolicyState(ask);
  await state.open();
  const keys = createKeyState(ask, async () => true);
  const targets = createTargetState(ask, async () => true);
  const language = createLanguageState({ get: async () => ({}), set: async () => undefined });
  return draw(h(OptionsView, { state, language, keys, targets }));
}

function isOpen(root: HTMLElement, label: string): boolean | undefined {
  const control = [...root.querySelectorAll('label')].find((one) => one.textContent.startsWith(label))?.control;
  return control ? !control.matches(':disabled') : undefined;
}

const locks = (root: HTMLElement, title: string): number =>
  root.querySelector(`section[aria-labelledby=${title}]`)?.querySelectorAll('.badge').length ?? -1;

describe('what an administrator set', () => {
  it('is locked by itself, and what stands beside it in the block can be changed', async () => {
    const root = await settingsWith(['letterTeams', 'hotspotList']);
    expect(isOpen(root, 'Teams voor burgerbrieven')).toBe(false);
    expect(isOpen(root, 'Uw rol')).toBe(true);
    expect(isOpen(root, 'Hoedanigheden')).toBe(true);
    expect(isOpen(root, 'Naam van de hotspotlijst')).toBe(false);
    expect([locks(root, 'work_title'), locks(root, 'hotspots_title'), locks(root, 'organisation_title')]).toEqual([1, 1, 0]);
  });

  it('is said once of a block that is set whole', async () => {
    const root = await settingsWith(['hotspots', 'hotspotList', 'organisation']);
    expect([locks(root, 'hotspots_title'), locks(root, 'organisation_title')]).toEqual([1, 1]);
    expect(isOpen(root, 'Naam van de hotspotlijst')).toBe(false);
    expect(isOpen(root, 'Naam van de organisatie')).toBe(false);
  });
});
