// What a Lanes program can use beside the language itself: tasks, time, properties, synchronisation, and the timers and
// the console that Node.js and browsers have too. Printed by `lanes types`; the page's editor completes from it.
//
// For an editor or compiler outside of the page: `lanes types > lanes.d.ts`, and in tsconfig.json
//   { "compilerOptions": { "target": "es2022", "module": "esnext", "moduleDetection": "force", "lib": ["es2024"], "types": [], "noEmit": true } }
// A test compares every line with the engine: what is declared exists, and what exists is declared.

// ---------------------------------------------------------------- Tasks

/**
 * A running activity: one lane on the stage. It is also the promise of what its function returns.
 *
 * A task that fails and that nobody awaits ends the run as an unhandled rejection.
 */
interface Task<T> extends Promise<T> {
  /** What its lane is called. */
  readonly name: string;
  /** Whether its function has returned or thrown. Reading it is a snapshot: it may be out of date at once. */
  readonly done: boolean;
  /**
   * Asks it to stop: the `await` at which it waits throws, or else the next one at which it has to wait, or `yieldNow()`. It
   * leaves the queue that it stood in, and its `finally` blocks run; it may also catch the error and go on. A task that has not
   * begun ends at once, and one that is over stays as it is. Tasks that it has made are not cancelled with it.
   *
   * Who awaits a task that ends this way gets the same error; it need not be caught anywhere.
   * @param reason What the `await` throws; an error named `CancelledError` if left out. Only the first counts.
   * @example
   * const download = spawn("download", async () => { try { await sleep(1000); } finally { console.log("cleaned up"); } });
   * await sleep(10);
   * download.cancel();
   */
  cancel(reason?: unknown): void;
}

/**
 * Starts a task, which gets a lane of its own. It is only made runnable: none of its code runs inside the call.
 *
 * Await the task to get its result, or its error.
 * @param fn What the task does.
 * @returns The task, which is the promise of what `fn` returns.
 * @example
 * const tasks = [spawn(worker), spawn(worker)];
 * await Promise.all(tasks);
 */
declare function spawn<T>(fn: () => T | Promise<T>): Task<T>;
/**
 * Starts a task with a name, which gets a lane of its own. It is only made runnable: none of its code runs inside the call.
 * @param name What the lane is called.
 * @param fn What the task does.
 * @param options `daemon: true`: the run does not wait for it. `priority`: a whole number, lower is more urgent; that of the task that starts it if
 * left out, 0 for the main line. Where there are fewer cores than tasks (`tasks`, and `threads` with `cores=1` in the header), a task
 * only runs while less than all cores are needed by more urgent ones; the event loop knows no priorities.
 * @example
 * const writer = spawn("writer", async () => { await file.write("hello"); });
 */
declare function spawn<T>(name: string, fn: () => T | Promise<T>, options?: { daemon?: boolean; priority?: number }): Task<T>;

// ---------------------------------------------------------------- Time

/**
 * When a wait ends early: once `signal` is aborted, with the signal's reason, or after `timeoutMs` milliseconds of virtual time, with an
 * `Error` whose name is `TimeoutError`. It leaves
 * no trace: whoever stood behind moves up.
 */
type WaitOptions = { signal?: AbortSignal; timeoutMs?: number };

/**
 * Waits without holding a core: other tasks run meanwhile. The clock is virtual, so a long sleep costs nothing.
 * @param ms Milliseconds of virtual time. Negative: a `RangeError`.
 * @param options `signal`: an abort ends the sleep and rejects with its reason.
 * @example
 * await sleep(100);
 */
declare function sleep(ms: number, options?: { signal?: AbortSignal }): Promise<void>;

/**
 * Computes: holds its core for a stretch of virtual time. In `event-loop` and `tasks` nothing else runs meanwhile;
 * threads go on if there is another core.
 * @param ms Milliseconds of virtual time. Negative: a `RangeError`.
 * @example
 * work(20);   // as if a loop had been busy for 20 ms
 */
declare function work(ms: number): void;

/**
 * Gives the turn away: every other runnable task may go first.
 * @example
 * while (!ready) await yieldNow();
 */
declare function yieldNow(): Promise<void>;

/**
 * Asks for something outside of the program: a disk, a database, another server. Other tasks run meanwhile. There is nothing
 * outside, of course: the program says itself how long it takes and what comes back.
 *
 * A run takes the time that is given. A proof lets it take any time: what is asked for first may well be done last.
 * @param name What it is called on the stage.
 * @param ms Milliseconds of virtual time, or the least and the most, between which the seed of the run draws, or a distribution.
 * @param result What the promise is fulfilled with.
 * @example
 * const rows = await io("database", [5, 50], ["Ann", "Bob"]);
 */
declare function io<T = undefined>(name: string, ms: Latency, result?: T): Promise<T>;

/**
 * How long something outside takes, in milliseconds of virtual time: always the same, any whole number between two, or drawn from a
 * distribution by the seed of the run. `exponential` is what service times look like; with `log-normal` half take less than the
 * median, and some take very long. In a proof whatever is outside takes any time.
 */
type Latency = number | [least: number, most: number] | { distribution: "fixed"; ms: number } | { distribution: "uniform"; min: number; max: number } | { distribution: "exponential"; mean: number } | { distribution: "log-normal"; median: number; sigma: number };

/**
 * Says what the network is like that `fetch` goes through from here on.
 * @param options How long a request takes (`latencyMs`, 50 if it is not said), how many of all fail (`failureRate`, from 0 to 1; a proof tries
 * both), how many may be under way (`limit`, the others wait), when it is down (`outages`, pairs of milliseconds from now), and what answers
 * (`routes`): by path, or by its beginning with a `*` at the end, a value, a function of the request, a `Server`, or `{ status, body }`.
 * @example
 * network({ latencyMs: [10, 80], failureRate: 0.1, routes: { "/users": [{ id: 1 }], "/files/*": (request) => request.url } });
 */
declare function network(options?: { latencyMs?: Latency; failureRate?: number; limit?: number; outages?: [from: number, to: number][]; routes?: Record<string, unknown> }): void;

/**
 * Asks the network. Without routes it answers with what it was asked: `{ url, method, body }`. A request that fails, or finds the network
 * down, rejects with a `TypeError`; one whose signal aborts, with the signal's reason.
 * @example
 * const response = await fetch("/users");
 * if (response.ok) console.log(await response.json());
 */
declare function fetch(url: string, init?: { signal?: AbortSignal; method?: string; body?: unknown }): Promise<FetchResponse>;

/** What `fetch` gives. */
interface FetchResponse {
  /** What was asked for. */
  readonly url: string;
  /** 200 when all is well, 404 when nothing answers there, 503 when a server refused or failed. */
  readonly status: number;
  /** Whether the status is from 200 to 299. */
  readonly ok: boolean;
  /** What was answered, as text. */
  text(): Promise<string>;
  /** What was answered, read as JSON: a copy of its own each time. */
  json(): Promise<any>;
}

/**
 * A server with a limit of its own: so many requests at a time, a queue in front of them, slower under load, down now and then. With
 * exponential service times it is the queue M/M/c of the textbooks.
 * @example
 * const server = new Server({ concurrency: 2, queueLimit: 10, serviceMs: { distribution: "exponential", mean: 20 } });
 * const answer = await server.request("hello");
 */
declare class Server<Q = any, A = any> {
  /**
   * @param options How many requests are served at a time (`concurrency`), how many may wait (`queueLimit`), how long one takes (`serviceMs`, 10 if
   * it is not said), from how many on it gets slower (`degradeAfter`) and by which part for each more (`degradeBy`, 0.1 if it is not
   * said), how many fail (`failureRate`), when it is down (`outages`), and what answers (`handle`; without it a request is its own answer).
   */
  constructor(options?: { concurrency?: number; queueLimit?: number; serviceMs?: Latency; degradeAfter?: number; degradeBy?: number; failureRate?: number; outages?: [from: number, to: number][]; handle?: (request: Q) => A | Promise<A> });
  /** Waits for its turn, is served, and gives the answer. Rejects with a `code`: `EOVERLOADED`, `ECONNREFUSED`, `ECONNRESET`, `EFAILED`. */
  request(request?: Q, options?: WaitOptions): Promise<A>;
  /** How many requests are being served. */
  readonly serving: number;
  /** How many requests wait. */
  readonly waiting: number;
  /** Whether an outage is going on. */
  readonly isDown: boolean;
}

/**
 * Leaves something open: a proof tries every value, you can pick one on the stage, and a run takes the first or draws one.
 * @param values From 1 to 64 values.
 * @returns One of them.
 * @example
 * const order = choose([["a", "b"], ["b", "a"]]);
 */
declare function choose<T>(values: readonly T[]): T;
/**
 * Leaves a number open: a proof tries every one, you can pick one on the stage, and a run takes 0 or draws one.
 * @param n How many there are, from 1 to 64.
 * @returns A number from 0 to `n - 1`.
 * @example
 * if (choose(2) === 1) await sleep(10);   // with and without a pause
 */
declare function choose(n: number): number;

// ---------------------------------------------------------------- Properties

/**
 * Ends the run with a finding if the condition does not hold. A proof searches for a schedule that makes it fail.
 * @param condition What must be true here.
 * @param message What the finding says.
 * @example
 * assert(balance >= 0, `overdrawn: ${balance}`);
 */
declare function assert(condition: unknown, message?: string): asserts condition;

/**
 * States something that must be true in every state of the run, from here on: it is looked at after every step.
 * @param name What the finding is called when it is not.
 * @param condition Looks at variables and answers; it must change nothing.
 * @example
 * always("at most two inside", () => inside <= 2);
 */
declare function always(name: string, condition: () => boolean): void;

/**
 * States something that becomes true on every complete run, if only for one state: it is looked at after every step, and a run
 * that is over without it is a finding.
 * @param name What the finding is called.
 * @param condition Looks at variables and answers; it must change nothing.
 * @example
 * eventually("every order is shipped", () => shipped === orders.length);
 */
declare function eventually(name: string, condition: () => boolean): void;

