import { withAt, withoutIndex } from '../../lib/ui/list.ts';
import { emptyBody } from '../../lib/ui/policyDraft.ts';
import type { BodyDraft } from '../../lib/ui/policyDraft.ts';
import { t } from '../../lib/ui/words.ts';
import { errorAt, hasErrorUnder, TextField } from '../Field.tsx';
import type { FormProps } from './formProps.ts';
import { PlatformAndHandle } from './PlatformAndHandle.tsx';
import { Rows } from './Rows.tsx';

/** R15: public bodies keep their name; everybody who is not listed is a third party. */
export function BodiesForm({ draft, invalid, change }: FormProps) {
  return (
    <Rows
      rows={draft.bodies}
      title={(body, at) => (body.name.trim() === '' ? t('body_new', { number: at + 1 }) : body.name)}
      addLabel={t('body_add')}
      emptyText={t('bodies_empty')}
      hasFault={(at) => hasErrorUnder(invalid, `bodies.${at}.`)}
      onAdd={() => change({ bodies: [...draft.bodies, emptyBody] })}
      onRemove={(at) => change({ bodies: withoutIndex(draft.bodies, at) })}
      draw={(body, at) => {
        const edit = (part: Partial<BodyDraft>) => change({ bodies: withAt(draft.bodies, at, part) });
        return (
          <>
            <PlatformAndHandle value={body} {...errorAt(invalid, `bodies.${at}.handle`)} onChange={edit} />
            <TextField
              label={t('body_name')}
              value={body.name}
              {...errorAt(invalid, `bodies.${at}.name`)}
              onChange={(name) => edit({ name })}
            />
          </>
        );
      }}
    />
  );
}
