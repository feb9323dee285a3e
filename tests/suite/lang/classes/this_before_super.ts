class A {
  constructor() {
    this.a = 1;
  }
}
const attempt = (f) => {
  try {
    console.log("ok", f());
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
};
attempt(
  () =>
    new (class extends A {
      constructor() {
        this.x = 1;
      }
    })(),
);
attempt(
  () =>
    new (class extends A {
      constructor() {}
    })(),
);
attempt(
  () =>
    new (class extends A {
      constructor() {
        super();
        super();
      }
    })(),
);
attempt(
  () =>
    new (class extends A {
      constructor() {
        return { own: 1 };
      }
    })(),
);
attempt(
  () =>
    new (class extends A {
      constructor() {
        return 1;
      }
    })(),
);
attempt(
  () =>
    new (class extends A {
      constructor() {
        super();
        return undefined;
      }
    })(),
);
attempt(
  () =>
    new (class extends A {
      constructor() {
        const f = () => super();
        f();
        this.b = 2;
      }
    })(),
);
attempt(
  () =>
    new (class extends A {
      constructor(x = super()) {
        this.c = x === this;
      }
    })(),
);
attempt(
  () =>
    new (class extends A {
      constructor() {
        try {
          this;
        } finally {
          super();
        }
      }
    })(),
);
attempt(() => A());
attempt(() => class extends 5 {});
//= ReferenceError: Must call super constructor in derived class before accessing 'this' or returning from derived constructor
//= ReferenceError: Must call super constructor in derived class before accessing 'this' or returning from derived constructor
//= ReferenceError: Super constructor may only be called once
//= ok { own: 1 }
//= TypeError: Derived constructors may only return object or undefined
//= ok A { a: 1 }
//= ok A { a: 1, b: 2 }
//= ok A { a: 1, c: true }
//= ReferenceError: Must call super constructor in derived class before accessing 'this' or returning from derived constructor
//= TypeError: Class constructor A cannot be invoked without 'new'
//= TypeError: Class extends value 5 is not a constructor or null
