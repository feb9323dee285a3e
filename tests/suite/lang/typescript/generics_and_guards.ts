type Result<T, E = Error> = { ok: true; value: T } | { ok: false; error: E };
const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
function parse(text: string): Result<number, string> {
  const n = Number(text);
  return Number.isNaN(n) ? err(`not a number: ${text}`) : ok(n);
}
const map = <T, U, E>(r: Result<T, E>, f: (value: T) => U): Result<U, E> => (r.ok ? ok(f(r.value)) : r);
console.log(["1", "x"].map((t) => map(parse(t), (n) => n * 2)));
interface Cat {
  meow(): string;
}
interface Dog {
  bark(): string;
}
const isCat = (a: Cat | Dog): a is Cat => "meow" in a;
const speak = (a: Cat | Dog): string => (isCat(a) ? a.meow() : a.bark());
console.log(speak({ meow: () => "meow" }), speak({ bark: () => "woof" }));
class TypedMap<K extends string, V> {
  private readonly data: Partial<Record<K, V>> = {};
  set<T extends V>(k: K, v: T): this {
    this.data[k] = v;
    return this;
  }
  get(k: K): V | undefined {
    return this.data[k];
  }
  entries(): [K, V][] {
    return Object.entries(this.data) as [K, V][];
  }
}
console.log(new TypedMap<"a" | "b", number>().set("a", 1).set("b", 2).entries(), new TypedMap().get("x" as never));
function assertNever(x: never): never {
  throw new Error(`unexpected ${JSON.stringify(x)}`);
}
type Shape = { kind: "circle"; r: number } | { kind: "rect"; w: number; h: number };
const area = (s: Shape): number => {
  switch (s.kind) {
    case "circle":
      return +(Math.PI * s.r ** 2).toFixed(2);
    case "rect":
      return s.w * s.h;
    default:
      return assertNever(s);
  }
};
console.log(area({ kind: "circle", r: 1 }), area({ kind: "rect", w: 2, h: 3 }));
try {
  area({ kind: "tri" } as unknown as Shape);
} catch (e) {
  console.log((e as Error).message);
}
const pick = <T extends object, K extends keyof T>(o: T, ...keys: K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((k) => [k, o[k]])) as Pick<T, K>;
console.log(pick({ a: 1, b: 2, c: 3 }, "a", "c"));
let value!: string;
value = "definite";
const n: number = <number>(<unknown>5);
console.log(value!.length, n satisfies number);
abstract class Repo<T extends { id: number }> {
  protected items: T[] = [];
  abstract validate(t: T): boolean;
  add(t: T): this | never {
    if (!this.validate(t)) throw new RangeError(`bad ${t.id}`);
    this.items.push(t);
    return this;
  }
  find(id: number): T | undefined {
    return this.items.find((i) => i.id === id);
  }
}
class Users extends Repo<{ id: number; name?: string }> {
  validate({ name }: { name?: string }): boolean {
    return !!name;
  }
}
const users = new Users();
users.add({ id: 1, name: "a" });
console.log(users.find(1)?.name, users.find(2)?.name);
try {
  users.add({ id: 3 });
} catch (e: unknown) {
  if (e instanceof RangeError) console.log(e.message);
}
//= [ { ok: true, value: 2 }, { ok: false, error: 'not a number: x' } ]
//= meow woof
//= [ [ 'a', 1 ], [ 'b', 2 ] ] undefined
//= 3.14 6
//= unexpected {"kind":"tri"}
//= { a: 1, c: 3 }
//= 8 5
//= a undefined
//= bad 3
