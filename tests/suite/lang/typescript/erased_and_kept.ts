class Kept {
  declare gone: string;
  stays?: number;
  readonly ro: string = "ro";
  static #count: number = 0;
  constructor(
    readonly p: number,
    q?: string,
  ) {
    Kept.#count++;
    void q;
  }
  static get count(): number {
    return Kept.#count;
  }
  method?(): void;
}
console.log(Object.keys(new Kept(1)), Kept.count, "gone" in new Kept(2), new Kept(3).method?.());
enum E {
  A,
  B = A + 2,
  C = "c" as any,
}
console.log(E.A, E.B, E[2], Object.keys(E).length);
const x = <T extends { n: number }>(v: T): T["n"] => v.n;
console.log(x({ n: 5 }), (x as Function).length);
type Gone = typeof x;
interface AlsoGone extends Record<string, Gone> {}
let u: unknown = [1, 2];
if (Array.isArray(u)) console.log((u as number[]).map((n: number): string => n.toFixed(1)));
const o = {
  a: 1 as const,
  b: "s" as string | undefined,
  get c(): number {
    return this.a!;
  },
} as const;
console.log(o, o.b?.length!, o satisfies object);
function f(this: void, a?: number, ...rest: string[]): asserts a is number {}
console.log(f.length, ((): void => {})(), [..."ab"] as readonly string[]);
for (const [k, v] of Object.entries<number>({ z: 1 })) console.log(k, v);
abstract class A<T = string> {
  abstract get v(): T;
  toString(): string {
    return `A(${String(this.v)})`;
  }
}
console.log(
  String(
    new (class extends A<number> {
      override get v() {
        return 3;
      }
    })(),
  ),
);
let definitely!: number;
definitely = 4;
console.log(definitely!, (definitely as unknown as string) + "!", !definitely, definitely! + 1);
//= [ 'p', 'stays', 'ro' ] 1 false undefined
//= 0 2 B 5
//= 5 1
//= [ '1.0', '2.0' ]
//= { a: 1, b: 's', c: [Getter] } 1 { a: 1, b: 's', c: [Getter] }
//= 1 undefined [ 'a', 'b' ]
//= z 1
//= A(3)
//= 4 4! false 5
