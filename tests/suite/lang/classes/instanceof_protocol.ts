class Even {
  static [Symbol.hasInstance](n) {
    return n % 2 === 0;
  }
}
console.log(2 instanceof Even, 3 instanceof Even);
function F() {}
const f = new F();
F.prototype = {};
console.log(f instanceof F, Object.create(F.prototype) instanceof F);
const bound = F.bind(null);
console.log(new F() instanceof bound, new bound() instanceof F, bound.name, bound.prototype);
for (const bad of [{}, 1, () => {}]) {
  try {
    console.log({} instanceof bad);
  } catch (e) {
    console.log(e.message);
  }
}
F.prototype = 3;
try {
  console.log({} instanceof F);
} catch (e) {
  console.log(e.message);
}
console.log(
  1 instanceof Number,
  Object(1) instanceof Number,
  [] instanceof Object,
  Object.create(null) instanceof Object,
);
//= true false
//= false true
//= true true bound F undefined
//= Right-hand side of 'instanceof' is not callable
//= Right-hand side of 'instanceof' is not an object
//= Function has non-object prototype 'undefined' in instanceof check
//= Function has non-object prototype '3' in instanceof check
//= false true true false
