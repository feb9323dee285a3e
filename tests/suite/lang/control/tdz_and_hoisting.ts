const attempt = (f) => {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
};
attempt(() => {
  x;
  let x = 1;
});
attempt(() => {
  x = 2;
  const x = 1;
});
attempt(() => {
  typeof x;
  let x;
});
attempt(() => typeof nowhere);
attempt(() => nowhere);
attempt(() => {
  const c = 1;
  c = 2;
});
attempt(() => {
  const c = 1;
  c++;
});
attempt(() => {
  for (const i = 0; i < 2; i++);
});
attempt(() => {
  const f = () => late;
  const late = 5;
  return f();
});
attempt(() => {
  const f = () => late;
  f();
  const late = 5;
});
attempt(() => new C());
class C {}
attempt(() => hoisted());
function hoisted() {
  return "hoisted " + typeof v;
}
var v = 1;
attempt(() => {
  {
    function inBlock() {
      return "block";
    }
  }
  return typeof inBlock;
});
attempt(() =>
  (function fname() {
    fname = 1;
    return typeof fname;
  })(),
);
attempt(() => {
  undeclared = 1;
});
attempt(() =>
  (() => {
    var a = 1;
    {
      var a = 2;
    }
    return a;
  })(),
);
attempt(() => {
  let a = 1;
  {
    attempt(() => a);
    let b = a;
    a = 5;
    return [a, b];
  }
});
attempt(() =>
  ((a, b = a, c = () => b) => {
    var b = 10;
    return [b, c()];
  })(1),
);
attempt(() => {
  let undefined_ = undefined;
  var undefined1;
  return undefined_ === undefined1;
});
attempt(() => {
});
attempt(() => {
});
attempt(() => {
  globalThis.made = 1;
  return made;
});
//= ReferenceError: Cannot access 'x' before initialization
//= ReferenceError: Cannot access 'x' before initialization
//= ReferenceError: Cannot access 'x' before initialization
//= undefined
//= ReferenceError: nowhere is not defined
//= TypeError: Assignment to constant variable.
//= TypeError: Assignment to constant variable.
//= TypeError: Assignment to constant variable.
//= 5
//= ReferenceError: Cannot access 'late' before initialization
//= ReferenceError: Cannot access 'C' before initialization
//= hoisted undefined
//= undefined
//= TypeError: Assignment to constant variable.
//= ReferenceError: undeclared is not defined
//= 2
//= 1
//= [ 5, 1 ]
//= [ 10, 1 ]
//= true
//= undefined
//= undefined
//= 1
