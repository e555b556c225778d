import type { Capture } from '../model/capture.ts';
import { platformNames } from '../model/platform.ts';
import { dutchDay } from './dates.ts';
import type { PackageObject } from './layout.ts';
import { oneLine, shorten } from './names.ts';
import { itemKinds, knownTime } from './sentences.ts';

/** What the package and its objects are called, for people. */
export function dossierName(capture: Capture): string {
  return shorten(
    oneLine(
      `${capture.letter ? 'Burgerbrief' : 'Veiligstelling'} ${platformNames[capture.platform]} @${shorten(capture.account.handle, 24)} ${dutchDay(capture.clock.ended)} (${capture.id})`,
    ),
    80,
  );
}

export function objectName(capture: Capture, object: PackageObject): string {
  const handle = `@${shorten(capture.account.handle, 30)}`;
  if (object.kind === 'webarchive') return 'Webarchief van de veiliggestelde pagina';
  if (object.kind === 'account') return 'Verantwoording van de veiligstelling';
  if (object.kind === 'documentation') return 'Documentatie bij de aanvullende metagegevens';
  if (object.kind === 'profile') return oneLine(`Profiel ${handle} op ${platformNames[capture.platform]}`);
  const item = object.kind === 'post' ? object.item : object.post?.item;
  const posted = item && knownTime(item.times);
  const when = posted ? ` ${dutchDay(posted.iso)}` : '';
  if (object.kind === 'post')
    return oneLine(`${itemKinds[object.item.kind]} ${handle} op ${platformNames[capture.platform]}${when}`);
  return oneLine(`${capture.letter ? 'Burgerbrief bij' : 'Reacties van derden op'} bericht ${handle}${when}`);
}

/** "1 reactie", "2 reacties". */
export function amount(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
