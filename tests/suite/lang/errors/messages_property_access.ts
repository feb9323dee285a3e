const attempt = (f) => {
  try {
    f();
    console.log("no error");
  } catch (e) {
    console.log(`${e.name}: ${e.message}`);
  }
};
const user = { profile: null, list: [], map: new Map(), fn: () => null, nested: { a: { b: undefined } } };
const key = "dyn",
  i = 3;
attempt(() => user.profile.name);
attempt(() => user.profile.name.first);
attempt(() => user.missing.x);
attempt(() => user.nested.a.b.c);
attempt(() => user.list[0].id);
attempt(() => user[key].z);
attempt(() => user.list[i].x());
attempt(() => user.fn().x);
attempt(() => user.map.get("k").v);
attempt(() => (user.profile = user.profile.x));
attempt(() => {
  user.missing.x = 1;
});
attempt(() => {
  user.profile[key] = 1;
});
attempt(() => delete user.missing.x);
attempt(() => user.missing());
attempt(() => user.profile());
attempt(() => user.nested.a.b());
attempt(() => user.list.foo());
attempt(() => user.list[0]());
attempt(() => user["dyn"]());
attempt(() => user[key]());
attempt(() => user.fn()());
attempt(() => new user.fn.x());
attempt(() => new user.list());
attempt(() => user.nested.a.b.c.d());
attempt(() => {
  const { a } = user.profile;
});
attempt(() => {
  const {
    a: { b },
  } = user;
});
attempt(() => {
  const [x] = user;
});
attempt(() => {
});
attempt(() => {
  for (const x of user);
});
attempt(() => {
  for (const x of user.missing);
});
attempt(() => [...user.profile]);
attempt(() => new Set(5));
attempt(() => user instanceof user);
attempt(() => "k" in "str");
attempt(() => (user.x.y.z = 1));
attempt(() => super_());
attempt(() => Object.defineProperty(5, "x", {}));
attempt(() => (void 0).x);
attempt(() => user.profile?.x.y.z);
attempt(() => user.missing?.());
attempt(() => user.list?.[0].x);
attempt(() => ((a) => a.b.c)({}));
attempt(() => this.x);
attempt(() => user.list.map(user.profile));
attempt(() => user.list.forEach("x"));
attempt(() => [1].reduce(null));
attempt(() => Promise.resolve.call(undefined));
attempt(() => new Promise(user));
attempt(() => JSON.stringify(user).x.y);
attempt(() => `${Symbol("s")}`);
attempt(() => Symbol() + "");
attempt(() => x.y);
attempt(() => {
  let z = z + 1;
});
attempt(() => undefinedFunction());
attempt(() => {
  i = 5;
});
attempt(() => user.fn.call.x.y);
//= TypeError: Cannot read properties of null (reading 'name')
//= TypeError: Cannot read properties of null (reading 'name')
//= TypeError: Cannot read properties of undefined (reading 'x')
//= TypeError: Cannot read properties of undefined (reading 'c')
//= TypeError: Cannot read properties of undefined (reading 'id')
//= TypeError: Cannot read properties of undefined (reading 'z')
//= TypeError: Cannot read properties of undefined (reading 'x')
//= TypeError: Cannot read properties of null (reading 'x')
//= TypeError: Cannot read properties of undefined (reading 'v')
//= TypeError: Cannot read properties of null (reading 'x')
//= TypeError: Cannot set properties of undefined (setting 'x')
//= TypeError: Cannot set properties of null (setting 'dyn')
//= TypeError: Cannot convert undefined or null to object
//= TypeError: user.missing is not a function
//= TypeError: user.profile is not a function
//= TypeError: user.nested.a.b is not a function
//= TypeError: user.list.foo is not a function
//= TypeError: user.list[0] is not a function
//= TypeError: user.dyn is not a function
//= TypeError: user[key] is not a function
//= TypeError: user.fn(...) is not a function
//= TypeError: user.fn.x is not a constructor
//= TypeError: user.list is not a constructor
//= TypeError: Cannot read properties of undefined (reading 'c')
//= TypeError: Cannot destructure property 'a' of 'user.profile' as it is null.
//= TypeError: Cannot read properties of undefined (reading 'b')
//= TypeError: user is not iterable
//= no error
//= TypeError: user is not iterable
//= TypeError: user.missing is not iterable
//= TypeError: user.profile is not iterable
//= TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))
//= TypeError: Right-hand side of 'instanceof' is not callable
//= TypeError: Cannot use 'in' operator to search for 'k' in str
//= TypeError: Cannot read properties of undefined (reading 'y')
//= ReferenceError: super_ is not defined
//= TypeError: Object.defineProperty called on non-object
//= TypeError: Cannot read properties of undefined (reading 'x')
//= no error
//= no error
//= TypeError: Cannot read properties of undefined (reading 'x')
//= TypeError: Cannot read properties of undefined (reading 'c')
//= TypeError: Cannot read properties of undefined (reading 'x')
//= TypeError: null is not a function
//= TypeError: x is not a function
//= TypeError: null is not a function
//= TypeError: PromiseResolve called on non-object
//= TypeError: Promise resolver #<Object> is not a function
//= TypeError: Cannot read properties of undefined (reading 'y')
//= TypeError: Cannot convert a Symbol value to a string
//= TypeError: Cannot convert a Symbol value to a string
//= ReferenceError: x is not defined
//= ReferenceError: Cannot access 'z' before initialization
//= ReferenceError: undefinedFunction is not defined
//= TypeError: Assignment to constant variable.
//= TypeError: Cannot read properties of undefined (reading 'y')
