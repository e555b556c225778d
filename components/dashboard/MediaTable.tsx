import { bytes } from '../../lib/ui/format.ts';
import type { MediaLine } from '../../lib/ui/tally.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { More } from './More.tsx';

interface Props {
  readonly lines: readonly MediaLine[];
  /** Where fields can be laid over own pictures; absent once nothing changes any more. */
  readonly marking?: string;
}

export function MediaTable({ lines, marking }: Props) {
  return (
    <details class="fold">
      <summary>
        <h2>{t('media_title')}</h2>
        <span class="soft">{plural('media_count', lines.length)}</span>
      </summary>
      {marking !== undefined && lines.some(({ media }) => media.state === 'kept') && (
        <p>
          <a href={`#${marking}`}>{t('picture_mark')}</a>
        </p>
      )}
      {lines.length === 0 ? <p>{t('media_none')}</p> : <More lines={lines} draw={(shown) => <Table lines={shown} />} />}
    </details>
  );
}

function Table({ lines }: { readonly lines: readonly MediaLine[] }) {
  return (
    <table class="cards">
      <caption class="visually-hidden">{t('media_title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('media_where')}</th>
          <th scope="col">{t('media_kind_label')}</th>
          <th scope="col">{t('media_state_label')}</th>
          <th scope="col">{t('media_details')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ where, media }, at) => (
          <tr key={`${where} ${at}`}>
            <th scope="row">{where}</th>
            <td data-label={t('media_kind_label')}>{wordFor('media_kind', media.kind)}</td>
            <td data-label={t('media_state_label')}>{wordFor('media_state', media.state)}</td>
            <td data-label={t('media_details')}>{detailsOf(media)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function detailsOf(media: MediaLine['media']): string {
  if (media.state === 'missing') return wordFor('media_missing', media.reason);
  if (media.state === 'placeholder') return t('media_placeholder');
  const { removedMetadata = [], redactedRegions = 0 } = media;
  return [
    `${media.mime}, ${bytes(media.bytes)}`,
    ...(removedMetadata.length > 0 ? [t('media_metadata_removed', { names: removedMetadata.join(', ') })] : []),
    ...(redactedRegions > 0 ? [plural('picture_redacted', redactedRegions)] : []),
  ].join('. ');
}
