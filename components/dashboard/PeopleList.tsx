import type { CapturedPerson } from '../../lib/model/capture.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { More } from './More.tsx';

/** Who is in the capture: accounts of government by name, everybody else by label only (D6). */
export function PeopleList({ people }: { readonly people: readonly CapturedPerson[] }) {
  const known = people.filter((person) => person.role !== 'derde');
  const others = people.flatMap((person) => (person.role === 'derde' ? [person.label] : []));
  return (
    <details class="fold">
      <summary>
        <h2>{t('people_title')}</h2>
        <span class="soft">{plural('third_parties', others.length)}</span>
      </summary>
      <ul class="plain-list">
        {known.map((person) => (
          <li key={person.key}>
            <strong>{person.name}</strong> @{person.handle} <span class="soft">· {wordFor('role', person.role)}</span>
          </li>
        ))}
      </ul>
      <p class="soft">{t('people_explained')}</p>
      <More
        lines={others}
        draw={(labels) => (
          <ul class="keys">
            {labels.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        )}
      />
    </details>
  );
}
