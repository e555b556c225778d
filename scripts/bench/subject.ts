import type { Part } from './report/shape.ts';

export interface Measuring {
  /** Small sizes and one round: whether the machinery works, not how fast anything is. */
  readonly isShort: boolean;
  readonly say: (line: string) => void;
}

export interface Subject extends Pick<Part, 'name' | 'title' | 'how'> {
  readonly run: (measuring: Measuring) => Promise<Part['rows']>;
}
