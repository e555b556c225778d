import { browser } from 'wxt/browser';
import { DashboardView } from '../../components/dashboard/DashboardView.tsx';
import { openPage, saveFile } from '../../components/page.tsx';
import '../../components/style/dashboard.css';
import { csv } from '../../lib/bundle/csv.ts';
import { ask } from '../../lib/messages/client.ts';
import { watchRuns } from '../../lib/store/runs.ts';
import { requestPermission } from '../common/captureDeps.ts';
import { mayReach } from '../common/reach.ts';
import { packer } from './packer.ts';
import { verifier } from './verifier.ts';
import { createDashboardState } from '../../lib/ui/dashboardState.ts';

function openOptions(): void {
  void browser.runtime.openOptionsPage();
}

async function open(): Promise<void> {
  const state = createDashboardState({
    ask,
    now: Date.now,
    mayReach,
    every: (milliseconds, run) => {
      const timer = setInterval(run, milliseconds);
      return () => clearInterval(timer);
    },
    saveFile,
    verifier,
    packer,
    copyText: (text) => navigator.clipboard.writeText(text),
    csv,
    watch: watchRuns,
    requestPermission,
    go: (path) => {
      location.hash = path;
    },
  });
  addEventListener('hashchange', () => void state.arrive(location.hash));
  await openPage('dashboard_title', browser.storage.local, () => <DashboardView state={state} openOptions={openOptions} />);
  await state.arrive(location.hash);
}

void open();
