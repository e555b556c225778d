// @vitest-environment jsdom
// All accounts and people in this file are invented.
import { signal } from '@preact/signals';
import { h } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { PopupView } from '../../../components/popup/PopupView.tsx';
import { scenarioTables } from '../../../entrypoints/common/scenarioTables.ts';
import type { Screen } from '../../../lib/ui/captureScreen.ts';
import type { CaptureState } from '../../../lib/ui/captureState.ts';
import { createCaptureState } from '../../../lib/ui/captureState.ts';
import { handClock, pretendWorker } from '../../lib/ui/worker.ts';
import { buttonOf, draw, drawn } from '../draw.ts';
import { captureB, captureC, exportedFile, job, policy, readyB, readyC, startedAt, summaryOf } from '../samples.ts';

/** The popup of a worker that answers so. */
async function popup(answers: Parameters<typeof pretendWorker>[0]) {
  const worker = pretendWorker({ jobOf: () => null, getPolicy: { policy, isManaged: false, isSetUp: true }, ...answers });
  const state = createCaptureState({
    ask: worker.ask,
    tabId: 7,
    every: handClock().every,
    now: () => Date.parse(startedAt) + 83_000,
    mayReach: async () => true,
    requestPermission: async () => true,
    saveFile: vi.fn<(name: string, html: string) => void>(),
    openDashboard: vi.fn<(path: string) => void>(),
    openPage: vi.fn<(page: string) => void>(),
    tables: scenarioTables,
  });
  await state.open();
  return { worker, state, root: draw(h(PopupView, { state, onBeside: vi.fn<() => void>() })) };
}

const finished = (capture: typeof captureB) => ({
  jobOf: job({ step: 'done', captureId: capture.id }),
  getCapture: capture,
  listCaptures: [summaryOf(capture)],
});

