import { bytes } from '../lib/ui/format.ts';
import type { ExportProgress } from '../lib/ui/exportState.ts';
import { t } from '../lib/ui/words.ts';
import { FailureNotice } from './Failure.tsx';
import { Notice } from './Notice.tsx';

/** How an export went, in the place where it was asked. */
export function ExportNote({ progress }: { readonly progress: ExportProgress }) {
  if (progress.at === 'failed') return <FailureNotice failure={progress} />;
  if (progress.at === 'busy') return <p role="status">{t('exporting_note')}</p>;
  return progress.at === 'done' ? <ExportedNote file={progress.file} isSpoken /> : null;
}

interface FileProps {
  readonly file: { readonly fileName: string; readonly bytes: number; readonly sha256: string; readonly pakbonName?: string };
  readonly isSpoken?: boolean;
}

/** Only for a file whose size was checked after the browser had written it. */
export function ExportedNote({ file, isSpoken = false }: FileProps) {
  return (
    <Notice tone="ok" title={t('exported_title')} isSpoken={isSpoken}>
      <p class="file-name">
        {file.fileName} <span class="soft">({bytes(file.bytes)})</span>
      </p>
      {file.pakbonName !== undefined && <p class="file-name">{file.pakbonName}</p>}
      <p class="small">{t('exported_checked')}</p>
      <details>
        <summary>{t('exported_hash')}</summary>
        <code class="hash">{file.sha256}</code>
      </details>
    </Notice>
  );
}
