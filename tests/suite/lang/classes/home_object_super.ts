const base = {
  hi() {
    return "base " + this.name;
  },
  get v() {
    return this.name.length;
  },
};
const derived = {
  __proto__: base,
  name: "derived",
  hi() {
    return "[" + super.hi() + "]";
  },
  get v() {
    return super.v + 100;
  },
  arrow() {
    return [1, 2].map(() => super.hi());
  },
  async later() {
    await null;
    return super.hi();
  },
  *gen() {
    yield super.hi();
    yield super["v"];
  },
};
console.log(derived.hi(), derived.v, derived.arrow());
console.log(await derived.later(), [...derived.gen()]);
const stolen = { name: "thief", hi: derived.hi };
console.log(stolen.hi());
Object.setPrototypeOf(derived, {
  hi() {
    return "other " + this.name;
  },
});
console.log(derived.hi(), stolen.hi());
const target = {
  __proto__: {
    set x(v) {
      this.got = v;
    },
  },
  put(v) {
    super.x = v;
    super.y = v;
  },
};
target.put(3);
console.log(target);
//= [base derived] 107 [ 'base derived', 'base derived' ]
//= base derived [ 'base derived', 7 ]
//= [base thief]
//= [other derived] [other thief]
//= { put: [Function: put], got: 3, y: 3 }