/**
 * States something that is true in at least one state of at least one run. A proof that finds no such state says so: a test that
 * can never come into the situation that it is about proves nothing.
 * @param name What the finding is called.
 * @param condition Looks at variables and answers; it must change nothing.
 * @example
 * sometimes("both wait at once", () => waiting === 2);
 */
declare function sometimes(name: string, condition: () => boolean): void;

/**
 * A step that no two tasks may be about to take at the same time; if they are, the run ends with a finding. Put it where only
 * one may be: between lock and unlock. In `event-loop` nothing can come in between, so nothing is found there.
 * @param name What it is about: only steps with the same name are in each other's way. Those without one are all the same.
 * @example
 * await lock.lock();
 * critical("account");
 * lock.unlock();
 */
declare function critical(name?: string): void;

/**
 * Says that useful work was done. A proof reports tasks that run for ever and never say so as a livelock.
 * @example
 * while (true) { await handle(await requests.receive()); progress(); }
 */
declare function progress(): void;

// ---------------------------------------------------------------- Synchronisation

/**
 * A number of permits. `acquire` takes one, and waits in line while there is none; `release` puts one back.
 * Waiters are served first in, first out: a released permit goes straight to the first in line.
 * @example
 * const sem = new Semaphore(2);
 * await sem.acquire();
 * try {
 *   await download(url);       // never more than two at once
 * } finally {
 *   sem.release();
 * }
 */
declare class Semaphore {
  /**
   * @param permits How many may be inside at once. 0 is allowed: the first `release` lets somebody in.
   * @param options `fair: false`: a free permit goes to whoever asks first, waiting or not. `max`: releasing above it
   * throws a `RangeError`; without it, permits may be released above the initial number.
   */
  constructor(permits: number, options?: { fair?: boolean; max?: number });
  /** Takes a permit; waits in line while there is none. Give it back with `release`, best in a `finally`. */
  acquire(options?: WaitOptions): Promise<void>;
  /** Takes a permit if one is free, without waiting, and says whether it did. */
  tryAcquire(): boolean;
  /**
   * Takes a permit, but gives up after a while; says whether it got one.
   * @param ms The longest wait, in milliseconds of virtual time.
   */
  tryAcquireFor(ms: number, options?: WaitOptions): Promise<boolean>;
  /** Puts a permit back and wakes the first in line. Above `max`: a `RangeError`. */
  release(): void;
  /**
   * Acquires, runs the function, and releases whatever happens in it.
   * @param fn What is done with the permit. Its result is the result.
   * @example
   * const page = await sem.withPermit(() => download(url));
   */
  withPermit<T>(fn: () => T | Promise<T>, options?: WaitOptions): Promise<T>;
  /** How many permits are free. A snapshot: it may be out of date at once. */
  readonly available: number;
  /** How many tasks wait in line. A snapshot. */
  readonly waiting: number;
}

/**
 * A lock that one task holds at a time. Only the task that holds it may unlock it.
 * @example
 * const lock = new Mutex();
 * await lock.withLock(async () => {
 *   const old = balance;
 *   await sleep(1);
 *   balance = old + 10;          // nobody came in between
 * });
 */
declare class Mutex {
  /**
   * @param options `fair: false`: unlocking frees the lock and wakes the waiters, which try again. `reentrant: true`: its owner may lock
   * it again, and unlocks it as often; otherwise a second lock by the same task waits for ever. `priorityInheritance: true`: while a more urgent
   * task waits for it, its owner is as urgent (see `spawn`).
   */
  constructor(options?: { fair?: boolean; reentrant?: boolean; priorityInheritance?: boolean });
  /** Locks; waits in line while somebody else holds it. Undo it with `unlock`, best in a `finally`. */
  lock(options?: WaitOptions): Promise<void>;
  /** Locks if it is free, without waiting, and says whether it did. */
  tryLock(): boolean;
  /**
   * Locks, but gives up after a while; says whether it got the lock.
   * @param ms The longest wait, in milliseconds of virtual time.
   */
  tryLockFor(ms: number, options?: WaitOptions): Promise<boolean>;
  /** Unlocks, and hands the lock to the first in line. An error if this task does not hold it. */
  unlock(): void;
  /**
   * Locks, runs the function, and unlocks whatever happens in it.
   * @param fn What is done under the lock. Its result is the result.
   * @example
   * await lock.withLock(() => { counter = counter + 1; });
   */
  withLock<T>(fn: () => T | Promise<T>, options?: WaitOptions): Promise<T>;
  /** Whether somebody holds it. A snapshot: it may be out of date at once. */
  readonly locked: boolean;
  /** How many tasks wait in line. A snapshot. */
  readonly waiting: number;
}

/**
 * A queue between tasks: senders wait while it is full, receivers while it is empty.
 * @example
 * const jobs = new Channel<number>(10);
 * spawn("producer", async () => {
 *   for (let i = 0; i < 100; i++) await jobs.send(i);
 *   jobs.close();
 * });
 * for (let job = await jobs.receive(); job !== undefined; job = await jobs.receive()) console.log(job);
 */
declare class Channel<T = any> {
  /**
   * @param capacity How many values it holds. 0, the default: a rendezvous, every send waits for its receiver.
   * `Infinity`: a send never waits.
   */
  constructor(capacity?: number);
  /** Puts a value in; waits while the channel is full. Rejects if it is closed, also while waiting. */
  send(value: T, options?: WaitOptions): Promise<void>;
  /** Puts a value in if that needs no waiting, and says whether it did. Throws if it is closed. */
  trySend(value: T): boolean;
  /** Takes the oldest value; waits while there is none. `undefined` once the channel is closed and empty. */
  receive(options?: WaitOptions): Promise<T | undefined>;
  /** Takes the oldest value if there is one, else `undefined`; never waits. */
  tryReceive(): T | undefined;
  /** Says that nothing more will come: what is inside can still be received. Closing twice throws. */
  close(): void;
  /** Whether it was closed. */
  readonly closed: boolean;
  /** How many values are inside. A snapshot: it may be out of date at once. */
  readonly length: number;
  /** How many values it holds at most. */
  readonly capacity: number;
  /** What is sent, until the channel is closed and empty: `for await (const job of jobs)`. */
  [Symbol.asyncIterator](): AsyncIterableIterator<T>;
  /** A case of a `select`: ready when there is something to receive, or never will be. */
  onReceive(): Case<T>;
  /** A case of a `select`: ready when the value can be sent. On a closed channel the `select` rejects. */
  onSend(value: T): Case<undefined>;
}

/** Something that a `select` can wait for. */
type Case<T = unknown> = { readonly operation: string; readonly received?: T };

/**
 * Waits for several channels at once: the first case that is ready comes true, and the others leave no trace. When several
 * are ready, which of them goes is a choice, and a check tries each.
 * @param cases Made by `onReceive()`, `onSend(value)`, `after(ms)`, and `otherwise`.
 * @returns The number of the case, what was received, and whether the channel was closed and empty.
 * @example
 * const { index, value } = await select([jobs.onReceive(), quit.onReceive(), after(100)]);
 */
declare function select(cases: Case[]): Promise<{ index: number; value: any; closed: boolean }>;

/**
 * A case of a `select`: ready when that many milliseconds have passed since the select began to wait.
 * @param ms How long.
 */
declare function after(ms: number): Case<undefined>;

/** A case of a `select`: taken when no other is ready, so that the select does not wait. */
declare var otherwise: Case<undefined>;

/** Runs the function when it is its turn; its result is the result. Made by `pLimit`. */
type LimitFunction = (<A extends unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A) => Promise<T>) & LimitState;

/** What a function that `pLimit` made knows and can do besides. */
interface LimitState {
  /** Its name as a function. */
  readonly name: string;
  /** How many parameters it has as a function. */
  readonly length: number;
  /** How many run. A snapshot: it may be out of date at once. */
  readonly activeCount: number;
  /** How many wait for their turn. A snapshot. */
  readonly pendingCount: number;
  /** How many may run at a time. Raising it lets waiters in at once, lowering it interrupts nobody. */
  concurrency: number;
  /** Forgets those that wait; with `rejectOnClear` their calls reject with an `AbortError`, otherwise they never end. */
  clearQueue(): void;
  /** Runs the function for each item, all results in the order of the items. */
  map<T, R>(iterable: Iterable<T>, fn: (item: T, index: number) => R | Promise<R>): Promise<R[]>;
}

/**
 * A limit on how many calls run at a time, as the package `p-limit` makes it: the others wait in line.
 * @param concurrency How many, or `Infinity`; or options with that number.
 * @example
 * const limit = pLimit(2);
 * const results = await Promise.all(urls.map((url) => limit(load, url)));
 */
declare function pLimit(concurrency: number | { concurrency: number; rejectOnClear?: boolean }): LimitFunction;

/**
 * A limit on calls with a bounded queue in front: who finds neither a slot nor a place in the queue is refused at once,
 * with a `BulkheadRejectedError`. So what one kind of work uses up cannot sink the rest.
 * @example
 * const db = new Bulkhead({ maxConcurrent: 10, maxQueue: 5 });
 * const rows = await db.execute(() => query("select 1"));
 */
declare class Bulkhead {
  /** @param options How many calls run at a time, and how many more may wait; 0 if left out. */
  constructor(options: { maxConcurrent: number; maxQueue?: number });
  /** Runs the function when a slot is free, and gives the slot back whatever happens in it. */
  execute<T>(fn: () => T | Promise<T>, options?: { signal?: AbortSignal; timeoutMs?: number }): Promise<T>;
  /** How many more calls could run now. A snapshot. */
  readonly executionSlots: number;
  /** How many more calls could wait now. A snapshot. */
  readonly queueSlots: number;
}

/**
 * Workers with lanes of their own that do job after job. A job waits in line for a worker; what happens to one for which there
 * is no room says `rejection`, by the names of Java's `ThreadPoolExecutor`: `"abort"` refuses it (the default), `"caller-runs"`
 * lets whoever submits it do it, `"discard"` and `"discard-oldest"` forget this one or the one that waits for longest (its
 * result is then `undefined`), `"block"` lets it wait for room.
 * @example
 * const pool = new WorkerPool(2, { queueLimit: 10 });
 * const results = await Promise.all(jobs.map((job) => pool.run(job)));
 * await pool.close();
 */
