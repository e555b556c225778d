// @vitest-environment jsdom
// All accounts and people in this file are invented.
import { h } from 'preact';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { DashboardView } from '../../../components/dashboard/DashboardView.tsx';
import { createDashboardState } from '../../../lib/ui/dashboardState.ts';
import { noPacker, noVerifier, noWaiting, pretendWorker } from '../../lib/ui/worker.ts';
import { Failure } from '../../../lib/model/failure.ts';
import { wordFor } from '../../../lib/ui/words.ts';
import { buttonOf, draw, drawn } from '../draw.ts';
import { captureB, captureC, log, summaries, summaryOf, view } from '../samples.ts';

// jsdom draws no dialogs; being open or not is all that is needed of one here
beforeAll(() => Object.assign(HTMLDialogElement.prototype, { showModal: setOpen(true), close: setOpen(false) }));

function setOpen(isOpen: boolean) {
  return function toggle(this: HTMLDialogElement) {
    this.open = isOpen;
  };
}

async function dashboard(hash: string, answers: Parameters<typeof pretendWorker>[0] = {}) {
  const worker = pretendWorker({
    capturesRevision: () => crypto.randomUUID(),
    listDue: [],
    listRuns: [],
    listCaptures: summaries,
    getCapture: captureB,
    getView: view,
    getLog: log,
    deleteCapture: () => null,
    ...answers,
  });
  const copied: string[] = [];
  const state = createDashboardState({
    watch: () => undefined,
    csv: () => '',
    requestPermission: async () => true,
    verifier: noVerifier,
    packer: noPacker,
    copyText: async (text) => void copied.push(text),
    ask: worker.ask,
    now: () => 0,
    ...noWaiting,
    go: vi.fn<(path: string) => void>(),
    saveFile: vi.fn<(name: string, content: string | Blob) => void>(),
  });
  await state.arrive(hash);
  return { worker, state, copied, root: draw(h(DashboardView, { state, openOptions: vi.fn<() => void>() })) };
}

const ofB = `#/veiligstelling/${captureB.id}`;

