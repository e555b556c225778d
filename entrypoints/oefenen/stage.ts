import { profilePage, threadPage } from '../../lib/practice/pages.ts';
import type { Run } from '../../lib/model/run.ts';
import { createCaptureState } from '../../lib/ui/captureState.ts';
import { createPanelState } from '../../lib/ui/panelState.ts';
import type { PracticeStage, PracticeState } from '../../lib/ui/practiceState.ts';
import { createRoundState } from '../../lib/ui/roundState.ts';
import { createRunState } from '../../lib/ui/runState.ts';
import { createWebcareState } from '../../lib/ui/webcareState.ts';
import { captureDeps } from '../common/captureDeps.ts';
import { createControls } from './controls.ts';
import { createPracticeWorker } from './worker.ts';

/** One task from its beginning: its page, and the panel beside it with nothing done yet. */
export function createStage(state: PracticeState): PracticeStage & { readonly clear: () => void } {
  const { value: story } = state.story;
  const page = story === 'ronde' ? profilePage : threadPage;
  const tab = { tabId: 0, address: page.url };
  let wish: 'page' | 'letter' | undefined;
  const watching: ((run: Run) => void)[] = [];
  const controls = createControls({
    onPoint({ item, as }) {
      state.heard({ did: 'brief-wijs', as, item });
      wish = as === 'brief' ? 'letter' : 'page';
      void panel.called(tab);
    },
    onEnd: () => void panel.called(tab),
  });
  const ask = createPracticeWorker({
    page,
    tell: (event) => state.heard(event),
    webcare(question) {
      if (question.act === 'start') state.heard({ did: 'brief-knoppen' });
      return controls.answer(question);
    },
    picked: () => controls.picked(),
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    onRun: (run) => watching.forEach((tell) => tell(run)),
  });
  const deps = { ...captureDeps(tab), ask, requestPermission: async () => true, saveFile: () => undefined };
  const runs = createRunState({ ask, watch: (tell) => void watching.push(tell), requestPermission: deps.requestPermission });
  const panel = createPanelState({
    make: () => ({
      capture: createCaptureState({ ...deps, openDashboard: () => state.leave() }),
      webcare: createWebcareState(ask, tab.tabId),
      round: createRoundState({ ...deps, ticks: { read: async () => [], keep: async () => undefined } }),
    }),
    async takeWish() {
      const wished = wish;
      wish = undefined;
      return wished;
    },
  });
  void panel.show(tab);
  void runs.open();
  return { page, panel, runs, clear: () => controls.clear() };
}
