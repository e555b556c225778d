/** R31: where one capture is in the flow of three scenarios by four acts. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { CaptureState } from '../model/capture.ts';
import type { CaptureSummary } from '../model/job.ts';
import type { Ask } from './ask.ts';

export const flowActs = ['veiligstellen', 'archiveren', 'openbaar-maken', 'overbrengen'] as const;
export type FlowAct = (typeof flowActs)[number];
/** What safeguarding comes to, in order: our own act. */
export const flowSteps = ['vastgelegd', 'nagekeken', 'verpakt', 'afgeleverd', 'ontvangen'] as const;

/** How many of those steps a capture has behind it. Packed is looked at too, or there was nothing to look at. */
const behind: Readonly<Record<CaptureState, number>> = {
  drafted: 0,
  stripped: 1,
  reviewed: 2,
  sealed: 3,
  delivered: 4,
  secured: 5,
  cleared: 5,
};

export const stepsBehind = ({ state }: CaptureSummary): number => behind[state];

/** The act it is in: ours until the receiver has shown to have it. */
export const actOf = (summary: CaptureSummary): FlowAct =>
  stepsBehind(summary) < flowSteps.length ? 'veiligstellen' : 'archiveren';

export interface FlowState {
  readonly here: ReadonlySignal<CaptureSummary | undefined>;
  /** Of no capture: the flow alone. */
  readonly open: (id: string | undefined) => Promise<void>;
}

export function createFlowState(ask: Ask): FlowState {
  const here = signal<CaptureSummary | undefined>(undefined);
  return {
    here,
    async open(id) {
      here.value = undefined;
      if (id !== undefined) here.value = (await ask('listCaptures', { only: id })).find((one) => one.id === id);
    },
  };
}