describe('the dashboard', () => {
  it('teaches when there is nothing yet', async () => {
    const { root } = await dashboard('', { listCaptures: [] });
    expect(root.querySelectorAll('.empty-steps li')).toHaveLength(3);
  });

  it('counts as out only what was saved as a file', async () => {
    const { root } = await dashboard('', { listCaptures: [summaryOf(captureB, { state: 'sealed' })] });
    expect(root.textContent).toContain('1 veiligstelling staat alleen nog op deze computer.');
  });

  it('says on every page what the store lost, until somebody has read it (F11)', async () => {
    const before = {
      at: '2026-11-20T09:00:00.000Z',
      lines: 40,
      captures: 12,
      open: 2,
      openIds: ['VS-20261119-0003', 'VS-20261120-0001'],
    };
    const loss = { kind: 'gone', at: '2026-11-21T09:00:00.000Z', left: 0, before };
    const { root, worker, state } = await dashboard('#/handelingenlog', { getLoss: loss, acceptLoss: () => null });
    await vi.waitFor(() => expect(root.textContent).toContain('12 veiligstellingen'));
    expect(root.textContent).toContain('VS-20261119-0003');
    expect(root.textContent).toContain('Leg opnieuw vast');
    buttonOf(root, 'Gelezen, niet meer tonen')?.click();
    await vi.waitFor(() => expect(root.textContent).not.toContain('12 veiligstellingen'));
    expect(worker.questionsOf('acceptLoss')).toHaveLength(1);
    expect(state.loss.loss.value).toBeNull();
  });

  it('takes along what is nowhere else yet, and names what could not go (D11)', async () => {
    const waiting = [summaryOf(captureB, { state: 'sealed' }), summaryOf(captureC, { state: 'stripped' })];
    const { root, state } = await dashboard('#/herstel', {
      listCaptures: [...waiting, summaryOf({ ...captureB, id: 'VS-20261101-0009' }, { state: 'secured' })],
      sealCapture: ({ id }: { id: string }) =>
        id === captureC.id ? new Failure('review-needed') : { files: [{ fileName: `${id}.zip`, sha256: '0'.repeat(64) }] },
      tookAlong: () => null,
    });
    expect(root.textContent).toContain('2 veiligstellingen gaan mee.');
    buttonOf(root, 'Maak het bestand')?.click();
    await vi.waitFor(() => expect(root.textContent).toContain('met 1 pakket'));
    expect(root.textContent).toContain(`${captureC.id}: ${wordFor('failure', 'review-needed')}`);
    expect(state.takeAlong.progress.value).toMatchObject({ at: 'done', packed: 1 });
  });

  it('shows a diagnosis that says, to the letter, what is copied (nothing is sent)', async () => {
    const parts = [
      { section: 'software', facts: { version: '0.1.0', browser: 'Chrome 156' } },
      { section: 'storage', facts: { usedBytes: 12_300_000 } },
      { section: 'errors', facts: {} },
    ];
    const { root, copied } = await dashboard('#/herstel', { diagnose: { at: '2026-11-22T10:00:00.000Z', parts } });
    buttonOf(root, 'Maak een diagnose')?.click();
    await vi.waitFor(() => expect(buttonOf(root, 'Kopiëren')).toBeDefined());
    expect(root.querySelector('.diagnosis')?.textContent).toContain('In gebruik12,3');
    buttonOf(root, 'Kopiëren')?.click();
    await vi.waitFor(() => expect(copied).toHaveLength(1));
    const rows = [...root.querySelectorAll('.diagnosis dt, .diagnosis dd')].map((one) => one.textContent);
    for (const row of rows) expect(copied[0]).toContain(row);
  });

  it('shows the view in a frame that may do nothing', async () => {
    const { root, state } = await dashboard(ofB);
    await state.showView();
    await drawn();
    const frame = root.querySelector('iframe')!;
    expect(frame.getAttribute('sandbox')).toBe('');
    expect(frame.getAttribute('srcdoc')).toBe(view);
    expect(frame.hasAttribute('src')).toBe(false);
  });

  it('moves the focus to the heading on another page', async () => {
    const { root, state } = await dashboard('');
    await drawn();
    await state.arrive('#/uitleg');
    await drawn();
    expect(document.activeElement).toBe(root.querySelector('h1'));
  });

  it('deletes only with a reason', async () => {
    const { root, worker } = await dashboard(ofB);
    buttonOf(root, 'Verwijderen')!.click();
    const dialog = [...root.querySelectorAll('dialog')].find(({ textContent }) =>
      textContent.includes('Veiligstelling verwijderen'),
    )!;
    const form = dialog.querySelector('form')!;
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await drawn();
    expect(worker.questionsOf('deleteCapture')).toEqual([]);
    expect(dialog.querySelector('.field-error')).not.toBeNull();

    const reason = dialog.querySelector('textarea')!;
    reason.value = 'Dubbel vastgelegd';
    reason.dispatchEvent(new Event('input', { bubbles: true }));
    await drawn();
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await drawn();
    expect(worker.questionsOf('deleteCapture')).toEqual([{ id: captureB.id, reason: 'Dubbel vastgelegd' }]);
  });

  it('offers the export of a hybrid account’s post only after the review', async () => {
    const hash = `#/veiligstelling/${captureC.id}`;
    const before = await dashboard(hash, { getCapture: captureC, listCaptures: [summaryOf(captureC, { reviewPoints: 0 })] });
    expect(buttonOf(before.root, 'Exporteren')).toBeUndefined();
    expect(before.root.querySelector(`a[href="${hash}/nakijken"]`)).not.toBeNull(); // there, and nowhere else, it is finished (T31)
    expect(buttonOf(before.root, 'Ik heb alles nagekeken')).toBeUndefined();
    const after = await dashboard(hash, {
      getCapture: captureC,
      listCaptures: [summaryOf(captureC, { state: 'reviewed', reviewPoints: 0 })],
    });
    expect(buttonOf(after.root, 'Exporteren')).toBeDefined();
    expect(after.root.querySelector(`a[href$="/nakijken"]`)).toBeNull();
  });

  it('shows third parties by their label, a hundred at a time', async () => {
    const { root } = await dashboard(ofB);
    const labels = () => root.textContent.match(/Reageerder \d+/g)!.length;
    expect(labels()).toBe(100);
    buttonOf(root, 'Toon meer (nog 812)')!.click();
    await drawn();
    expect(labels()).toBe(600);
  });

  it('says where the capture at hand is in the flow, and what is still to be done (R31)', async () => {
    const { root } = await dashboard(`#/uitleg/${captureB.id}`);
    expect([...root.querySelectorAll('.flow-here')].map((cell) => cell.textContent)).toEqual([
      'U bent hierProfiel, berichten en reacties. Derden krijgen een pseudoniem.',
    ]);
    expect(root.querySelector('.flow-steps [aria-current=step]')!.textContent).toBe('Nagekeken, waar dat moetnu');
  });

  it('shows the flow as a table: three scenarios by four acts (R31)', async () => {
    const { root } = await dashboard('#/uitleg');
    expect(root.querySelectorAll('.flow thead th')).toHaveLength(4);
    expect(root.querySelectorAll('.flow tbody tr')).toHaveLength(3);
    expect(root.querySelectorAll('.flow tbody td')).toHaveLength(12);
  });
});