declare class WorkerPool {
  /** @param workers How many. With `stealing` each has a queue of its own and takes from the others' when that is empty. */
  constructor(workers: number, options?: { queueLimit?: number; rejection?: "abort" | "caller-runs" | "discard" | "discard-oldest" | "block"; stealing?: boolean });
  /** Hands in a job. The promise is that of its result; a time limit ends it only while no worker has begun. */
  run<T>(job: () => T | Promise<T>, options?: { signal?: AbortSignal; timeoutMs?: number }): Promise<T>;
  /** Hands in a job and waits until it has been let in, which `"block"` may delay. Its result comes with that, as a promise. */
  submit<T>(job: () => T | Promise<T>, options?: { signal?: AbortSignal; timeoutMs?: number }): Promise<{ result: Promise<T> }>;
  /** Waits until nothing is left to do. */
  drain(options?: { signal?: AbortSignal; timeoutMs?: number }): Promise<void>;
  /** Takes no more jobs, and waits until those that are there are done and the workers have left. Closing twice throws. */
  close(): Promise<void>;
  /** How many workers there are. */
  readonly size: number;
  /** How many workers do a job. A snapshot. */
  readonly busy: number;
  /** How many jobs wait. A snapshot. */
  readonly queued: number;
  /** Whether it takes no more jobs. */
  readonly closed: boolean;
}

/** Loads single keys in batches; made by `batch`. */
interface Loader<K, V> {
  /** Asks for a key; it goes into the batch that collects now. */
  load(key: K, options?: { signal?: AbortSignal; timeoutMs?: number }): Promise<V>;
  /** Asks for several; errors of single keys are among the results. */
  loadMany(keys: Iterable<K>): Promise<(V | Error)[]>;
  /** Forgets what is known of a key. */
  clear(key: K): this;
  /** Forgets all keys. */
  clearAll(): this;
  /** Says what a key's value is, unless it is known. */
  prime(key: K, value: V | Error): this;
}

/**
 * Collects loads of single keys and does them together, each key once, as the package `dataloader` does. A batch is loaded when
 * the current turn is over; with `maxWaitMs` when it is full or has waited for so long, as inference servers do it.
 * @param fn Gets the keys of a batch, returns a result for each in the same order; an `Error` among them is that key's.
 * @param options `maxSize`: most keys of a batch. `cache: false`: the same key may be loaded again. `key`: what tells keys apart.
 * @example
 * const users = batch(async (ids: number[]) => ids.map((id) => `user ${id}`));
 * console.log(await Promise.all([users.load(1), users.load(2), users.load(1)]));
 */
declare function batch<K, V>(fn: (keys: K[]) => Promise<(V | Error)[]>, options?: { maxSize?: number; maxWaitMs?: number; cache?: boolean; key?: (key: K) => unknown }): Loader<K, V>;

/**
 * Calls the function for each item, so many chunks of items at a time. Results come in the order of the items; after the first
 * error nothing more is begun.
 * @param options `concurrency`: how many chunks at a time, all if left out. `chunkSize`: how many items one after the other; 1.
 * @example
 * const sizes = await parallelMap(files, load, { concurrency: 4 });
 */
declare function parallelMap<T, R>(items: Iterable<T>, fn: (item: T, index: number) => R | Promise<R>, options?: { concurrency?: number; chunkSize?: number }): Promise<R[]>;

/**
 * Maps chunks of items at the same time, reduces each chunk by itself, then the results of the chunks in their order. `reduce` must
 * not mind how items are grouped.
 * @example
 * const total = await mapReduce(orders, { map: (order) => order.price, reduce: (a, b) => a + b, chunkSize: 100 });
 */
declare function mapReduce<T, R>(items: Iterable<T>, options: { map: (item: T, index: number) => R | Promise<R>; reduce: (a: R, b: R) => R | Promise<R>; initial?: R; chunkSize?: number; concurrency?: number }): Promise<R>;

/**
 * Stages that work at the same time, with a channel before each: whoever is too fast waits for whoever is too slow. Errors of a
 * stage reach whoever reads the results; who stops reading stops the stages.
 * @param source What goes in.
 * @param stages Functions of one value; last, options: `buffer`, how many values wait before each stage (1), and `workers`,
 * how many values a stage works on at once (1; with more the order is lost).
 * @example
 * for await (const page of pipeline(urls, download, parse, { buffer: 4 })) console.log(page);
 */
declare function pipeline(source: Iterable<any> | AsyncIterable<any>, ...stages: (((value: any) => unknown) | { buffer?: number; workers?: number })[]): AsyncIterableIterator<any>;

/**
 * A semaphore whose requests weigh different amounts: each takes as many permits as it says. Strictly first in, first out, so that a heavy request
 * cannot starve; light ones wait behind it.
 * @example
 * const memory = new WeightedSemaphore(20);
 * await memory.withPermit(5, () => bigQuery());
 */
declare class WeightedSemaphore {
  /** @param capacity How many permits there are, at least 1. */
  constructor(capacity: number);
  /**
   * Takes permits; waits in line until there are as many.
   * @param weight How many. More than the capacity could never be had: it rejects with a `RangeError`.
   */
  acquire(weight: number, options?: WaitOptions): Promise<void>;
  /** Takes permits if that needs no waiting, and says whether it did. */
  tryAcquire(weight: number): boolean;
  /** Puts permits back, and wakes those in line for whom there are enough now. More than the capacity: a `RangeError`. */
  release(weight: number): void;
  /** Acquires, runs the function, and releases whatever happens in it. */
  withPermit<T>(weight: number, fn: () => T | Promise<T>, options?: WaitOptions): Promise<T>;
  /** How many permits are free. A snapshot: it may be out of date at once. */
  readonly available: number;
  /** How many tasks wait in line. A snapshot. */
  readonly waiting: number;
}

/**
 * A semaphore whose line is ordered by priority: a lower number goes first, and among equals whoever came first.
 * @example
 * const desk = new PrioritySemaphore(1, { ageing: 100 });
 * await desk.acquire(5);
 */
declare class PrioritySemaphore {
  /**
   * @param permits How many may be inside at once.
   * @param options `ageing`: milliseconds of waiting after which a request counts as more urgent by one, so that nobody starves.
   */
  constructor(permits: number, options?: { ageing?: number });
  /**
   * Takes a permit; waits in line while there is none.
   * @param priority A whole number, lower is more urgent; 0 if left out.
   */
  acquire(priority?: number, options?: WaitOptions): Promise<void>;
  /** Takes a permit if one is free, without waiting, and says whether it did. */
  tryAcquire(): boolean;
  /** Puts a permit back and wakes the first in line. */
  release(): void;
  /** Acquires, runs the function, and releases whatever happens in it. */
  withPermit<T>(fn: () => T | Promise<T>, priority?: number, options?: WaitOptions): Promise<T>;
  /** How many permits are free. A snapshot: it may be out of date at once. */
  readonly available: number;
  /** How many tasks wait in line. A snapshot. */
  readonly waiting: number;
}

/**
 * A lock that many may hold to read, or one to write. A reader who comes while a writer waits stands behind it, so writers do not starve; also one
 * whose task reads already.
 * @example
 * const lock = new RwLock();
 * const copy = await lock.withRead(() => [...list]);
 * await lock.withWrite(() => { list = [...copy, 1]; });
 */
declare class RwLock {
  /** @param options `prefer: "readers"`: readers pass waiting writers, which can then starve. */
  constructor(options?: { prefer?: "fair" | "readers" });
  /** Locks to read; waits while somebody writes or stands in line. */
  readLock(options?: WaitOptions): Promise<void>;
  /** Locks to read if that needs no waiting, and says whether it did. */
  tryReadLock(): boolean;
  /** Gives a read lock back. An error if this task holds none. */
  readUnlock(): void;
  /** Locks to write; waits while anybody reads or writes. */
  writeLock(options?: WaitOptions): Promise<void>;
  /** Locks to write if that needs no waiting, and says whether it did. */
  tryWriteLock(): boolean;
  /** Gives the write lock back. An error if this task does not hold it. */
  writeUnlock(): void;
  /** Locks to read, runs the function, and unlocks whatever happens in it. */
  withRead<T>(fn: () => T | Promise<T>, options?: WaitOptions): Promise<T>;
  /** Locks to write, runs the function, and unlocks whatever happens in it. */
  withWrite<T>(fn: () => T | Promise<T>, options?: WaitOptions): Promise<T>;
  /** How many read locks are held. A snapshot: it may be out of date at once. */
  readonly readers: number;
  /** Whether somebody writes. A snapshot. */
  readonly writing: boolean;
  /** How many tasks wait in line. A snapshot. */
  readonly waiting: number;
}

/**
 * Waiting for news while holding a mutex: `wait` gives the mutex back and stands in line, and is over when it was notified and holds the mutex
 * again. Others may have been there in between, so look again in a `while`.
 * @example
 * const full = new Condition(lock);
 * await lock.lock();
 * while (queue.length === 0) await full.wait();
 * const job = queue.shift();
 * lock.unlock();
 */
declare class Condition {
  /** @param mutex The lock that protects what is waited for. */
  constructor(mutex: Mutex);
  /** Gives the mutex back and waits for a notification. Throws if this task does not hold it. However it ends, the mutex is held again. */
  wait(options?: WaitOptions): Promise<void>;
  /**
   * The same, but gives up after a while; says whether it was notified.
   * @param ms The longest wait, in milliseconds of virtual time.
   */
  waitFor(ms: number, options?: WaitOptions): Promise<boolean>;
  /** Sends the first in line back to the mutex. Nothing happens, and nothing is kept, if nobody waits. */
  notifyOne(): void;
  /** Sends everyone back to the mutex. */
  notifyAll(): void;
  /** How many tasks wait for a notification. A snapshot. */
  readonly waiting: number;
}

