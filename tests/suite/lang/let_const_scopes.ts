let a = 1;
const b = 2;
{
  let a = 10;
  const c = a + b;
  console.log(a, c);
}
console.log(a, b);
for (let i = 0; i < 2; i++) {
  let a = i * 100;
  console.log(a);
}
var hoisted = typeof later;
var later = 3;
console.log(hoisted, later);
console.log(typeof undeclared);
//= 10 12
//= 1 2
//= 0
//= 100
//= undefined 3
//= undefined
