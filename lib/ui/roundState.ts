/** R9: choosing on a profile which posts are government information. Texts are in memory only, as long as the panel is open; ticks stay. */
import { batch, computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { asFailure } from '../model/failure.ts';
import type { Failure } from '../model/failure.ts';
import type { ChosenPost, PagePost, RoundTick, Run, RunAccount } from '../model/run.ts';
import type { RegisteredAccount } from '../model/policy.ts';
import type { ReadyPage } from './choice.ts';
import type { FollowDeps } from './follow.ts';

export interface Said {
  readonly capacity: string;
  readonly selectionReason: string;
}

export interface RoundDeps extends FollowDeps {
  /** Must be called within the click. */
  readonly requestPermission: (origins: readonly string[]) => Promise<boolean>;
  readonly ticks: {
    readonly read: (account: RunAccount) => Promise<readonly RoundTick[]>;
    readonly keep: (account: RunAccount, ticks: readonly RoundTick[]) => Promise<void>;
  };
}

export interface RoundState {
  /** Absent until the profile was read once. */
  readonly posts: ReadonlySignal<readonly PagePost[] | undefined>;
  /** Ticked before, and not on the page yet this time; without their texts. */
  readonly unseen: ReadonlySignal<readonly PagePost[]>;
  readonly others: ReadonlySignal<number>;
  /** By address. */
  readonly ticked: ReadonlySignal<ReadonlyMap<string, Said>>;
  /** When the round before this one began. */
  readonly since: ReadonlySignal<string | undefined>;
  readonly account: ReadonlySignal<RegisteredAccount | undefined>;
  readonly oldest: ReadonlySignal<string | undefined>;
  /** Of the ticked ones, those of which something must still be said. */
  readonly lacking: ReadonlySignal<readonly string[]>;
  readonly isPointingOut: ReadonlySignal<boolean>;
  readonly trouble: ReadonlySignal<Failure | undefined>;
  /** Reads along while the person scrolls, until the answer is called. */
  readonly follow: (page: ReadyPage) => () => void;
  readonly tick: (post: PagePost, isOn: boolean) => void;
  readonly say: (url: string, part: Partial<Said>) => void;
  /** Starts the run with what is ticked, or closes the round with nothing. Within the click. */
  readonly start: (page: ReadyPage) => Promise<Run | undefined>;
}

const lookMs = 1_000;

export function createRoundState({ ask, tabId, every, requestPermission, ticks }: RoundDeps): RoundState {
  const posts = signal<readonly PagePost[] | undefined>(undefined);
  const remembered = signal<readonly PagePost[]>([]);
  const unseen = computed(() => remembered.value.filter(({ url }) => !posts.value?.some((post) => post.url === url)));
  const others = signal(0);
  const ticked = signal<ReadonlyMap<string, Said>>(new Map());
  const since = signal<string | undefined>(undefined);
  const account = signal<RegisteredAccount | undefined>(undefined);
  const trouble = signal<Failure | undefined>(undefined);
  const isPointingOut = signal(false);
  const lacking = computed(() => [...ticked.value].filter(([, said]) => lacks(said)).map(([url]) => url));
  const oldest = computed(() => oldestOf(posts.value ?? []));
  let last: Said = { capacity: '', selectionReason: '' };
  let isAsking = false;
  let owner: RunAccount | undefined;
  let restored: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      const found = await ask('listPosts', { tabId });
      batch(() => {
        trouble.value = undefined;
        posts.value = together(posts.value ?? [], found.posts);
        others.value = Math.max(others.value, found.others);
      });
    } catch (error) {
      trouble.value = asFailure(error);
    }
    isAsking = false;
  }
  async function before(page: ReadyPage): Promise<void> {
    const [runs, { policy }] = await Promise.all([ask('listRuns', {}), ask('getPolicy', {})]);
    owner = ownerOf(page);
    const kept = owner ? await ticks.read(owner) : [];
    const isHere = (one: { platform: string; handle: string } | undefined) =>
      one?.platform === page.platform && one.handle.toLowerCase() === page.account?.handle.toLowerCase();
    batch(() => {
      since.value = runs.find((run) => run.kind === 'ronde' && isHere(run.account))?.startedAt;
      account.value = policy.accounts.find(isHere);
      remembered.value = kept.map(rememberedPost);
      ticked.value = new Map([...kept.map(({ url, ...said }) => [url, saidIn(said)] as const), ...ticked.value]);
    });
  }
  /** Everything there is to choose from. */
  const known = () => together(unseen.value, posts.value ?? []);
  async function keep(): Promise<void> {
    try {
      await restored; // what was kept before is not written over
      if (!owner) return;
      await ticks.keep(
        owner,
        known().flatMap((post) => tickOf(post, ticked.value.get(post.url)) ?? []),
      );
    } catch (error) {
      trouble.value = asFailure(error);
    }
  }
  return {
    posts,
    unseen,
    others,
    ticked,
    since,
    account,
    oldest,
    lacking,
    isPointingOut,
    trouble,
    follow(page) {
      restored = before(page).catch((error: unknown) => {
        trouble.value = asFailure(error);
      });
      void look();
      return every(lookMs, () => void look());
    },
    tick({ url }, isOn) {
      const rest = new Map([...ticked.value].filter(([other]) => other !== url));
      ticked.value = isOn ? rest.set(url, last) : rest;
      void keep();
    },
    say(url, part) {
      const said = ticked.value.get(url);
      if (!said) return;
      const now = { ...said, ...part };
      ticked.value = new Map([...ticked.value].map(([other, words]) => [other, other === url ? now : words]));
      // most posts of a round are alike: what was said of this one stands ready for the next
      last = now;
      void keep();
    },
    async start(page) {
      const { value: here } = account;
      isPointingOut.value = lacking.value.length > 0;
      if (isPointingOut.value || !page.account) return undefined;
      const allowed = requestPermission([...page.needsPermission, `https://${page.host}/*`]);
      try {
        await allowed; // without it every capture says what it could not fetch, and a page that cannot be read pauses the run
        const run = await ask('startRound', {
          tabId,
          account: { platform: page.platform, handle: here?.handle ?? page.account.handle },
          view: { seen: posts.value?.length ?? 0, ...(oldest.value !== undefined && { oldest: oldest.value }) },
          posts: chosen(known(), ticked.value).map((post) => ({ platform: page.platform, ...post })),
        });
        ticked.value = new Map();
        remembered.value = [];
        await keep();
        return run;
      } catch (error) {
        trouble.value = asFailure(error);
        return undefined;
      }
    },
  };
}

