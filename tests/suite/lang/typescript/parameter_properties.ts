class Point {
  sum = 0;
  constructor(
    public x: number,
    public y = x * 2,
    readonly tag?: string,
  ) {
    this.sum = this.x + this.y;
  }
}
class Named extends Point {
  label = "n" + this.x;
  constructor(
    private name: string,
    protected readonly deep: { a: number[] },
  ) {
    super(1);
    console.log(this.name, this.label);
  }
  get first() {
    return this.deep.a[0];
  }
}
console.log(
  new Point(1),
  new Point(1, 5, "t"),
  new Named("nm", { a: [9] }),
  new Named("b", { a: [4] }).first,
  Point.length,
);
class Injected {
  constructor(
    private readonly log: (m: string) => void = console.log,
    private clock: { now(): number } = { now: () => 42 },
  ) {}
  run() {
    this.log(`at ${this.clock.now()}`);
    return this;
  }
}
new Injected().run();
new Injected((m) => console.log("custom", m), { now: () => 1 }).run();
abstract class Repo<K, V> {
  protected readonly items = new Map<K, V>();
  constructor(protected readonly keyOf: (v: V) => K) {}
  add(...vs: V[]): this {
    for (const v of vs) this.items.set(this.keyOf(v), v);
    return this;
  }
  abstract describe(): string;
}
class Users extends Repo<number, { id: number; name: string }> {
  constructor() {
    super((u) => u.id);
  }
  describe(): string {
    return [...this.items.values()].map((u) => u.name).join("+");
  }
}
console.log(new Users().add({ id: 1, name: "a" }, { id: 2, name: "b" }, { id: 1, name: "c" }).describe());
//= nm n1
//= b n1
//= Point { x: 1, y: 2, tag: undefined, sum: 3 } Point { x: 1, y: 5, tag: 't', sum: 6 } Named {
//=   x: 1,
//=   y: 2,
//=   tag: undefined,
//=   sum: 3,
//=   name: 'nm',
//=   deep: { a: [ 9 ] },
//=   label: 'n1'
//= } 4 1
//= at 42
//= custom at 1
//= c+b
