import type { ComponentChildren } from 'preact';
import type { FailureCode } from '../lib/model/failure.ts';
import { hasWordFor, wordFor } from '../lib/ui/words.ts';
import { Notice } from './Notice.tsx';

interface Props {
  readonly code: FailureCode;
  readonly children?: ComponentChildren;
}

/** What went wrong as a sentence, and what to do about it. */
export function FailureNotice({ code, children }: Props) {
  return (
    <Notice tone="bad" title={wordFor('failure', code)} isSpoken>
      {hasWordFor('failure_do', code) && <p>{wordFor('failure_do', code)}</p>}
      {children}
    </Notice>
  );
}
