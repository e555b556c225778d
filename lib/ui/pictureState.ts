/** Marking somebody in own pictures: fields are drawn here, and burned in by the worker when they are confirmed. */
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Capture, MediaRecord } from '../model/capture.ts';
import { asFailure } from '../model/failure.ts';
import type { Failure } from '../model/failure.ts';
import type { PictureRegion } from '../model/review.ts';
import type { Ask } from './ask.ts';

export interface OwnPicture {
  readonly sha256: string;
  /** The item or profile it belongs to; the first, where it stands in several. */
  readonly where: string;
  readonly alt: string;
  /** Fields laid over it before. */
  readonly redacted: number;
}

export interface PictureState {
  readonly pictures: ReadonlySignal<readonly OwnPicture[]>;
  readonly at: ReadonlySignal<number>;
  /** `data:` address; absent while it is read, '' where it cannot be shown. */
  readonly source: ReadonlySignal<string | undefined>;
  readonly regions: ReadonlySignal<readonly PictureRegion[]>;
  readonly isBusy: ReadonlySignal<boolean>;
  readonly trouble: ReadonlySignal<Failure | undefined>;
  readonly begin: (capture: Capture) => Promise<void>;
  readonly move: (step: number) => Promise<void>;
  /** Without a field given: one in the middle, to be moved. */
  readonly add: (region?: PictureRegion) => void;
  readonly change: (index: number, change: Partial<PictureRegion>) => void;
  readonly remove: (index: number) => void;
  /** Burns the fields in; what is under them is gone for good. */
  readonly burn: () => Promise<void>;
}

const middle: PictureRegion = { left: 0.4, top: 0.4, width: 0.2, height: 0.2 };
/** Smaller is a slip of the mouse. */
const smallest = 0.01;

export function createPictureState(ask: Ask, onChange: (capture: Capture) => void): PictureState {
  const capture = signal<Capture | undefined>(undefined);
  const at = signal(0);
  const source = signal<string | undefined>(undefined);
  const regions = signal<readonly PictureRegion[]>([]);
  const isBusy = signal(false);
  const trouble = signal<Failure | undefined>(undefined);
  const pictures = computed(() => (capture.value ? ownPictures(capture.value) : []));

  const show = async (place: number): Promise<void> => {
    at.value = Math.max(0, Math.min(place, pictures.value.length - 1));
    regions.value = [];
    source.value = undefined;
    const [open, picture] = [capture.value, pictures.value[at.value]];
    if (!open || !picture) return;
    await attempt(async () => {
      const found = await ask('getPicture', { id: open.id, sha256: picture.sha256 });
      if (pictures.value[at.value] === picture) source.value = found;
    });
  };
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    trouble.value = undefined;
    try {
      await work();
    } catch (error) {
      trouble.value = asFailure(error);
    }
  };
  return {
    pictures,
    at,
    source,
    regions,
    isBusy,
    trouble,
    async begin(read) {
      capture.value = read;
      await show(0);
    },
    move: (step) => show(at.value + step),
    add(region = middle) {
      if (region.width >= smallest && region.height >= smallest) regions.value = [...regions.value, within(region)];
    },
    change(index, change) {
      regions.value = regions.value.map((region, place) => (place === index ? within({ ...region, ...change }) : region));
    },
    remove(index) {
      regions.value = regions.value.filter((_, place) => place !== index);
    },
    async burn() {
      const [open, picture] = [capture.value, pictures.value[at.value]];
      if (!open || !picture || regions.value.length === 0 || isBusy.value) return;
      isBusy.value = true;
      await attempt(async () => {
        await ask('redactPicture', { id: open.id, sha256: picture.sha256, regions: [...regions.value] });
        const read = await ask('getCapture', { id: open.id });
        capture.value = read;
        onChange(read);
        await show(at.value);
      });
      isBusy.value = false;
    },
  };
}

const between = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, Number.isFinite(value) ? value : low));

/** A field stays in the picture. */
function within({ left, top, width, height }: PictureRegion): PictureRegion {
  const [x, y] = [between(left, 0, 1 - smallest), between(top, 0, 1 - smallest)];
  return { left: x, top: y, width: between(width, smallest, 1 - x), height: between(height, smallest, 1 - y) };
}

function ownPictures({ posts, reactions, profile, people }: Capture): OwnPicture[] {
  const all: readonly (readonly [string, MediaRecord | undefined])[] = [
    ...[...posts, ...reactions].flatMap((item) =>
      [...item.media, ...(item.quote?.media ?? [])].map((record) => [item.key, record] as const),
    ),
    ...(profile ? [profile.avatar, profile.banner].map((record) => [profile.key, record] as const) : []),
    ...people.map((person) => [person.key, person.role === 'derde' ? undefined : person.portrait] as const),
  ];
  const found = new Map<string, OwnPicture>();
  for (const [where, record] of all) {
    if (record?.state !== 'kept' || !/^image\/(?:png|jpeg|webp)$/.test(record.mime) || found.has(record.sha256)) continue;
    found.set(record.sha256, { sha256: record.sha256, where, alt: record.alt ?? '', redacted: record.redactedRegions ?? 0 });
  }
  return [...found.values()];
}
