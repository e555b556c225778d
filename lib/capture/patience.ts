/** Rounds in which nothing moved before the end is believed. */
const maxIdle = 3;
/** Rounds without a new item, on a page that goes on for ever or never stands still. */
const maxFruitless = 15;

/** Screens of one item that may be passed: a page can put an endless one around everything. */
const maxWithin = 1_000;

/** When the end of a list is believed. */
export class Patience {
  #idle = 0;
  #fruitless = 0;
  #within = 0;
  #left: number;
  readonly #isSecond: boolean;

  /** `screens`: of a list that is walked a second time, and is known. */
  constructor(screens?: number) {
    this.#isSecond = screens !== undefined;
    this.#left = screens === undefined ? Infinity : screens * 2;
  }

  /** The last rounds brought nothing: a slow network is given longer. */
  get isTried(): boolean {
    return this.#fruitless > 1;
  }

  /** `isWithin`: one item filled the screen and went on below it, where nothing new is to be expected. */
  read(added: number, isWithin: boolean): void {
    if (added > 0) this.#fruitless = 0;
    else if (isWithin && this.#within < maxWithin) this.#within += 1;
    else this.#fruitless += 1;
  }

  went(added: number, hasMoved: boolean): void {
    this.#idle = added > 0 || hasMoved ? 0 : this.#idle + 1;
    this.#left -= 1;
  }

  /** `hasEnough`: what was promised is there. */
  isOver(hasEnough: boolean): boolean {
    if (this.#isSecond) return this.#idle > 0 || this.#left <= 0;
    const isAsked = hasEnough && this.isTried && this.#idle > 0;
    return isAsked || this.#idle >= maxIdle || this.#fruitless >= maxFruitless;
  }

  renew(): void {
    this.#idle = 0;
    this.#fruitless = 0;
  }
}
