import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { openPage } from '../../components/page.tsx';
import { PracticeView } from '../../components/practice/PracticeView.tsx';
import '../../components/style/practice.css';
import type { Story } from '../../lib/practice/stories.ts';
import { createPracticeState } from '../../lib/ui/practiceState.ts';
import { createStage } from './stage.ts';

const openDashboard = () => location.assign(browser.runtime.getURL('/dashboard.html'));

async function open(): Promise<void> {
  const state = createPracticeState();
  const stage = signal(createStage(state));
  const choose = (story: Story) => {
    stage.value.clear();
    state.choose(story);
    stage.value = createStage(state);
  };
  await openPage('practice_title', browser.storage.local, () => (
    <PracticeView state={state} stage={stage} onChoose={choose} openDashboard={openDashboard} />
  ));
}

void open();
