/** The forms of all people together: what two are called is one form, with both behind it. */
import { rankOf } from './forms.ts';
import type { Form } from './forms.ts';

/** One way of writing, with everybody it may mean: indexes into `PeopleRoles.persons`. */
export interface SharedForm extends Form {
  readonly persons: readonly number[];
}

interface Met {
  form: Form;
  splits: readonly number[];
  readonly persons: number[];
}

export interface Gathering {
  /** `isSaid`: words beside something, which do not make it unclear whose name it is. */
  add(form: Form, person: number | undefined, isSaid?: boolean): void;
  forms(): SharedForm[];
}

/** One record for each form and nothing beside it: of ten thousand people there are more than a hundred thousand. */
export function gathering(): Gathering {
  const found = new Map<string, Met>();
  return {
    add(form, person, isSaid = false) {
      const met = found.get(form.squashed);
      if (!met) {
        found.set(form.squashed, { form, splits: form.splits, persons: person === undefined ? [] : [person] });
        return;
      }
      if (rankOf(form) > rankOf(met.form)) met.form = form;
      if (form.splits.some((split) => !met.splits.includes(split))) met.splits = both(met.splits, form.splits);
      const isTaken = isSaid && met.persons.length > 0;
      if (person !== undefined && !isTaken && !met.persons.includes(person)) met.persons.push(person);
    },
    forms: () =>
      Array.from(found.values(), ({ form: { squashed, kind, strength }, splits, persons }) => ({
        squashed,
        splits,
        kind,
        strength,
        persons,
      })),
  };
}

const both = (a: readonly number[], b: readonly number[]): number[] => [...new Set([...a, ...b])].toSorted((x, y) => x - y);