/**
 * A meeting point: nobody goes on before as many as there are parties have arrived. Then it can be used again.
 * @example
 * const round = new Barrier(3);
 * if (await round.wait()) console.log("all are there");
 */
declare class Barrier {
  /** @param parties How many have to arrive, at least 1. */
  constructor(parties: number);
  /** Arrives, and waits for the others; true for the last. A wait that ends early undoes the arrival. */
  wait(options?: WaitOptions): Promise<boolean>;
  /** How many have to arrive. */
  readonly parties: number;
  /** How many have arrived and wait. A snapshot. */
  readonly waiting: number;
}

/**
 * A gate that opens once, when it has been counted down to zero.
 * @example
 * const ready = new Latch(2);
 * await ready.wait();
 */
declare class Latch {
  /** @param count How often it has to be counted down. */
  constructor(count: number);
  /** Counts one down; at zero everyone goes on. Below zero: a `RangeError`. */
  countDown(): void;
  /** Waits until the count is zero. */
  wait(options?: WaitOptions): Promise<void>;
  /** How often it is still to be counted down. */
  readonly count: number;
  /** How many tasks wait. A snapshot. */
  readonly waiting: number;
}

/**
 * Counts what is under way, and waits until nothing is. Unlike a latch it can be used again.
 * @example
 * const group = new WaitGroup();
 * group.add();
 * spawn(async () => { await download(); group.done(); });
 * await group.wait();
 */
declare class WaitGroup {
  /** Makes one with nothing under way. */
  constructor();
  /**
   * Adds to what is under way. Add before you wait: what is added later may be missed.
   * @param n How much, 1 if left out. Below zero in all: a `RangeError`.
   */
  add(n?: number): void;
  /** One less is under way; at zero everyone goes on. */
  done(): void;
  /** Waits until nothing is under way. */
  wait(options?: WaitOptions): Promise<void>;
  /** How much is under way. */
  readonly count: number;
  /** How many tasks wait. A snapshot. */
  readonly waiting: number;
}

/**
 * A gate that anyone opens and closes: set, it lets everyone through until it is reset.
 * @example
 * const started = new ManualResetEvent();
 * await started.wait();
 */
declare class ManualResetEvent {
  /** @param set Whether it is set at first. */
  constructor(set?: boolean);
  /** Opens the gate; everyone who waits goes on. */
  set(): void;
  /** Closes the gate. */
  reset(): void;
  /** Goes on if it is set, else waits until it is. */
  wait(options?: WaitOptions): Promise<void>;
  /** Whether it is set. A snapshot: it may be out of date at once. */
  readonly isSet: boolean;
  /** How many tasks wait. A snapshot. */
  readonly waiting: number;
}

/**
 * A turnstile: setting it lets one through, now or later. Setting it twice before anybody asks is the same as once.
 * @example
 * const bell = new AutoResetEvent();
 * await bell.wait();
 */
declare class AutoResetEvent {
  /** @param set Whether it is set at first. */
  constructor(set?: boolean);
  /** Lets one through: the first in line, or else the next to ask. */
  set(): void;
  /** Goes through if it is set, which resets it; else waits in line. */
  wait(options?: WaitOptions): Promise<void>;
  /** Whether the next to ask goes through. A snapshot. */
  readonly isSet: boolean;
  /** How many tasks wait in line. A snapshot. */
  readonly waiting: number;
}

/**
 * A value that every task may replace at once: each operation is one step.
 * @example
 * const head = new AtomicRef<Node | null>(null);
 * let old = head.get();
 * while (!head.compareAndSet(old, { value, next: old })) old = head.get();
 */
declare class AtomicRef<T = any> {
  /** @param value What it refers to at first. */
  constructor(value: T);
  /** The value. */
  get(): T;
  /** Replaces the value, whatever it was. */
  set(value: T): void;
  /** Replaces the value and returns the old one. */
  exchange(value: T): T;
  /** Replaces the value if it is `===` to what is expected, and says whether it was. */
  compareAndSet(expected: T, value: T): boolean;
}

/**
 * A whole number that every task may change at once: each operation is one step, so no update is lost between
 * reading and writing. Values stay within the safe integers.
 * @example
 * const hits = new AtomicInt();
 * hits.increment();                // not: hits.set(hits.get() + 1), which are two steps
 */
declare class AtomicInt {
  /** @param value Where it starts; 0 if left out. Anything but a whole number: a `RangeError`. */
  constructor(value?: number);
  /** The value. */
  get(): number;
  /** Replaces the value, whatever it was. */
  set(value: number): void;
  /** Adds and returns the new value. */
  add(n: number): number;
  /** Adds 1 and returns the new value. */
  increment(): number;
  /** Subtracts 1 and returns the new value. */
  decrement(): number;
  /** Replaces the value and returns the old one. */
  exchange(value: number): number;
  /**
   * Replaces the value only if it is still what one thinks it is, and says whether it was.
   * @param expected What it must be.
   * @param value What it becomes then.
   * @example
   * let old = hits.get();
   * while (!hits.compareAndSet(old, old * 2)) old = hits.get();
   */
  compareAndSet(expected: number, value: number): boolean;
}

// ---------------------------------------------------------------- Rate limiters

/**
 * What every rate limiter can do. Who waits stands in line, first come, first served, also a small request behind a large one.
 * A count is a whole number from 1 to what can pass at once; anything else: a `RangeError`.
 */
interface RateLimiter {
  /**
   * Lets so many pass if they may now and nobody waits; never waits, and says whether they have passed.
   * @param count How many; 1 if left out.
   */
  tryConsume(count?: number): boolean;
  /**
   * Waits in line until so many may pass.
   * @param count How many; 1 if left out.
   * @param options An end to the wait: the line moves on without it.
   */
  consume(count?: number, options?: WaitOptions): Promise<void>;
  /** How many could pass now: none while somebody waits. */
  readonly available: number;
  /** How many requests wait. */
  readonly waiting: number;
}
/**
 * A burst at once, then a steady rate: a bucket of tokens that starts full and into which tokens drip.
 * @example
 * const bucket = new TokenBucket(10, 5);   // ten at once, then five a second
 * await bucket.consume();
 */
declare class TokenBucket implements RateLimiter {
  /**
   * @param capacity How many tokens fit.
   * @param refillPerSecond How many drip in each second; may be a fraction, `1 / 60` is one a minute.
   */
  constructor(capacity: number, refillPerSecond: number);
  /** Takes tokens if there are enough and nobody waits, and says whether it did. */
  tryConsume(count?: number): boolean;
  /** Takes tokens; waits in line while there are too few. */
  consume(count?: number, options?: WaitOptions): Promise<void>;
  /** The same as `consume`. */
  waitForToken(count?: number, options?: WaitOptions): Promise<void>;
  /** Whole tokens in the bucket; 0 while somebody waits. */
  readonly available: number;
  /** How many requests wait. */
  readonly waiting: number;
}
/**
 * A steady pace, never a burst: what comes too fast waits in the bucket, and what does not fit overflows.
 * @example
 * const printer = new LeakyBucket(100, 2);   // two a second, and at most a hundred wait
 * await printer.consume();                   // rejects when the bucket is full
 */
declare class LeakyBucket implements RateLimiter {
  /**
   * @param capacity How many may wait.
   * @param leakPerSecond How many leave each second.
   */
  constructor(capacity: number, leakPerSecond: number);
  /** Lets so many leave if nothing else is leaving or waiting, and says whether it did. */
  tryConsume(count?: number): boolean;
  /** Waits in the bucket for its turn; an `Error` if it does not fit. */
  consume(count?: number, options?: WaitOptions): Promise<void>;
  /** 1 if something could leave at once, otherwise 0. */
  readonly available: number;
  /** How many requests wait. */
  readonly waiting: number;
}
/**
 * So many in each window of the clock, which all begin at a multiple of their length. Twice as many may pass around a seam.
 * @example
 * const perMinute = new FixedWindow(60, 60_000);
 */
declare class FixedWindow implements RateLimiter {
  /**
   * @param limit How many may pass in each window.
   * @param windowMs How long a window is, in milliseconds.
   */
  constructor(limit: number, windowMs: number);
  /** Lets so many pass if the window has room and nobody waits, and says whether it did. */
  tryConsume(count?: number): boolean;
  /** Waits in line for a window with room. */
  consume(count?: number, options?: WaitOptions): Promise<void>;
  /** How many the window has left; 0 while somebody waits. */
  readonly available: number;
  /** How many requests wait. */
  readonly waiting: number;
}
/**
 * So many within any stretch of a length. `log` remembers each and is exact; `counter` keeps two counts, and lets somewhat more
 * pass when they came unevenly.
 * @example
 * const perMinute = new SlidingWindow(60, 60_000);
 */
declare class SlidingWindow implements RateLimiter {
  /**
   * @param limit How many may pass within a window.
   * @param windowMs How long it is, in milliseconds.
   * @param options `kind`: `"log"` (the default) or `"counter"`.
   */
  constructor(limit: number, windowMs: number, options?: { kind?: "log" | "counter" });
  /** Lets so many pass if the window has room and nobody waits, and says whether it did. */
  tryConsume(count?: number): boolean;
  /** Waits in line until enough of what passed has left the window. */
  consume(count?: number, options?: WaitOptions): Promise<void>;
  /** How many the window has left; 0 while somebody waits. */
  readonly available: number;
  /** How many requests wait. */
  readonly waiting: number;
}
/**
 * The generic cell rate algorithm: passes what a `TokenBucket` of capacity `burst` passes, and keeps only one time.
 * @example
 * const api = new Gcra(10, 3);   // one in 100 ms; up to three at once after a rest
 */
