/** R4: what a profile says, and what of that is not what it was. Numbers of followers and posts are no change of the profile. */
import type { Capture, MediaRecord } from '../model/capture.ts';
import type { ChangedField } from '../model/changes.ts';

export function profileChanges(earlier: Capture, later: Capture): ChangedField[] {
  const [before, after] = [fieldsOf(earlier), fieldsOf(later)];
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was?.value === is?.value) return [];
    const field = was?.field ?? is?.field;
    return field === undefined ? [] : [{ field, ...(was && { before: was.value }), ...(is && { after: is.value }) }];
  });
}

interface Field {
  readonly field: ChangedField['field'];
  readonly value: string;
}

/** By a name that is the same in both; links stand for themselves. */
function fieldsOf({ profile, people }: Capture): Map<string, Field> {
  const found = new Map<string, Field>();
  const put = (field: ChangedField['field'], value: string | undefined, name = JSON.stringify(field)): void => {
    if (value !== undefined && value !== '') found.set(name, { field, value });
  };
  if (!profile) return found;
  const account = people.find(({ key }) => key === profile.account);
  put('name', account && account.role !== 'derde' ? account.name : undefined);
  put('description', profile.description);
  for (const { label, value } of profile.fields) put({ label }, value);
  for (const link of profile.links) put('link', link, `link ${link}`);
  put('protected', told(profile.isProtected));
  put('verified', told(profile.isVerified));
  put('avatar', pictureOf(profile.avatar));
  put('banner', pictureOf(profile.banner));
  return found;
}

const told = (is: boolean | undefined): string | undefined => (is === undefined ? undefined : is ? 'ja' : 'nee');

/** Its hash, of which the first part will do for a person. One that was not kept says nothing. */
function pictureOf(picture: MediaRecord | undefined): string | undefined {
  return picture?.state === 'kept' ? picture.sha256.slice(0, 12) : undefined;
}
