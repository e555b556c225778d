/** What CHANGELOG.md says of one version, or of what is not released yet. */
export interface Notes {
  /** As in the heading: `0.2.0`, or "Nog niet uitgebracht". */
  readonly title: string;
  /** yyyy-mm-dd; absent while it is not released. */
  readonly date?: string;
  readonly text: string;
}

/** The chapter of this version; without one, the chapter of what is not released yet. */
export function releaseNotes(changelog: string, version: string): Notes {
  const chapters = changelog.split(/^## /m).slice(1).map(chapter);
  const found = chapters.find(({ title }) => title === version) ?? chapters.find(({ title }) => title === unreleased);
  if (!found) throw new Error(`CHANGELOG.md heeft geen hoofdstuk "## ${version} (jjjj-mm-dd)" en ook geen "## ${unreleased}".`);
  if (found.text === '') throw new Error(`Het hoofdstuk "${found.title}" in CHANGELOG.md is leeg.`);
  return found;
}

const unreleased = 'Nog niet uitgebracht';

function chapter(source: string): Notes {
  const [heading = '', ...lines] = source.split('\n');
  const [, title = heading.trim(), date] = /^(.*?)(?: \((\d{4}-\d{2}-\d{2})\))?$/.exec(heading.trim()) ?? [];
  return { title, ...(date !== undefined && { date }), text: lines.join('\n').trim() };
}