declare class Gcra implements RateLimiter {
  /**
   * @param ratePerSecond The pace.
   * @param burst How many may come at once after a rest; 1 if left out.
   */
  constructor(ratePerSecond: number, burst?: number);
  /** Lets so many pass if they are not too early and nobody waits, and says whether it did. */
  tryConsume(count?: number): boolean;
  /** Waits in line until so many are not too early. */
  consume(count?: number, options?: WaitOptions): Promise<void>;
  /** How many could pass now; 0 while somebody waits. */
  readonly available: number;
  /** How many requests wait. */
  readonly waiting: number;
}
/**
 * An allowance for each key: a client, an address, a tenant. All go by one rule, each with a line of its own; keys are the same
 * when they would be in a `Map`. A key that is back at rest is forgotten.
 * @example
 * const perClient = new KeyedLimiter({ rule: "TokenBucket", capacity: 10, refillPerSecond: 5 });
 * if (!perClient.tryConsume(client)) throw new Error("slow down");
 */
declare class KeyedLimiter<K = unknown> {
  /** @param options The class of the rule, and what its constructor takes by name. */
  constructor(options: { rule: "TokenBucket"; capacity: number; refillPerSecond: number } | { rule: "LeakyBucket"; capacity: number; leakPerSecond: number } | { rule: "FixedWindow"; limit: number; windowMs: number } | { rule: "SlidingWindow"; limit: number; windowMs: number; kind?: "log" | "counter" } | { rule: "Gcra"; ratePerSecond: number; burst?: number });
  /** Lets so many of a key pass if they may now and nobody waits before it, and says whether it did. */
  tryConsume(key: K, count?: number): boolean;
  /** Waits in the line of a key until so many may pass. */
  consume(key: K, count?: number, options?: WaitOptions): Promise<void>;
  /** How many of a key could pass now. */
  available(key: K): number;
  /** How many requests wait, of all keys together. */
  readonly waiting: number;
  /** How many keys are not at rest. */
  readonly size: number;
}

// ---------------------------------------------------------------- Caches

/**
 * A cache with one fetch at a time for each key: whoever asks while somebody fetches joins that fetch. A failure is not kept.
 * @example
 * const users = new DedupedCache<User>();
 * const user = await users.get(id, () => fetchUser(id), 60_000);
 */
declare class DedupedCache<T = unknown> {
  /** An empty cache. */
  constructor();
  /**
   * The value of a key: from the cache, from a fetch that is under way, or fetched now.
   * @param key What it is kept under; the same as in a `Map`.
   * @param fetcher Gets it from where it is slow. An error goes to all who wait for it.
   * @param ttlMs How long it is kept once it is there, in milliseconds.
   * @param options An end to the wait; what is being fetched comes all the same, for the others.
   */
  get(key: unknown, fetcher: () => T | Promise<T>, ttlMs: number, options?: WaitOptions): Promise<T>;
}
/**
 * A cache with one fetch at a time for each key, with the means against stampedes that are in use: lives that end apart, stale
 * values while somebody fetches anew, refreshing ahead of the end, remembered errors; and with a bound.
 * @example
 * const prices = new Cache<string, number>({ ttlMs: 60_000, jitter: 0.1, staleWhileRevalidateMs: 10_000, maxSize: 1000 });
 * const price = await prices.get("EUR", fetchPrice);
 */
declare class Cache<K = unknown, V = unknown> {
  /**
   * @param options `ttlMs`: how long an entry is fresh; for ever if left out. `jitter`: by up to which fraction of it a life is
   * shorter, by lot. `staleWhileRevalidateMs`: how long after that it is still served while it is fetched anew, and when that
   * fails. `earlyRefresh`: readers refresh ahead of the end by lot, the likelier the closer it is and the slower the fetch
   * (XFetch); `beta`: how eagerly, 1 if left out. `negativeTtlMs`: how long an error is remembered; not at all if left out.
   * `maxSize`: above it the entry that was used least recently goes.
   */
  constructor(options?: { ttlMs?: number; jitter?: number; staleWhileRevalidateMs?: number; earlyRefresh?: boolean; beta?: number; negativeTtlMs?: number; maxSize?: number });
  /**
   * The value of a key: from the cache, from a fetch that is under way, or fetched now; `undefined` without a fetcher.
   * @param key What it is kept under; the same as in a `Map`.
   * @param fetcher Gets it from where it is slow.
   * @param options `ttlMs`: how long it is kept, instead of what the cache says. An end to the wait ends no fetch.
   */
  get(key: K, fetcher: (key: K) => V | Promise<V>, options?: WaitOptions & { ttlMs?: number }): Promise<V>;
  /** The value of a key if it is there or being fetched. */
  get(key: K): Promise<V | undefined>;
  /** The value of a key if it may be served, without using it: it goes no later for that. */
  peek(key: K): V | undefined;
  /** Whether there is a value that may be served. */
  has(key: K): boolean;
  /** Stores a value, as the one used last; what is being fetched for the key is not kept. */
  set(key: K, value: V, options?: { ttlMs?: number }): this;
  /** Forgets a key, also what is being fetched for it, and says whether there was a value. */
  delete(key: K): boolean;
  /** Forgets everything, also what is being fetched. */
  clear(): void;
  /** How many entries may be served. */
  readonly size: number;
}

// ---------------------------------------------------------------- Overload

/**
 * A limit of calls under way that finds out by itself how high it may be. `"aimd"`, as TCP does: a little more after each success, a good
 * part less after each failure. `"gradient"` (Netflix): less as calls take longer than they do in the long run.
 *
 * A call that ends because its task was cancelled changes nothing. A changed limit moves nobody who waits.
 * @example
 * const limiter = new AdaptiveConcurrency({ initial: 10, max: 100 });
 * await limiter.execute(() => io("query", 20));
 */
declare class AdaptiveConcurrency {
  /**
   * @param options `initial` (10), `min` (1) and `max` (200) of the limit. With `"aimd"`: `increaseStep` (1), `decreaseFactor` (0.5). With
   * `"gradient"`: `queueSize` (4) that is no reason to lower it, `rttTolerance` (1.5), `smoothing` (0.2), `longWindow` (600) calls.
   */
  constructor(options?: { initial?: number; min?: number; max?: number; algorithm?: "aimd" | "gradient"; increaseStep?: number; decreaseFactor?: number; queueSize?: number; rttTolerance?: number; smoothing?: number; longWindow?: number });
  /**
   * Calls the function as soon as there is room, and learns from how it goes. Its result is the result, its error the error.
   * @param fn What is called; whether it fails and how long it takes is what counts.
   */
  execute<T>(fn: () => T | Promise<T>, options?: WaitOptions): Promise<T>;
  /** How many calls may be under way now. A snapshot. */
  readonly limit: number;
  /** How many are under way. A snapshot. */
  readonly active: number;
  /** How many wait in line. A snapshot. */
  readonly waiting: number;
}

/**
 * Refuses calls for a while to something that fails too often, so that nobody waits for what is not going to come. Closed: calls pass and are
 * counted. Open, when too many of them have failed: they are refused at once. Half-open, after `resetTimeout`: a probe passes, and closes
 * it or opens it again. Names and behaviour are those of opossum.
 * @example
 * const breaker = new CircuitBreaker((id) => fetchUser(id), { resetTimeout: 1000 });
 * breaker.fallback(() => "nobody");
 * console.log(await breaker.fire(7), breaker.opened);
 */
declare class CircuitBreaker<A extends any[] = any[], T = any> {
  /**
   * @param action What is called.
   * @param options `timeout` of a call (10000 ms, or `false`), `errorThresholdPercentage` (50) above which it opens, `resetTimeout` (30000 ms)
   * until probes pass, `rollingCountTimeout` (10000 ms) and `rollingCountBuckets` (10) of the window that is counted over, `volumeThreshold`
   * (0) of calls below which it stays closed, `capacity` of calls under way, `errorFilter`: errors for which it is true are no failures,
   * `probes` (1) that must succeed.
   */
  constructor(action: (...args: A) => T | Promise<T>, options?: { timeout?: number | false; errorThresholdPercentage?: number; resetTimeout?: number; rollingCountTimeout?: number; rollingCountBuckets?: number; volumeThreshold?: number; capacity?: number; errorFilter?: (error: any, ...args: A) => boolean; probes?: number });
  /**
   * Calls the action, unless it is refused: an `Error` whose `code` is `EOPENBREAKER` (open), `ESEMLOCKED` (too many under way) or, when it takes
   * too long, `ETIMEDOUT`.
   * @param args What the action is called with.
   */
  fire(...args: A): Promise<T>;
  /**
   * What is called instead when a call is refused or fails, with its arguments and the error.
   * @param fn Its result is the result of `fire`.
   */
  fallback(fn: (...args: any[]) => any): this;
  /**
   * Has a function called whenever something happens, before the call that brings it about goes on; in which order, and with what, is as in opossum. When time alone
   * brings it about (`halfOpen`), it is a callback in the task that called `on`.
   * @param event `fire` (the arguments), `success` (the result and how long it took), `failure` (the error, how long it took, the arguments), `timeout`
   * (the same), `reject` (the error), `semaphoreLocked` (the error), `fallback` (its result, the error), `open`, `halfOpen` (the reset timeout), `close`.
   * @param listener The function.
   */
  on(event: BreakerEvent, listener: (...args: any[]) => void): this;
  /**
   * The same, the next time only.
   * @param event As for `on`.
   * @param listener The function.
   */
  once(event: BreakerEvent, listener: (...args: any[]) => void): this;
  /**
   * Takes back what was said with `on` or `once`.
   * @param event As for `on`.
   * @param listener The same function as then.
   */
  off(event: BreakerEvent, listener: (...args: any[]) => void): this;
  /** Opens it, whatever the counts say. */
  open(): void;
  /** Closes it, whatever the counts say. */
  close(): void;
  /** Whether calls are refused. A snapshot. */
  readonly opened: boolean;
  /** Whether calls pass. A snapshot. */
  readonly closed: boolean;
  /** Whether probes pass. A snapshot. */
  readonly halfOpen: boolean;
  /** Calls and failures in the window. A snapshot. */
  readonly stats: { fires: number; failures: number };
}

/** What a circuit breaker tells of. */
type BreakerEvent = "fire" | "success" | "failure" | "timeout" | "reject" | "semaphoreLocked" | "fallback" | "open" | "halfOpen" | "close";

