import { useRef, useState } from 'preact/hooks';
import type { PictureRegion } from '../../lib/model/review.ts';
import type { PictureState } from '../../lib/ui/pictureState.ts';
import { plural, t } from '../../lib/ui/words.ts';
import { FailureNotice } from '../Failure.tsx';
import { Notice } from '../Notice.tsx';

/** D7: whoever is recognisable in an own picture and has no part in it gets a flat field over the face; by mouse, or by numbers alone. */
export function PictureMarks({ pictures: state }: { readonly pictures: PictureState }) {
  const picture = state.pictures.value[state.at.value];
  const total = state.pictures.value.length;
  if (!picture) return <p>{t('picture_none')}</p>;
  const { value: regions } = state.regions;
  return (
    <div class="stack">
      <p class="over">{t('review_place', { at: state.at.value + 1, of: total, where: picture.where })}</p>
      {state.trouble.value && <FailureNotice failure={state.trouble.value} />}
      <Shown state={state} alt={picture.alt} />
      {picture.redacted > 0 && <p class="small soft">{plural('picture_redacted', picture.redacted)}</p>}
      <div class="buttons">
        <button
          type="button"
          class="secondary"
          aria-disabled={!state.source.value}
          onClick={() => state.source.value && state.add()}
        >
          {t('picture_add')}
        </button>
        <button
          type="button"
          class="primary danger"
          aria-disabled={regions.length === 0 || state.isBusy.value}
          onClick={() => void state.burn()}
        >
          {state.isBusy.value ? t('review_saving') : t('picture_burn')}
        </button>
      </div>
      <ol class="picture-regions">
        {regions.map((region, index) => (
          <Region key={index} region={region} index={index} state={state} />
        ))}
      </ol>
      <Notice tone="info">
        <p>{t('picture_explained')}</p>
      </Notice>
      {total > 1 && (
        <div class="buttons">
          <button type="button" class="link" aria-disabled={state.at.value === 0} onClick={() => void state.move(-1)}>
            {t('review_previous')}
          </button>
          <button type="button" class="link" aria-disabled={state.at.value >= total - 1} onClick={() => void state.move(1)}>
            {t('review_next')}
          </button>
        </div>
      )}
    </div>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function Shown({ state, alt }: { readonly state: PictureState; readonly alt: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState<Point>();
  const [end, setEnd] = useState<Point>();
  const { value: source } = state.source;
  if (source === undefined) return <p role="status">{t('loading')}</p>;
  if (source === '') return <p>{t('picture_not_shown')}</p>;
  const pointOf = (event: PointerEvent): Point | undefined => {
    const box = frame.current?.getBoundingClientRect();
    return box && { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  const drawn = start && end && between(start, end);
  const finish = () => {
    if (drawn) state.add(drawn);
    setStart(undefined);
    setEnd(undefined);
  };
  return (
    <div
      ref={frame}
      class="picture-frame"
      onPointerDown={(event) => setStart(pointOf(event))}
      onPointerMove={(event) => start && setEnd(pointOf(event))}
      onPointerUp={finish}
      onPointerLeave={finish}
    >
      <img src={source} alt={alt === '' ? t('picture_no_alt') : alt} draggable={false} />
      {[...state.regions.value, ...(drawn ? [drawn] : [])].map((region, index) => (
        <span key={index} class="picture-region" style={placeOf(region)} aria-hidden="true">
          {index + 1}
        </span>
      ))}
    </div>
  );
}

function between(one: Point, other: Point): PictureRegion {
  const [left, top] = [Math.max(0, Math.min(one.x, other.x)), Math.max(0, Math.min(one.y, other.y))];
  return { left, top, width: Math.min(1, Math.max(one.x, other.x)) - left, height: Math.min(1, Math.max(one.y, other.y)) - top };
}

const percent = (part: number): string => `${part * 100}%`;

function placeOf({ left, top, width, height }: PictureRegion) {
  return { left: percent(left), top: percent(top), width: percent(width), height: percent(height) };
}

const sides = ['left', 'top', 'width', 'height'] as const;

function Region({
  region,
  index,
  state,
}: {
  readonly region: PictureRegion;
  readonly index: number;
  readonly state: PictureState;
}) {
  const number = index + 1;
  const names = { left: t('picture_left'), top: t('picture_top'), width: t('picture_width'), height: t('picture_height') };
  return (
    <li>
      <fieldset>
        <legend>{t('picture_region', { number })}</legend>
        {sides.map((side) => (
          <label key={side}>
            {names[side]}
            <input
              type="number"
              min={0}
              max={100}
              step={1}
              value={Math.round(region[side] * 100)}
              onInput={({ currentTarget }) => state.change(index, { [side]: currentTarget.valueAsNumber / 100 })}
            />
          </label>
        ))}
        <button type="button" class="link" onClick={() => state.remove(index)}>
          {t('picture_remove')} <span class="visually-hidden">{number}</span>
        </button>
      </fieldset>
    </li>
  );
}
