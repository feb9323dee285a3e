try {
  console.log(x);
} catch (e) {
  console.log(e.name, e.message);
}
let x = 1;
const f = () => y;
try {
  f();
} catch (e) {
  console.log(e.message);
}
const y = 2;
console.log(f());
try {
  y = 3;
} catch (e) {
  console.log(e.name + ": " + e.message);
}
try {
  z += 1;
} catch (e) {
  console.log(e.message);
}
let z = 5;
console.log(z);
//= ReferenceError Cannot access 'x' before initialization
//= Cannot access 'y' before initialization
//= 2
//= TypeError: Assignment to constant variable.
//= Cannot access 'z' before initialization
//= 5