describe('the popup', () => {
  it('has one main button before the start', async () => {
    const { root } = await popup({ lookAtPage: readyB });
    expect([...root.querySelectorAll('.primary')].map(({ textContent }) => textContent)).toEqual(['Veiligstellen']);
  });

  it('says that the store lost something, and opens where it is told (F11)', async () => {
    const before = { at: '2026-11-20T09:00:00.000Z', lines: 40, captures: 12, open: 2, openIds: [] };
    const loss = { kind: 'gone', at: '2026-11-21T09:00:00.000Z', left: 0, before };
    const { root, state } = await popup({ lookAtPage: readyB, getLoss: loss });
    await vi.waitFor(() => expect(root.textContent).toContain('De opslag van Veiligsteller is leeg'));
    expect(root.textContent).toContain('2 veiligstellingen stonden nog nergens anders.');
    expect(buttonOf(root, 'Veiligstellen')).toBeDefined();
    buttonOf(root, 'Bekijk wat er is gebeurd')?.click();
    expect(state.openDashboard).toHaveBeenCalledWith('/');
    const fine = await popup({ lookAtPage: readyB, getLoss: null });
    expect(fine.root.textContent).not.toContain('De opslag');
  });

  it('delivers to the places of the organisation first, and offers a file beside it', async () => {
    const target = {
      kind: 'webdav' as const,
      id: 'dms',
      name: 'Zaaksysteem',
      url: 'https://dms.voorbeeld.example/',
      user: 'archief',
    };
    const clean = { ...captureB, review: [] };
    const { root, worker } = await popup({
      ...finished(clean),
      getPolicy: { policy: { ...policy, targets: [target] }, isManaged: false, isSetUp: true },
      listDeliveries: { deliveries: [], isPaused: false },
      deliverCapture: [],
    });
    await vi.waitFor(() => expect(buttonOf(root, 'Afleveren aan Zaaksysteem')?.className).toBe('primary'));
    expect(buttonOf(root, 'Exporteren als bestand')?.className).toBe('secondary');
    buttonOf(root, 'Afleveren aan Zaaksysteem')?.click();
    await vi.waitFor(() => expect(worker.questionsOf('deliverCapture')).toEqual([{ id: clean.id }]));
  });

  it('says what is kept and what is removed', async () => {
    const { root } = await popup({ lookAtPage: readyC });
    const [kept, removed] = [...root.querySelectorAll('.keeps-removes section')].map(({ textContent }) => textContent);
    expect(kept).toContain('Alleen dit bericht');
    expect(removed).toContain('Alle reacties');
  });

  it('points at the first field that is missing', async () => {
    const { root } = await popup({ lookAtPage: readyC });
    buttonOf(root, 'Veiligstellen')!.click();
    await drawn();
    await drawn();
    expect(document.activeElement?.tagName).toBe('SELECT');
    expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
    expect(root.textContent).toContain('Kies een hoedanigheid.');
  });

  it('tells that nothing was kept of a page it refuses', async () => {
    const { root } = await popup({ lookAtPage: { state: 'refused', code: 'out-of-scope', host: 'x.com' } });
    expect(root.textContent).toContain('Er is niets bewaard.');
    expect(buttonOf(root, 'Veiligstellen')).toBeUndefined();
  });

  it('does not promise that nothing was kept when it cannot know', async () => {
    const { root } = await popup({ jobOf: job({ failure: { code: 'interrupted', detail: {} } }) });
    expect(root.textContent).not.toContain('Er is niets bewaard.');
    expect(root.textContent).toContain('Kijk in het overzicht');
  });

  it('marks the step it is at', async () => {
    const { root } = await popup({ jobOf: job() });
    expect(root.querySelector('[aria-current=step]')?.textContent).toBe('Pagina uitklappen');
    expect(root.textContent).toContain('1:23');
    expect(root.querySelector('progress')?.value).toBe(412);
  });

  it('says that nothing is kept when it is stopped once the page is read (F23)', async () => {
    const { root } = await popup({ jobOf: job({ step: 'stripping' }) });
    expect(buttonOf(root, 'Stoppen')).toBeDefined();
    expect(root.textContent).toContain('Stopt u nu, dan wordt er niets bewaard.');
  });

  it('cannot be stopped any more while it is stored', async () => {
    const { root } = await popup({ jobOf: job({ step: 'storing' }) });
    expect(buttonOf(root, 'Stoppen')).toBeUndefined();
  });

  it('calls a capture captured, not exported, until the file is there', async () => {
    const { root } = await popup({
      ...finished({ ...captureB, review: [] }),
      exportCapture: { ...exportedFile, pakbonName: 'p.xml' },
    });
    expect(root.querySelector('h2')?.textContent).toBe('Vastgelegd – nog niet geëxporteerd');
    expect(root.textContent).not.toContain('Opgeslagen als bestand');
    buttonOf(root, 'Exporteren')!.click();
    await drawn();
    expect(root.textContent).toContain('Opgeslagen als bestand');
    expect(root.textContent).toContain(exportedFile.fileName);
  });

  it('does not call a capture that was stopped simply captured, and puts the missing number first', async () => {
    const reasons = [
      { code: 'truncated-text', detail: { count: 1 } },
      { code: 'reader-note', detail: { note: 'x-logged-out-shows-few-replies' } },
      { code: 'fewer-than-displayed', detail: { captured: 92, displayed: 300 } },
      { code: 'stopped', detail: {} },
    ] as const;
    const completeness = { ...captureB.completeness, state: 'ONVOLLEDIG', displayed: 300, captured: 92, reasons } as const;
    const stopped = { ...captureB, completeness };
    const listCaptures = [summaryOf(stopped, { completeness: 'ONVOLLEDIG', posts: 1, reactions: 92 })];
    const { root } = await popup({ ...finished(stopped), getCapture: stopped, listCaptures });
    expect(root.querySelector('h2')?.textContent).toBe('Deels vastgelegd – nog niet geëxporteerd');
    expect(root.querySelector('.figures')?.textContent).toMatch(/^Bericht1Reacties92 van 300/);
    expect([...root.querySelectorAll('.completeness li')].map(({ textContent }) => textContent)).toEqual([
      'U hebt het vastleggen gestopt.',
      '92 van de 300 getoonde reacties gevonden.',
      '1 tekst is door het platform ingekort.',
      'X toont aan wie niet is ingelogd weinig of geen reacties.',
    ]);
  });

  it('is not taken in by a package that was sealed but never saved', async () => {
    const sealed = summaryOf(captureB, { state: 'sealed', export: exportedFile });
    const { root } = await popup({ ...finished(captureB), listCaptures: [sealed] });
    expect(root.textContent).not.toContain('Opgeslagen als bestand');
    expect(buttonOf(root, 'Exporteren')).toBeDefined();
  });

  it('sends a post of a hybrid account to the review before it can be exported (R9)', async () => {
    const { root, state } = await popup(finished(captureC));
    expect(buttonOf(root, 'Exporteren')).toBeUndefined();
    buttonOf(root, 'Nakijken in het overzicht')!.click();
    expect(state.openDashboard).toHaveBeenCalledWith(`/veiligstelling/${captureC.id}/nakijken`);
  });

  it('moves the focus along when one screen makes way for another', async () => {
    const { state } = await popup({ lookAtPage: readyB });
    const screen = signal<Screen>({ at: 'choosing', page: readyB });
    const moving: CaptureState = { ...state, screen };
    draw(h(PopupView, { state: moving, onBeside: vi.fn<() => void>() }));
    await drawn();
    document.querySelector<HTMLElement>('.primary')!.focus();
    screen.value = { at: 'running', job: job(), isStopping: false, now: Date.parse(startedAt) };
    await drawn();
    await drawn();
    expect(document.activeElement?.tagName).toBe('MAIN');
  });
});
