interface Shape {
  kind: string;
  area?(): number;
}
type Circle = Shape & { kind: "circle"; r: number };
type Square = { kind: "square"; side: number };
type AnyShape = Circle | Square;
declare const ambient: number;
declare function external(x: string): void;
declare module "nothing" {
  export const x: number;
}
declare global {
  interface Window {
    y: number;
  }
}
abstract class Base<T extends object = {}> implements Shape {
  abstract kind: string;
  protected constructor(
    public readonly id: number,
    private secret?: string,
    protected opts: Partial<T> = {},
  ) {}
  abstract area(): number;
  static make<U>(this: new (...a: any[]) => U, ...args: unknown[]): U {
    return new this(...args);
  }
  private hidden!: number;
  declare later: string;
  [index: string]: any;
}
class Sq extends Base<{ a: 1 }> implements Shape {
  override kind = "square" as const;
  constructor(private side: number) {
    super(7, "s");
  }
  override area(): number {
    return this.side ** 2;
  }
  get half(): number {
    return this.side! / 2;
  }
  set half(v: number) {
    this.side = v * 2;
  }
}
const s = Sq.make(3) as Sq;
console.log(s, s.area(), s.half, Object.keys(s));
function over(x: string): string;
function over(x: number): number;
function over(x: any): any {
  return typeof x === "string" ? x + "!" : x * 2;
}
const f = <T>(x: T, ...rest: readonly T[]): x is T & {} => rest.length >= 0;
const tuple: [a: number, b?: string, ...c: boolean[]] = [1];
let u: unknown = "str";
const len = (u as string).length,
  any = <any>u;
const conf = { port: 80, nested: { on: true } } satisfies Record<string, unknown>;
console.log(over("a"), over(2), f(1), tuple, len, any, conf, s!.kind, (s as any)?.nope?.deep!);
type Fn = typeof over;
type Keys = keyof typeof conf;
type Mapped = { readonly [K in Keys]?: (typeof conf)[K] };
type Cond<T> = T extends (infer U)[] ? U : never;
function assertIsString(v: unknown): asserts v is string {
  if (typeof v !== "string") throw new TypeError("no string");
}
try {
  assertIsString(5);
} catch (e: unknown) {
  console.log((e as Error).message);
}
for (const [k, v] of Object.entries(conf) as [string, unknown][]) console.log(k, v);
const gen = function* <T>(xs: Iterable<T>): Generator<T, void, undefined> {
  yield* xs;
};
console.log([...gen<number>([1, 2])], ((this_: number): number => this_)(1), new Map<string, number[]>([["a", [1]]]));
export type { Shape };
export interface Exported {
  x: number;
}
export default s;
//= Sq {
//=   id: 7,
//=   secret: 's',
//=   opts: {},
//=   hidden: undefined,
//=   side: 3,
//=   kind: 'square'
//= } 9 1.5 [ 'id', 'secret', 'opts', 'hidden', 'side', 'kind' ]
//= a! 4 true [ 1 ] 3 str { port: 80, nested: { on: true } } square undefined
//= no string
//= port 80
//= nested { on: true }
//= [ 1, 2 ] 1 Map(1) { 'a' => [ 1 ] }