/**
 * Calls a function again when it fails, later and later. Names are those of p-retry. Every task waits for a different time with `jitter`, so that those
 * who failed together do not come back together.
 * @param fn Gets the number of the attempt, from 1.
 * @param options `retries` (10), `minTimeout` (1000 ms), `maxTimeout`, `factor` (2), `jitter`: `"none"`, `"full"`, `"equal"` or
 * `"decorrelated"`, `budget` that all retries share, `signal` that ends it, `shouldRetry` that is asked before each retry,
 * `onFailedAttempt` that is told of each failure.
 * @example
 * const page = await retry(() => download(url), { retries: 3, minTimeout: 100, jitter: "full" });
 */
declare function retry<T>(fn: (attempt: number) => T | Promise<T>, options?: { retries?: number; minTimeout?: number; maxTimeout?: number; factor?: number; jitter?: "none" | "full" | "equal" | "decorrelated"; budget?: RetryBudget; signal?: AbortSignal; shouldRetry?: (context: RetryContext) => boolean | Promise<boolean>; onFailedAttempt?: (context: RetryContext) => void | Promise<void> }): Promise<T>;

/** What is known of an attempt that has failed. */
type RetryContext = { error: any; attemptNumber: number; retriesLeft: number };

/**
 * How many retries all calls together may make: each call pays in, each retry takes out. So retries stay a share of the calls, however many fail.
 * The rules are Finagle's.
 * @example
 * const budget = new RetryBudget({ percentCanRetry: 0.1 });
 * await retry(() => download(url), { budget });
 */
declare class RetryBudget {
  /** @param options `percentCanRetry` (0.2) retries for each call, `minRetriesPerSec` (10) beside them, `ttlMs` (10000) for which a call counts. */
  constructor(options?: { ttlMs?: number; minRetriesPerSec?: number; percentCanRetry?: number });
  /** A call is made. `retry` does this by itself. */
  deposit(): void;
  /** Pays for a retry if there is enough, and says whether there was. */
  tryWithdraw(): boolean;
  /** How many retries there is enough for. A snapshot. */
  readonly balance: number;
}

/**
 * Waits for a promise, but not for longer. What the promise stands for goes on; a function is told by its signal that it should stop.
 * @param work A promise, or a function that gets a signal.
 * @param ms The longest wait, in milliseconds of virtual time.
 * @param message What the `TimeoutError` says.
 * @example
 * const answer = await withTimeout((signal) => ask(signal), 200, "no answer");
 */
declare function withTimeout<T>(work: Promise<T> | ((signal: AbortSignal) => T | Promise<T>), ms: number, message?: string): Promise<T>;

/**
 * Asks again before the first has answered, and takes the first answer. The others are told by their signals to stop. When all fail: an `AggregateError`.
 * @param work One function for all attempts, or one for each.
 * @param options `delayMs` (0) after which the next attempt is made, at once when one fails; `max` of them (2, or as many as there are functions).
 * @example
 * const row = await hedge([(signal) => near(signal), (signal) => far(signal)], { delayMs: 20 });
 */
declare function hedge<T>(work: ((signal: AbortSignal, attempt: number) => T | Promise<T>) | ((signal: AbortSignal, attempt: number) => T | Promise<T>)[], options?: { delayMs?: number; max?: number }): Promise<T>;

/**
 * A line in front of limited capacity from which those are sent away who have waited too long, when everybody does: CoDel (RFC 8289). A burst that is
 * worked off in time loses nobody.
 * @example
 * const door = new LoadShedder({ concurrency: 4, targetMs: 20 });
 * await door.execute(() => handle(request));
 */
declare class LoadShedder {
  /**
   * @param options `concurrency` (1) of calls, `targetMs` (5) that somebody may wait at the front, `intervalMs` (100) for which waits may be
   * longer before the first is sent away, `maxQueue` of those who wait.
   */
  constructor(options?: { concurrency?: number; targetMs?: number; intervalMs?: number; maxQueue?: number });
  /**
   * Calls the function when it is its turn. Who is sent away gets an `Error` whose name is `OverloadError`.
   * @param fn What is called.
   */
  execute<T>(fn: () => T | Promise<T>, options?: WaitOptions): Promise<T>;
  /** How many calls are under way. A snapshot. */
  readonly active: number;
  /** How many wait in line. A snapshot. */
  readonly waiting: number;
  /** Whether waiters are being sent away. A snapshot. */
  readonly shedding: boolean;
}

/**
 * Says how many replicas there should be for the load that is measured: as many as bring what each bears to the target. With replicas that start slowly,
 * little smoothing and no cool-down it oscillates.
 * @example
 * const scaler = new Autoscaler({ target: 10, max: 8, startupMs: 50 });
 * console.log(scaler.observe(25), scaler.ready);
 */
declare class Autoscaler {
  /**
   * @param options `target` load of a replica, `min` (1), `max` (10) and `initial` replicas, `cooldownMs` (0) without a change after one, `smoothing`
   * (1: none) as the weight of a new measurement, `tolerance` (0.1) of the target, `startupMs` (0) until a replica is ready, `metric` for `evaluate`.
   */
  constructor(options: { target: number; min?: number; max?: number; initial?: number; cooldownMs?: number; smoothing?: number; tolerance?: number; startupMs?: number; metric?: () => number | Promise<number> });
  /**
   * Takes in a measurement, and gives the number of replicas that there are to be.
   * @param load What each ready replica bears.
   */
  observe(load: number): number;
  /** Measures with the option `metric`, and observes that. */
  evaluate(): Promise<number>;
  /** How many replicas there are, ready or not. A snapshot. */
  readonly replicas: number;
  /** How many bear load. A snapshot. */
  readonly ready: number;
}

// ---------------------------------------------------------------- Structure

/**
 * A few tasks that end together: when one fails, the others are stopped, and whoever joins goes on when all have ended.
 * @example
 * const scope = new ConcurrencyScope({ deadlineMs: 1000 });
 * const user = scope.spawn((signal) => loadUser(id));
 * const orders = scope.spawn((signal) => loadOrders(id));
 * console.log(await scope.join());
 */
declare class ConcurrencyScope {
  /**
   * @param options `deadlineMs` after which it is aborted with a `TimeoutError`, `parent` with which it is aborted, `cancel: false`: children are only
   * told by the signal and not cancelled.
   */
  constructor(options?: { deadlineMs?: number; parent?: ConcurrencyScope; cancel?: boolean });
  /**
   * Calls the function with the signal; what it returns is a child of the scope. Rejects when the scope is aborted.
   * @param fn What the child does.
   */
  spawn<T>(fn: (signal: AbortSignal) => T | Promise<T>): Promise<T>;
  /** Tells the children to stop, and cancels those that are tasks. Only the first time counts. */
  abort(reason?: unknown): void;
  /** Waits for all children, however they end. */
  settle(): Promise<PromiseSettledResult<unknown>[]>;
  /** Waits for all children and gives their results. When one fails: aborts, waits for the others to end, and throws its error. */
  join(): Promise<unknown[]>;
  /** Aborted with the scope. */
  readonly signal: AbortSignal;
  /** Whether it was aborted. A snapshot. */
  readonly aborted: boolean;
  /** Why it was aborted. */
  readonly reason: unknown;
}

/**
 * Works on messages one at a time, in a lane of its own: what only the handler touches needs no lock.
 * @example
 * let total = 0;
 * const counter = new Actor((n: number) => (total += n), { mailbox: 10 });
 * await counter.send(1);
 * console.log(await counter.ask(2));
 */
declare class Actor<M = any, R = any> {
  /**
   * @param handler Called with each message. When it throws, whoever asked gets the error; an error about a message that was only sent ends
   * the run like that of any task.
   * @param options `mailbox`: how many messages fit in; `overflow`: whether senders wait for room, or are refused with an `OverloadError`.
   */
  constructor(handler: (message: M) => R | Promise<R>, options?: { mailbox?: number; overflow?: "wait" | "reject" });
  /** Puts a message into the mailbox; waits while it is full. */
  send(message: M, options?: WaitOptions): Promise<void>;
  /** Sends a message and waits for what the handler returns. */
  ask(message: M, options?: WaitOptions): Promise<R>;
  /** Takes no more messages; what is in the mailbox is still worked on. Twice: an `Error`. */
  stop(): void;
  /** How many messages lie in the mailbox. A snapshot. */
  readonly pending: number;
  /** Whether it takes no more messages. A snapshot. */
  readonly stopped: boolean;
}

/**
 * What is published goes to everybody who has subscribed; each has a buffer of its own.
 * @example
 * const news = new Topic<string>();
 * const mine = news.subscribe({ buffer: 10, policy: "drop-oldest" });
 * await news.publish("rain");
 * console.log(await mine.receive());
 */
declare class Topic<T = any> {
  /** Makes one that nobody has subscribed to. */
  constructor();
  /** Hands a value to all subscriptions; waits for those with the policy `"block"` whose buffer is full. On a closed topic: an `Error`. */
  publish(value: T, options?: WaitOptions): Promise<void>;
  /**
   * Subscribes, to receive what is published from now on.
   * @param options `buffer`: how many values fit in; `policy` when it is full: publishers wait, or its oldest or the newest value is dropped.
   */
  subscribe(options?: SubscribeOptions): Subscription<T>;
  /** Subscribes with functions that are called with as many values as the subscription requests. */
  subscribe(subscriber: Subscriber<T>, options?: SubscribeOptions): Subscription<T>;
  /** Nothing is published any more; subscriptions end when their buffers are empty. Twice: an `Error`. */
  close(): void;
  /** Whether it is closed. A snapshot. */
  readonly closed: boolean;
  /** How many subscriptions there are. A snapshot. */
  readonly subscribers: number;
}

/** How a subscription buffers. */
type SubscribeOptions = { buffer?: number; policy?: "block" | "drop-oldest" | "drop-newest" };

/** Functions for what happens to a subscription, in the words of Reactive Streams. */
type Subscriber<T> = { onSubscribe?(subscription: Subscription<T>): void; onNext(value: T): void | Promise<void>; onError?(error: any): void; onComplete?(): void };

