class Registry {
  static #instance;
  static get instance() {
    return (Registry.#instance ??= new Registry(Registry.#token));
  }
  static #token = Symbol("token");
  #items = new Map();
  constructor(token) {
    if (token !== Registry.#token) throw new TypeError("use Registry.instance");
  }
  add(name, make) {
    if (this.#items.has(name)) throw new Error(`${name} exists`);
    this.#items.set(name, { make, made: undefined });
    return this;
  }
  get(name) {
    const item =
      this.#items.get(name) ??
      (() => {
        throw new ReferenceError(name);
      })();
    return (item.made ??= item.make(this));
  }
  *[Symbol.iterator]() {
    yield* this.#items.keys();
  }
}
const r = Registry.instance.add("a", () => ({ n: 1 })).add("b", (all) => ({ a: all.get("a") }));
console.log(r === Registry.instance, r.get("b").a === r.get("a"), [...r]);
for (const f of [() => new Registry(), () => r.add("a"), () => r.get("zz")])
  try {
    f();
  } catch (e) {
    console.log(`${e.name}: ${e.message}`);
  }
//= true true [ 'a', 'b' ]
//= TypeError: use Registry.instance
//= Error: a exists
//= ReferenceError: zz
