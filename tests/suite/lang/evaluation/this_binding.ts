const o = {
  name: "o",
  regular() {
    return this?.name;
  },
  arrow: () => typeof this,
  nested() {
    return [1].map(() => this.name);
  },
  inner() {
    return (function () {
      return this;
    })();
  },
  get g() {
    return this.name;
  },
};
console.log(
  o.regular(),
  o.arrow(),
  o.nested(),
  o.inner(),
  o.g,
  o.regular(),
  (0, o.regular)(),
  (o.x = o.regular)(),
  (true && o.regular)(),
);
const { regular } = o;
console.log(
  regular(),
  regular.call({ name: "c" }),
  [o][0].regular(),
  o["regular"](),
  new (function () {
    this.name = "new";
    this.r = o.regular;
  })().r(),
);
console.log(
  typeof this,
  (() => this)(),
  [1].map(function () {
    return this;
  }),
  [1].map(
    function () {
      return this.k;
    },
    { k: "thisArg" },
  ),
  [1].map(() => typeof this, { k: 1 }),
);
function strict() {
  return this;
}
console.log(strict(), strict.call(1), strict.call("s"), strict.call(null), typeof strict.apply(true));
setTimeout(function () {
}, 0);
setTimeout(o.regular.bind(o), 0);
class A {
  constructor() {
    this.bound = this.m.bind(this);
  }
  m() {
    return this?.constructor?.name;
  }
  arrow = () => this.constructor.name;
  static s() {
    return this.name;
  }
}
const a = new A();
const { m, bound, arrow } = a,
  { s } = A;
console.log(m(), bound(), arrow(), A.s());
try {
  s();
} catch (e) {
  console.log(e.message);
}
const handler = {
  count: 0,
  handleEvent() {
    this.count++;
    return this.count;
  },
};
const run = (f) => f();
try {
  run(handler.handleEvent);
} catch (e) {
  console.log(e.message);
}
console.log(
  run(() => handler.handleEvent()),
  run(handler.handleEvent.bind(handler)),
  Reflect.apply(handler.handleEvent, handler, []),
);
String.prototype.kind = function () {
  return typeof this;
};
Number.prototype.kind = () => typeof this;
console.log("s".kind(), (5).kind(), "s"["kind"]());
delete String.prototype.kind;
delete Number.prototype.kind;
//= o undefined [ 'o' ] undefined o o undefined undefined undefined
//= undefined c o o new
//= undefined undefined [ undefined ] [ 'thisArg' ] [ 'undefined' ]
//= undefined 1 s null boolean
//= undefined A A A
//= Cannot read properties of undefined (reading 'name')
//= Cannot read properties of undefined (reading 'count')
//= 1 2 3
//= string undefined string
