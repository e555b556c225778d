import type { ComponentChildren } from 'preact';
import type { Told } from '../lib/model/failure.ts';
import { remedies } from '../lib/ui/failure.ts';
import { wordFor } from '../lib/ui/words.ts';
import { Notice } from './Notice.tsx';

interface Props {
  readonly failure: Told;
  readonly children?: ComponentChildren;
}

/** What went wrong as a sentence, and what to do about it. */
export function FailureNotice({ failure, children }: Props) {
  return (
    <Notice tone="bad" title={wordFor('failure', failure.code)} isSpoken>
      {remedies(failure).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {children}
    </Notice>
  );
}
