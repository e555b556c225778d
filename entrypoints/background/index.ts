import { defineBackground } from 'wxt/utils/define-background';
import { browser } from 'wxt/browser';
import { serve } from '../../lib/messages/server.ts';
import { asStoreFailure } from '../../lib/store/room.ts';
import { badgesAfter, listenForBadges } from './badge.ts';
import { escrowHandlers } from './escrow.ts';
import { correctHandlers } from './correct.ts';
import { deliveryHandlers, listenForDeliveries } from './deliveryCalls.ts';
import { dueHandlers, listenForDue } from './due.ts';
import { jobHandlers, tabClosed } from './jobs.ts';
import { letterHandlers } from './letterCalls.ts';
import { lookAtPage } from './look.ts';
import { keyHandlers } from './keys.ts';
import { manageHandlers } from './manage.ts';
import { listenForMenus } from './menus.ts';
import { listenForRecovery } from './recover.ts';
import { recoveryHandlers } from './recoveryCalls.ts';
import { makeReport } from './report.ts';
import { reviewHandlers } from './review.ts';
import { listenForRuns } from './run.ts';
import { runHandlers } from './runCalls.ts';
import { startCapture } from './start.ts';
import { takeHandlers } from './take.ts';

/** The worker: takes drafts in, strips, stores, exports. It wires; the work is in the files beside it and in lib. */
export default defineBackground({
  main() {
    serve(
      {
        lookAtPage,
        makeReport,
        startCapture,
        ...jobHandlers,
        ...takeHandlers,
        ...manageHandlers,
        ...reviewHandlers,
        getPicture: async (question) => (await import('./regions.ts')).getPicture(question),
        redactPicture: async (question) => (await import('./regions.ts')).redactPicture(question),
        ...escrowHandlers,
        ...correctHandlers,
        ...keyHandlers,
        ...letterHandlers,
        ...runHandlers,
        ...dueHandlers,
        ...recoveryHandlers,
        exportCapture: async (question) => (await import('./export.ts')).exportCapture(question),
        ...deliveryHandlers,
      },
      badgesAfter,
      asStoreFailure,
    );
    listenForRecovery();
    listenForDeliveries();
    listenForRuns();
    listenForDue();
    listenForBadges();
    listenForMenus();
    browser.tabs.onRemoved.addListener((tabId) => void tabClosed(tabId));
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/onboarding.html') });
    });
  },
});
