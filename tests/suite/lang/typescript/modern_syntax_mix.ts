enum State {
  Idle = "idle",
  Busy = "busy",
  Done = "done",
}
type Handler<T extends unknown[] = []> = (...args: T) => void | Promise<void>;
class Machine<const Events extends Record<string, unknown[]>> {
  readonly #handlers: { [K in keyof Events]?: Handler<Events[K]>[] } = {};
  static readonly limits = { max: 3 } as const;
  declare private readonly phantom: Events;
  state: State = State.Idle;
  constructor(
    public readonly name: string,
    private options?: { verbose?: boolean },
  ) {}
  on<K extends keyof Events>(event: K, handler: Handler<Events[K]>): this {
    (this.#handlers[event] ??= []).push(handler);
    return this;
  }
  async emit<K extends keyof Events>(event: K, ...args: Events[K]): Promise<number> {
    let n = 0;
    for (const h of this.#handlers[event] ?? []) {
      await h(...args);
      n++;
    }
    return n;
  }
  get busy(): boolean {
    return this.state === State.Busy;
  }
  set busy(on: boolean) {
    this.state = on ? State.Busy : State.Done;
  }
}
const m = new Machine<{ start: [id: number]; stop: [] }>("m1", { verbose: true });
m.on("start", (id) => console.log("start", id)).on("start", async (id): Promise<void> => {
  await null;
  console.log("async start", id);
});
console.log(await m.emit("start", 7), await m.emit("stop"), m.busy);
m.busy = true;
console.log(m, m.state satisfies State, Machine.limits.max);
const tuple = ["a", 1] as const;
const [letter, digit]: readonly [string, number] = tuple;
console.log(letter, digit);
function overload(x: number): string;
function overload(x: string): number;
function overload(x: any): any {
  return typeof x === "number" ? String(x) : x.length;
}
console.log(overload(5), overload("abc"));
const fn = function (this: { v: number }, add = 1): number {
  return this.v + add;
};
console.log(fn.call({ v: 1 }), fn.call({ v: 1 }, 5));
let maybe: { deep?: { list?: number[] } } | null = JSON.parse('{"deep":{"list":[1]}}');
console.log(maybe?.deep?.list?.[0]!, maybe!.deep!.list!.length, (maybe as any)["nope"]?.x);
import type { Nothing } from "nowhere";
export type { Handler };
type Deep<T> = { [K in keyof T]: T[K] extends object ? Deep<T[K]> : T[K] };
const cfg: Deep<{ a: { b: 1 } }> = { a: { b: 1 } };
console.log(cfg);
for (const key in cfg as Record<string, unknown>) console.log(key);
try {
  throw new Error("typed");
} catch (e: any) {
  console.log(e.message as string);
}
label: for (let i: number = 0; i < 2; i++) {
  continue label;
}
console.log(
  (
    (x: number) =>
    (y: number): number =>
      x + y
  )(1)(2),
  [1, 2].map<string>((n) => `${n}`),
  new Map<string, Set<number>>([["k", new Set<number>([1])]]),
);
export {};
//= start 7
//= async start 7
//= 2 0 false
//= Machine { name: 'm1', options: { verbose: true }, state: 'busy' } busy 3
//= a 1
//= 5 3
//= 2 6
//= 1 1 undefined
//= { a: { b: 1 } }
//= a
//= typed
//= 3 [ '1', '2' ] Map(1) { 'k' => Set(1) { 1 } }