/** One subscriber's buffer. `topic.subscribe()` makes it. */
interface Subscription<T> extends AsyncIterable<T> {
  /** The oldest value; waits for one. `undefined` once there will be no more. */
  receive(options?: WaitOptions): Promise<T | undefined>;
  /**
   * Asks for more values: a subscriber gets no more than it asked for.
   * @param n At least 1, or `Infinity`.
   */
  request(n: number): void;
  /** Wants no more, not even what is in the buffer. */
  unsubscribe(): void;
  /** The same, in the words of Reactive Streams. */
  cancel(): void;
  /** How many values are in the buffer. A snapshot. */
  readonly length: number;
  /** Whether no more values come. A snapshot. */
  readonly ended: boolean;
}

// ---------------------------------------------------------------- Timers and clocks

/** What `setTimeout` and `setInterval` return, as in Node.js. */
interface Timeout {
  /** Makes the run go on for this timer's sake, as it does from the start. */
  ref(): this;
  /** Lets the run end although this timer waits: for one that only watches others. */
  unref(): this;
  /** Whether the run goes on for this timer's sake. */
  hasRef(): boolean;
  /** Starts the wait anew. */
  refresh(): this;
  /** The same as `clearTimeout`. */
  close(): this;
  /** A number that `clearTimeout` takes as well. */
  [Symbol.toPrimitive](): number;
}
/** What `setImmediate` returns, as in Node.js. */
interface Immediate {
  /** Makes the run go on for its sake, as it does from the start. */
  ref(): this;
  /** Lets the run end although it waits. */
  unref(): this;
  /** Whether the run goes on for its sake. */
  hasRef(): boolean;
}
/**
 * Calls a function later, once.
 * @param callback What to call.
 * @param ms Milliseconds of virtual time; less than 1 counts as 1.
 * @param args What to call it with.
 * @returns The timer, for `clearTimeout`.
 */
declare function setTimeout<A extends any[]>(callback: (...args: A) => unknown, ms?: number, ...args: A): Timeout;
/**
 * Calls a function again and again, until `clearInterval`.
 * @param callback What to call.
 * @param ms Milliseconds of virtual time between calls; less than 1 counts as 1.
 * @param args What to call it with.
 * @returns The timer, for `clearInterval`.
 */
declare function setInterval<A extends any[]>(callback: (...args: A) => unknown, ms?: number, ...args: A): Timeout;
/** Makes sure that a `setTimeout` does not happen any more. */
declare function clearTimeout(timer: Timeout | string | number | null | undefined): void;
/** Ends a `setInterval`. */
declare function clearInterval(timer: Timeout | string | number | null | undefined): void;
/**
 * Calls a function once nothing else can run at this time: after microtasks and the timers that are due.
 * @param callback What to call.
 * @param args What to call it with.
 * @returns The immediate, for `clearImmediate`.
 */
declare function setImmediate<A extends any[]>(callback: (...args: A) => unknown, ...args: A): Immediate;
/** Makes sure that a `setImmediate` does not happen any more. */
declare function clearImmediate(immediate: Immediate | null | undefined): void;
/**
 * Calls a function as soon as what runs now has finished, before any timer.
 * @param callback What to call.
 */
declare function queueMicrotask(callback: () => void): void;

/** A clock that only moves forward. */
interface Performance {
  /** Milliseconds of virtual time since the program began. */
  now(): number;
}
/** The virtual clock. Measuring with it is exact: only sleeping, waiting and `work` take time. */
declare var performance: Performance;

/** What of Node's `process` there is: a program here has no surroundings. */
interface Process {
  /**
   * Calls a function before any microtask, once what runs now has finished; in the models `tasks` and `threads` like `queueMicrotask`.
   * @param callback What to call.
   * @param args What to call it with.
   */
  nextTick<A extends any[]>(callback: (...args: A) => unknown, ...args: A): void;
  /**
   * Virtual time as seconds and nanoseconds.
   * @param previous An earlier result, to get the time since.
   */
  hrtime(previous?: [number, number]): [number, number];
  /** Seconds of virtual time since the program began. */
  uptime(): number;
  /** Empty: there are no environment variables. */
  readonly env: Record<string, string | undefined>;
  /** As if the program was started without arguments. */
  readonly argv: string[];
}
/** What of Node's `process` there is. */
declare var process: Process;
/** The global object, by Node's name for it. */
declare var global: typeof globalThis;

// ---------------------------------------------------------------- Console

/** Prints lines, each marked with the lane that printed it. */
interface Console {
  /** Prints values in one line, as Node.js shows them. `%s`, `%d`, `%o`, `%j` in the first are filled in. */
  log(...data: unknown[]): void;
  /** Prints like `log`. */
  info(...data: unknown[]): void;
  /** Prints like `log`. */
  debug(...data: unknown[]): void;
  /** Prints like `log`, marked as a warning. */
  warn(...data: unknown[]): void;
  /** Prints like `log`, marked as an error. The run goes on. */
  error(...data: unknown[]): void;
  /** Prints an error with the calls that led here. */
  trace(...data: unknown[]): void;
  /** Prints like `warn` if the condition does not hold. The run goes on, unlike after `assert`. */
  assert(condition?: unknown, ...data: unknown[]): void;
  /**
   * Prints rows and columns.
   * @param data A list of objects or of lists, or an object of them.
   * @param properties Which columns to show.
   */
  table(data?: unknown, properties?: readonly string[]): void;
  /** Prints a value on its own, as deep as one likes. */
  dir(value?: unknown, options?: { depth?: number | null; showHidden?: boolean }): void;
  /** Prints like `log`. */
  dirxml(...data: unknown[]): void;
  /** Prints like `log` and indents what follows, until `groupEnd`. */
  group(...label: unknown[]): void;
  /** Like `group`. */
  groupCollapsed(...label: unknown[]): void;
  /** Ends the innermost group. */
  groupEnd(): void;
  /** Prints how often it was called with this label. */
  count(label?: string): void;
  /** Begins counting anew. */
  countReset(label?: string): void;
  /** Starts a stopwatch in virtual time. */
  time(label?: string): void;
  /** Prints what a stopwatch shows. */
  timeLog(label?: string, ...data: unknown[]): void;
  /** Prints what a stopwatch shows, and ends it. */
  timeEnd(label?: string): void;
  /** Does nothing here. */
  profile(label?: string): void;
  /** Does nothing here. */
  profileEnd(label?: string): void;
  /** Does nothing here. */
  timeStamp(label?: string): void;
}
/** The console under the stage. */
declare var console: Console;

// ---------------------------------------------------------------- Events and abort signals

/** Something that happened, as listeners are told of it. */
declare class Event {
  /** Makes an event of a type; nobody is told before it is dispatched. */
  constructor(type: string, options?: { bubbles?: boolean; cancelable?: boolean; composed?: boolean });
  /** What happened, by the name that listeners were added for. */
  readonly type: string;
  /** The object that the event was dispatched on. */
  readonly target: EventTarget | null;
  /** The object whose listeners are called at the moment. */
  readonly currentTarget: EventTarget | null;
  /** The same as `target`, by its old name. */
  readonly srcElement: EventTarget | null;
  /** 2 while listeners are called, else 0. */
  readonly eventPhase: number;
  /** Whether it was made with `bubbles`. Here there is nothing to bubble to. */
  readonly bubbles: boolean;
  /** Whether it was made with `composed`. */
  readonly composed: boolean;
  /** The opposite of `defaultPrevented`. */
  readonly returnValue: boolean;
  /** Always `false`: programs make their events themselves. */
  readonly isTrusted: boolean;
  /** The object whose listeners are called at the moment, in an array. */
  composedPath(): EventTarget[];
  /** Whether `preventDefault` has an effect. */
  readonly cancelable: boolean;
  /** Whether a listener has called `preventDefault`. */
  readonly defaultPrevented: boolean;
  /** When the event was made, on the virtual clock. */
  readonly timeStamp: number;
  /** Makes `dispatchEvent` return `false`, if the event is cancelable. */
  preventDefault(): void;
  /** Leaves the event to this object; there are no objects around it here. */
  stopPropagation(): void;
  /** Keeps the listeners that are still to come from being called. */
  stopImmediatePropagation(): void;
}

/** An event that carries something. */
declare class CustomEvent<T = any> extends Event {
  /** Makes an event that carries `detail`. */
  constructor(type: string, options?: { bubbles?: boolean; cancelable?: boolean; composed?: boolean; detail?: T });
  /** What it carries, `null` if nothing. */
  readonly detail: T;
}

/** What listens: a function, or an object with `handleEvent`. */
type EventListener = ((event: any) => unknown) | { handleEvent(event: any): unknown };

/** How a listener listens. */
type ListenerOptions = { capture?: boolean; once?: boolean; passive?: boolean; signal?: AbortSignal };

/** Something whose events can be listened to. */
declare class EventTarget {
  /** Calls `listener` for events of a type: at every one, or with `once` at the first; until `signal` aborts. */
  addEventListener(type: string, listener: EventListener | null, options?: boolean | ListenerOptions): void;
  /** Takes a listener away again. */
  removeEventListener(type: string, listener: EventListener | null, options?: boolean | { capture?: boolean }): void;
  /** Calls the listeners, one after the other and at once. Gives `false` if one of them called `preventDefault`. */
  dispatchEvent(event: Event): boolean;
}

/** Tells work that it is no longer wanted: pass it on, listen to `abort`, or ask `aborted`. */
declare class AbortSignal extends EventTarget {
  /** A signal that has aborted already. */
  static abort(reason?: unknown): AbortSignal;
  /** A signal that aborts by itself after `ms`, with a `TimeoutError`. */
  static timeout(ms: number): AbortSignal;
  /** A signal that aborts as soon as one of these does. */
  static any(signals: Iterable<AbortSignal>): AbortSignal;
  /** Whether it has aborted. */
  readonly aborted: boolean;
  /** Why: what `abort` was given, or an `AbortError`. */
  readonly reason: any;
  /** Called once it aborts. */
  onabort: ((event: Event) => unknown) | null;
  /** Throws the reason, if it has aborted. */
  throwIfAborted(): void;
}

