interface HasId {
  readonly id: number;
}
interface Named {
  name: string;
  greet?(other: Named): string;
}
abstract class Entity implements HasId {
  private static next = 1;
  public readonly id: number = Entity.next++;
  protected constructor(protected readonly createdAt: number = 0) {}
  abstract describe(): string;
  static create<T extends Entity>(this: new () => T): T {
    return new this();
  }
}
class Person extends Entity implements Named {
  name!: string;
  private _age?: number;
  static defaultName: string = "nobody";
  constructor() {
    super(5);
    this.name = Person.defaultName;
  }
  override describe(): string {
    return `${this.id}:${this.name}:${this.createdAt}`;
  }
  get age(): number | undefined {
    return this._age;
  }
  set age(v: number | undefined) {
    if (v !== undefined && v < 0) throw new RangeError("age");
    this._age = v;
  }
  greet(other: Named): string {
    return `${this.name} greets ${other.name}`;
  }
}
const a = Person.create(),
  b = Person.create();
b.name = "bea";
b.age = 3;
console.log(a.describe(), b.describe(), a.greet!(b), b.age, a, Object.keys(b));
try {
  b.age = -1;
} catch (e) {
  console.log((e as Error).name);
}
class Temp {
  constructor(
    public celsius: number,
    readonly unit: "C" | "F" = "C",
    private readonly tags: string[] = [],
  ) {}
  static from(f: number): Temp {
    return new Temp(((f - 32) * 5) / 9, "F", ["converted"]);
  }
  toString(): string {
    return `${this.celsius.toFixed(1)}${this.unit}${this.tags}`;
  }
}
console.log(`${new Temp(5)}`, String(Temp.from(212)), new Temp(1));
class Indexed {
  [key: `data-${string}`]: string;
  "data-x" = "1";
  #private: number = 1;
  static #count = 0;
  static inc(): number {
    return ++Indexed.#count;
  }
  has(o: object): o is Indexed {
    return #private in o;
  }
}
console.log(new Indexed(), Indexed.inc(), Indexed.inc(), new Indexed().has({}));
const Mixed = <B extends new (...args: any[]) => object>(Base: B) =>
  class extends Base {
    mixed: string = "m";
  };
class Final extends Mixed(Person) {
  accessorless = 1;
}
const f = new Final();
console.log(f.mixed, f.describe().split(":").length, f.accessorless, f instanceof Person);
type Ctor<T> = new (...a: any[]) => T;
const make = <T>(C: Ctor<T>, ...args: ConstructorParameters<Ctor<T>>): T => new C(...args);
console.log(make(Temp, 9).celsius, typeof make<Person>);
//= 1:nobody:5 2:bea:5 nobody greets bea 3 Person { createdAt: 5, id: 1, name: 'nobody', _age: undefined } [ 'createdAt', 'id', 'name', '_age' ]
//= RangeError
//= 5.0C 100.0Fconverted Temp { celsius: 1, unit: 'C', tags: [] }
//= Indexed { 'data-x': '1' } 1 2 false
//= m 3 1 true
//= 9 function
