import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Ask } from './ask.ts';
import { textOf } from './diagnosis.ts';
import { load } from './loaded.ts';
import type { Loaded } from './loaded.ts';

export interface DiagnosisState {
  /** Undefined until somebody asks. */
  readonly diagnosis: ReadonlySignal<Loaded<Diagnosis> | undefined>;
  readonly isCopied: ReadonlySignal<boolean>;
  readonly run: () => Promise<void>;
  readonly copy: () => Promise<void>;
  readonly save: () => void;
}

interface Deps {
  readonly ask: Ask;
  readonly copyText: (text: string) => Promise<void>;
  readonly saveFile: (name: string, content: string | Blob) => void;
}

export function createDiagnosisState({ ask, copyText, saveFile }: Deps): DiagnosisState {
  const diagnosis = signal<Loaded<Diagnosis> | undefined>(undefined);
  const isCopied = signal(false);
  const shown = () => (diagnosis.value?.at === 'loaded' ? diagnosis.value.value : undefined);
  return {
    diagnosis,
    isCopied,
    async run() {
      isCopied.value = false;
      const found = signal<Loaded<Diagnosis>>({ at: 'loading' });
      diagnosis.value = found.value;
      await load(found, () => ask('diagnose', {}));
      diagnosis.value = found.value;
    },
    async copy() {
      const value = shown();
      if (!value) return;
      await copyText(textOf(value));
      isCopied.value = true;
    },
    save() {
      const value = shown();
      if (value) saveFile(`veiligsteller-diagnose-${value.at.slice(0, 10)}.txt`, new Blob([textOf(value)], { type: 'text/plain' }));
    },
  };
}
