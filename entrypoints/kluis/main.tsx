import { browser } from 'wxt/browser';
import { EscrowView } from '../../components/escrow/EscrowView.tsx';
import { openPage } from '../../components/page.tsx';
import '../../components/style/dashboard.css';
import { ask } from '../../lib/messages/client.ts';
import { openEscrow } from '../../lib/privacy/escrow.ts';
import { createEscrowState } from '../../lib/ui/escrowState.ts';

async function open(): Promise<void> {
  const state = createEscrowState(ask, openEscrow);
  await openPage('escrow_title', browser.storage.local, () => <EscrowView state={state} />);
}

void open();