/** The switch of an `AbortSignal`. */
declare class AbortController {
  /** Makes a controller with a signal of its own. */
  constructor();
  /** The signal to hand to the work. */
  readonly signal: AbortSignal;
  /** Aborts the signal, once. Everybody who listens is told before this returns. */
  abort(reason?: unknown): void;
}

/** An error of the surroundings rather than of the language: `AbortError`, `TimeoutError`, `DataCloneError`. */
declare class DOMException extends Error {
  /** Makes one with a message and a name. */
  constructor(message?: string, name?: string | { name?: string; cause?: unknown });
  /** What kind of error it is. */
  readonly name: string;
  /** What it says. */
  readonly message: string;
  /** Where it was made. */
  stack?: string;
  /** The number that old programs know the name by, 0 if there is none. */
  readonly code: number;
}

/** A copy of a value and everything in it: arrays, maps, sets, dates and plain objects, circles included; no functions. */
declare function structuredClone<T>(value: T): T;

/**
 * Connections that are dear to open, lent out one at a time. Whoever finds none waits in line; one that comes back goes straight to the
 * longest waiter. While one is being opened its place is taken, so there are never more than `maxSize`.
 *
 * A connection is any object; `connect()`, `isAlive()` and `disconnect()` are called if it has them.
 * @example
 * const pool = new ConnectionPool(async () => new Connection(), { maxSize: 5 });
 * const rows = await pool.withConnection((connection) => connection.query("select 1"));
 */
declare class ConnectionPool<C = any> {
  /**
   * @param factory Makes a connection.
   * @param options At most (`maxSize`, 10) and at least (`minSize`, 2) so many; how long to wait for one (`acquireTimeoutMs`, 30 s; `Infinity`) and how many
   * may wait (`maxWaiting`); how long one may be idle (`idleTimeoutMs`, 60 s) and be used (`maxLifetimeMs`, 1 h), both looked after every
   * `maintenanceIntervalMs` (30 s); whether one is checked before it is lent (`validateOnBorrow`, yes) and whether the one is lent that
   * was idle longest (`fifo`, no); from when on one that is held is reported (`leakDetectionMs`).
   */
  constructor(factory: () => C | Promise<C>, options?: { maxSize?: number; minSize?: number; acquireTimeoutMs?: number; maxWaiting?: number; idleTimeoutMs?: number; maxLifetimeMs?: number; maintenanceIntervalMs?: number; validateOnBorrow?: boolean; fifo?: boolean; leakDetectionMs?: number });
  /**
   * Borrows a connection; waits for one. Rejects after `acquireTimeoutMs`, when the factory fails, and when the pool is closed.
   * @param options What ends the wait in line. Once it is this call's turn, nothing does: checking a connection (`isAlive`) and opening a new one take as long as they
   * take; give them limits of their own (`withTimeout`).
   */
  acquire(options?: WaitOptions): Promise<C>;
  /** Gives a connection back, to the longest waiter or to be idle. Throws when it is not borrowed from this pool. */
  release(connection: C): void;
  /** Gives a connection back that is of no use any more: it is closed, and whoever waits opens another. */
  destroy(connection: C): void;
  /** Borrows a connection for the time of a call, and gives it back whatever happens. */
  withConnection<T>(fn: (connection: C) => T | Promise<T>, options?: WaitOptions): Promise<T>;
  /** Closes the pool and all its connections; whoever waits is turned away. */
  close(): Promise<void>;
  /** How many connections there are, those included that are being opened. */
  readonly size: number;
  /** How many connections nobody uses. */
  readonly availableCount: number;
  /** How many wait for a connection. */
  readonly waitingCount: number;
}

/**
 * A connection to nothing, for a pool to be tried on: opening and using it take a while, and it may be refused, fail, or die.
 * @param options How long opening it takes (`connectMs`, 20) and a query (`latencyMs`, 5); how many attempts are refused (`refuseRate`) and how many
 * queries fail (`failureRate`), from 0 to 1; which query it does not survive (`diesAtUse`), and after what time it dies (`diesAfterMs`).
 * @example
 * const pool = new ConnectionPool(() => simulatedConnection({ latencyMs: [5, 20], diesAtUse: 10 }));
 */
declare function simulatedConnection(options?: { connectMs?: Latency; latencyMs?: Latency; refuseRate?: number; failureRate?: number; diesAtUse?: number; diesAfterMs?: number }): SimulatedConnection;

/** What `simulatedConnection` makes. */
interface SimulatedConnection {
  /** Opens it, once. Rejects with the code `ECONNREFUSED` if it is refused. */
  connect(): Promise<void>;
  /** Closes it. */
  disconnect(): Promise<void>;
  /** Whether it can be used. */
  isAlive(): Promise<boolean>;
  /** Asks something; `result` is the answer. Rejects with the code `ENOTCONN`, `ECONNRESET` or `EFAILED`. */
  query<T = undefined>(text: string, result?: T): Promise<T>;
  /** How it is. */
  readonly state: "new" | "connected" | "closed" | "dead";
}

/** What `MessageQueue.receive` gives. */
interface QueuedMessage<T = any> {
  /** The message's number, from 1. */
  readonly id: number;
  /** What was sent. */
  readonly body: T;
  /** How often it was received, this time included. */
  readonly receives: number;
}

/**
 * A queue between services: whoever receives a message has it for `visibilityMs`; unless it is acknowledged by then it comes again, so each is
 * delivered at least once, and maybe more than once. One that was received `maxReceives` times is put aside with the dead letters.
 * @example
 * const jobs = new MessageQueue<string>({ visibilityMs: 1000, maxReceives: 3 });
 * jobs.send("resize 1.png");
 * const message = await jobs.receive();
 * jobs.ack(message);
 */
declare class MessageQueue<T = any> {
  /** @param options How long a message is its receiver's (30 s if it is not said), and how often it may be received. */
  constructor(options?: { visibilityMs?: number; maxReceives?: number });
  /** Sends a message; gives its number. */
  send(body: T, options?: { delayMs?: number }): number;
  /** Receives the oldest message; waits for one, or as long as `waitMs` says and then gives `undefined`. */
  receive(options?: WaitOptions & { waitMs?: number }): Promise<QueuedMessage<T>>;
  /** Receives the oldest message if there is one, else `undefined`; never waits. */
  tryReceive(): QueuedMessage<T> | undefined;
  /** The message is dealt with. `false` if that comes too late: it will be, or was, delivered again. */
  ack(message: QueuedMessage<T>): boolean;
  /** The message is not dealt with, and can be received again. `false` if it is not in one's hands any more. */
  nack(message: QueuedMessage<T>, options?: { delayMs?: number }): boolean;
  /** Keeps a message for another `ms` from now. `false` if it is not in one's hands any more. */
  extend(message: QueuedMessage<T>, ms: number): boolean;
  /** Sends all dead letters again; gives how many. */
  redrive(): number;
  /** What the dead letters say. */
  readonly deadLetters: T[];
  /** How many messages wait to be received. */
  readonly length: number;
  /** How many messages are in somebody's hands. */
  readonly inFlight: number;
}

/** What a transaction sees of others; see `Database`. */
type Isolation = "read committed" | "snapshot" | "serializable";

/** One transaction of a `Database`. Everything it does waits for the database, and for rows that others have written. */
interface Transaction {
  /** What it sees in a row: what it wrote itself, else what its isolation lets it see. `undefined` if there is no such row. */
  get(key: string): Promise<any>;
  /** The same, and keeps others from writing the row until the end of the transaction. */
  getForUpdate(key: string, options?: WaitOptions): Promise<any>;
  /** Writes a row. Others see it after the commit, and cannot write it before. */
  put(key: string, value: unknown, options?: WaitOptions): Promise<void>;
  /** Writes what a function makes of what is there; nobody can write the row in between. Gives what was written. */
  update(key: string, change: (value: any) => unknown, options?: WaitOptions): Promise<any>;
  /** Deletes a row. */
  delete(key: string, options?: WaitOptions): Promise<void>;
  /** Makes everything written everybody's. Rejects with the code `SERIALIZATION_FAILURE` if it may not. */
  commit(): Promise<void>;
  /** Undoes everything. Does nothing if the transaction is over. */
  rollback(): Promise<void>;
}

/**
 * A small database of rows with row locks and isolation levels, enough for a deadlock between two transactions and a write skew.
 *
 * `read committed`, the default: each read sees what is committed just then. `snapshot`: a transaction sees what was committed when it began, and the
 * first to commit a row wins. `serializable`: a transaction commits only if it could have run alone.
 * @example
 * const db = new Database({ rows: { alice: 100, bob: 0 }, isolation: "serializable" });
 * await db.transaction(async (transaction) => {
 *   await transaction.update("alice", (balance) => balance - 10);
 *   await transaction.update("bob", (balance) => balance + 10);
 * }, { retries: 3 });
 */
declare class Database {
  /**
   * @param options The rows at first; the isolation of transactions that do not say otherwise; whether of transactions that wait for each other the
   * youngest is aborted (`detectDeadlocks`; else they wait for ever); how long each operation takes (`latencyMs`).
   */
  constructor(options?: { rows?: Record<string, unknown>; isolation?: Isolation; detectDeadlocks?: boolean; latencyMs?: Latency });
  /** Begins a transaction, which has to be committed or rolled back. */
  begin(options?: { isolation?: Isolation }): Promise<Transaction>;
  /** Runs a function in a transaction: commits it, or rolls it back if the function throws. Tries again when it was aborted for the sake of others. */
  transaction<T>(fn: (transaction: Transaction) => T | Promise<T>, options?: { isolation?: Isolation; retries?: number }): Promise<T>;
  /** Reads a row in a transaction of its own. */
  get(key: string): Promise<any>;
  /** Writes a row in a transaction of its own. */
  put(key: string, value: unknown): Promise<void>;
  /** How many transactions are neither committed nor rolled back. */
  readonly openTransactions: number;
}
