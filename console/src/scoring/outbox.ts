import type { Command } from '../api/client';
import { Problem } from '../api/problem';

/** One changed field of a scorecard on its way to the server. */
export interface Change {
  field: string;
  path: string;
  body: Record<string, unknown>;
  /** Waits for the user to complete the field; kept in this browser only. */
  incomplete?: boolean;
  /** Given at the first attempt and kept: the server tells repeats and late arrivals by it. */
  stamp?: { client: string; counter: number; key: string };
}

/** A change the server will not take, with its reason. */
export interface Refusal {
  change: Change;
  problem: Problem;
}

export interface OutboxState {
  /** Changes that are here and not yet there, incomplete ones aside. */
  waiting: number;
  incomplete: number;
  refusals: readonly Refusal[];
  /** Why the last attempt failed, when it is being repeated. */
  trouble: string | undefined;
}

export type Attempt = (command: Command, key: string) => Promise<unknown>;

const LONGEST_PAUSE_MS = 20_000;

/**
 * Sends changes one after the other, in order, until the server has answered each. What waits survives a reload of the page;
 * a newer change of a field replaces an older one that was not sent yet; a refused change is kept to be shown.
 */
export class Outbox {
  private changes: Change[];
  private refusals: Refusal[] = [];
  private trouble: string | undefined;
  private counter = 0;
  private running = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private snapshot: OutboxState;

  constructor(
    private readonly client: string,
    private readonly shelf: Shelf,
    private readonly attempt: Attempt,
  ) {
    this.changes = shelf.load();
    this.snapshot = this.state();
    this.wake(0);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): OutboxState => this.snapshot;

  /** The latest waiting content of each field, to be laid over what the server sent. */
  pending(): readonly Change[] {
    return this.changes;
  }

  /** Takes a change in; it is sent after the delay, so that typing is sent in pieces worth sending. */
  put(change: Omit<Change, 'stamp'>, delayMs = 0): void {
    this.changes = this.changes.filter((other) => other.field !== change.field || other.stamp !== undefined);
    this.changes.push(change);
    this.refusals = this.refusals.filter((refusal) => refusal.change.field !== change.field);
    this.changed();
    this.wake(delayMs);
  }

  /** Tries again at once, for instance when the connection is back. */
  readonly wakeNow = (): void => this.wake(0);

  dismiss(field: string): void {
    this.refusals = this.refusals.filter((refusal) => refusal.change.field !== field);
    this.changed();
  }

  private wake(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), delayMs);
  }

  private async run(): Promise<void> {
    if (this.running) {
      return;
    }
    this.running = true;
    let pause = 0;
    for (let next = this.next(); next !== undefined && pause === 0; next = this.next()) {
      pause = await this.sendOne(next);
    }
    this.running = false;
    if (pause > 0) {
      this.wake(pause);
    }
  }

  private next(): Change | undefined {
    return this.changes.find((change) => change.incomplete !== true);
  }

  private failures = 0;

  /** Returns the pause before another attempt; zero when the server gave its answer. */
  private async sendOne(change: Change): Promise<number> {
    change.stamp ??= { client: this.client, counter: ++this.counter, key: crypto.randomUUID() };
    const { client, counter, key } = change.stamp;
    this.changed();
    try {
      await this.attempt({ method: 'PUT', path: change.path, body: { ...change.body, client, counter } }, key);
    } catch (error) {
      // signed out is no refusal: the change goes on after the next sign-in
      if (!(error instanceof Problem) || error.passing || error.status === 401) {
        this.trouble = error instanceof Error ? error.message : String(error);
        this.changed();
        const pause = Math.min(1000 * 2 ** this.failures++, LONGEST_PAUSE_MS);
        return error instanceof Problem ? Math.max(error.retryAfterMs ?? 0, pause) : pause;
      }
      this.refusals.push({ change, problem: error });
    }
    this.failures = 0;
    this.trouble = undefined;
    this.changes = this.changes.filter((other) => other !== change);
    this.changed();
    return 0;
  }

  private changed(): void {
    this.shelf.save(this.changes);
    this.snapshot = this.state();
    this.listeners.forEach((listener) => {
      listener();
    });
  }

  private state(): OutboxState {
    const incomplete = this.changes.filter((change) => change.incomplete === true).length;
    return {
      waiting: this.changes.length - incomplete,
      incomplete,
      refusals: [...this.refusals],
      trouble: this.trouble,
    };
  }
}

/** Where changes wait through a reload. */
export interface Shelf {
  load(): Change[];
  save(changes: readonly Change[]): void;
}
