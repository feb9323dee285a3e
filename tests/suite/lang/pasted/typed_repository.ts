type Listener<T> = (value: T) => void | Promise<void>;
interface Repository<K extends string | number, V extends { id: K }> {
  find(id: K): Promise<V | undefined>;
  save(v: V): Promise<void>;
  readonly size: number;
}
abstract class BaseRepo<K extends string | number, V extends { id: K }> implements Repository<K, V> {
  protected readonly items = new Map<K, V>();
  private static instances = 0;
  constructor(
    protected readonly name: string,
    private readonly latency: number = 1,
  ) {
    BaseRepo.instances++;
  }
  async find(id: K): Promise<V | undefined> {
    await delay(this.latency);
    return this.items.get(id);
  }
  async save(v: V): Promise<void> {
    await delay(this.latency);
    this.validate(v);
    this.items.set(v.id, v);
  }
  protected abstract validate(v: V): asserts v is V;
  get size(): number {
    return this.items.size;
  }
  static get count() {
    return this.instances;
  }
}
enum Role {
  Admin = "ADMIN",
  User = "USER",
}
enum Level {
  Low,
  Mid = 5,
  High,
}
const enum Dir {
  Up,
  Down,
}
type User = { id: number; name: string; role: Role; tags?: readonly string[] };
class UserRepo extends BaseRepo<number, User> {
  protected override validate(v: User): asserts v is User {
    if (!v.name) throw new TypeError(`invalid user ${v.id}`);
  }
  *byRole(role: Role): Generator<User, void, unknown> {
    for (const u of this.items.values()) if (u.role === role) yield u;
  }
}
const delay = <T = void>(ms: number, v?: T): Promise<T> => new Promise<T>((r) => setTimeout(() => r(v as T), ms));
const repo = new UserRepo("users");
await Promise.all(
  (
    [
      { id: 1, name: "A", role: Role.Admin },
      { id: 2, name: "B", role: Role.User, tags: ["x"] },
    ] satisfies User[]
  ).map((u) => repo.save(u)),
);
console.log(
  repo,
  repo.size,
  [...repo.byRole(Role.Admin)],
  await repo.find(2),
  (await repo.find(9))?.name ?? "none",
  UserRepo.count,
  Role,
  Level,
  Level[5],
  Level.High,
  Dir.Down,
);
try {
  await repo.save({ id: 3, name: "", role: Role.User });
} catch (e: unknown) {
  if (e instanceof TypeError) console.log((e as Error).message);
}
class TypedEmitter<Events extends Record<string, any[]>> {
  #l: { [K in keyof Events]?: Set<(...a: Events[K]) => void> } = {};
  on<K extends keyof Events>(k: K, f: (...a: Events[K]) => void): () => void {
    (this.#l[k] ??= new Set()).add(f);
    return () => void this.#l[k]!.delete(f);
  }
  emit<K extends keyof Events>(k: K, ...a: Events[K]): boolean {
    const s = this.#l[k];
    s?.forEach((f) => f(...a));
    return !!s?.size;
  }
}
const em = new TypedEmitter<{ data: [number, string]; end: [] }>();
const off = em.on("data", (n, s) => console.log(n, s));
console.log(em.emit("data", 1, "x"), off(), em.emit("data", 2, "y"), em.emit("end"));
type Result<T, E = Error> = { ok: true; value: T } | { ok: false; error: E };
const attempt = async <T>(f: () => Promise<T>): Promise<Result<T>> => {
  try {
    return { ok: true, value: await f() };
  } catch (e) {
    return { ok: false, error: e as Error };
  }
};
const r = await attempt(async () => JSON.parse("{") as number);
console.log(r.ok ? r.value : r.error.name);
function overload(a: string): string;
function overload(a: number): number;
function overload(a: any): any {
  return typeof a === "string" ? a + "!" : a * 2;
}
console.log(overload("a"), overload(2));
function isUser(x: any): x is User {
  return x && typeof x.id === "number";
}
console.log([{ id: 1 }, null, { id: "x" }].filter(isUser).length);
namespace_: {
  break namespace_;
}
declare const external: string;
let tuple: [a: number, b?: string, ...rest: boolean[]] = [1, "x", true];
const [n, , ...bs] = tuple;
console.log(n, bs, tuple!.length, (<any>tuple)[0], tuple as unknown as string[]);
class Box<in out T> {
  declare hidden: T;
  constructor(
    public value: T,
    readonly meta?: { at: Date },
  ) {}
  map<U>(f: (t: T) => U): Box<U> {
    return new Box(f(this.value));
  }
}
console.log(
  new Box(5).map((x) => `${x}`).map((s) => s.length),
  Object.keys(new Box(1)),
);
const cfg = { a: 1, b: { c: [1, 2] } } as const;
type Cfg = typeof cfg;
export type { Cfg };
console.log(cfg);
let u: string | undefined;
console.log(u?.length, u!?.length);
label: for (const x of [1, 2] as number[]) {
  if (x > 1) break label;
}
function assertNever(x: never): never {
  throw new Error(`Unexpected: ${x}`);
}
const key: keyof typeof cfg = "a";
console.log(cfg[key], assertNever.name);
abstract class Sh {
  abstract area(): number;
  toString(this: Sh): string {
    return `${this.constructor.name}:${this.area()}`;
  }
}
class Sq extends Sh {
  constructor(private s: number) {
    super();
  }
  area() {
    return this.s ** 2;
  }
}
console.log(`${new Sq(3)}`, new Sq(2));
export default class Foo {}
export const exported = 1;
export { r as result };
//= UserRepo {
//=   name: 'users',
//=   latency: 1,
//=   items: Map(2) {
//=     1 => { id: 1, name: 'A', role: 'ADMIN' },
//=     2 => { id: 2, name: 'B', role: 'USER', tags: [Array] }
//=   }
//= } 2 [ { id: 1, name: 'A', role: 'ADMIN' } ] { id: 2, name: 'B', role: 'USER', tags: [ 'x' ] } none 1 { Admin: 'ADMIN', User: 'USER' } { '0': 'Low', '5': 'Mid', '6': 'High', Low: 0, Mid: 5, High: 6 } Mid 6 1
//= invalid user 3
//= 1 x
//= true undefined false false
//= SyntaxError
//= a! 4
//= 1
//= 1 [ true ] 3 1 [ 1, 'x', true ]
//= Box { value: 1, meta: undefined } [ 'value', 'meta' ]
//= { a: 1, b: { c: [ 1, 2 ] } }
//= undefined undefined
//= 1 assertNever
//= Sq:9 Sq { s: 2 }