function ownerOf({ platform, account }: ReadyPage): RunAccount | undefined {
  return account && { platform, handle: account.handle };
}

function rememberedPost({ url, postId, posted }: RoundTick): PagePost {
  return { url, text: '', words: [], ...(postId !== undefined && { postId }), ...(posted !== undefined && { posted }) };
}

function saidIn({ capacity, selectionReason }: Said): Said {
  return { capacity, selectionReason };
}

function tickOf({ url, postId, posted }: PagePost, said: Said | undefined): RoundTick | undefined {
  return said && { url, ...(postId !== undefined && { postId }), ...(posted !== undefined && { posted }), ...said };
}

function lacks({ capacity, selectionReason }: Said): boolean {
  return capacity === '' || selectionReason.trim().length < 3;
}

/** Networks take rows out of the page while one scrolls: what was seen stays. Newest first. */
function together(before: readonly PagePost[], found: readonly PagePost[]): PagePost[] {
  const all = new Map([...before, ...found].map((post) => [post.url, post]));
  return [...all.values()].toSorted((one, other) => (other.posted ?? '').localeCompare(one.posted ?? ''));
}

function oldestOf(posts: readonly PagePost[]): string | undefined {
  return posts
    .filter(({ isPinned }) => !isPinned)
    .flatMap(({ posted }) => posted ?? [])
    .toSorted()[0];
}

/** Oldest first, as they were posted. */
function chosen(posts: readonly PagePost[], ticked: ReadonlyMap<string, Said>): Omit<ChosenPost, 'platform'>[] {
  return posts.toReversed().flatMap(({ url, postId, posted }): Omit<ChosenPost, 'platform'>[] => {
    const said = ticked.get(url);
    if (!said) return [];
    return [
      {
        url,
        ...(postId !== undefined && { postId }),
        ...(posted !== undefined && { posted }),
        scenario: 'C',
        capacity: said.capacity,
        selectionReason: said.selectionReason.trim(),
      },
    ];
  });
}
