const o = {
  b: 1,
  2: "two",
  a: 2,
  1: "one",
  [Symbol("s")]: 0,
  "-1": "neg",
  "01": "lead",
  4294967294: "max",
  4294967295: "over",
};
console.log(Object.keys(o));
delete o.b;
o.b = "again";
o[0] = "zero";
console.log(Reflect.ownKeys(o));
console.log(JSON.stringify(o), o);
for (const k in Object.create(o, { own: { value: 1, enumerable: true }, 2: { value: 0, enumerable: false } }))
  console.log(k);
const f = function (a, b) {};
f.z = 1;
f[3] = 2;
console.log(
  Reflect.ownKeys(f),
  Reflect.ownKeys(
    class {
      static m() {}
      static f = 1;
    },
  ),
  Reflect.ownKeys(() => {}),
);
console.log(Reflect.ownKeys([1, , 3]), Reflect.ownKeys("ab".split("")), Object.getOwnPropertyNames("ab"));
//= [ '1', '2', '4294967294', 'b', 'a', '-1', '01', '4294967295' ]
//= [
//=   '0',  '1',
//=   '2',  '4294967294',
//=   'a',  '-1',
//=   '01', '4294967295',
//=   'b',  Symbol(s)
//= ]
//= {"0":"zero","1":"one","2":"two","4294967294":"max","a":2,"-1":"neg","01":"lead","4294967295":"over","b":"again"} {
//=   '0': 'zero',
//=   '1': 'one',
//=   '2': 'two',
//=   '4294967294': 'max',
//=   a: 2,
//=   '-1': 'neg',
//=   '01': 'lead',
//=   '4294967295': 'over',
//=   b: 'again',
//=   [Symbol(s)]: 0
//= }
//= own
//= 0
//= 1
//= 4294967294
//= a
//= -1
//= 01
//= 4294967295
//= b
//= [ '3', 'length', 'name', 'prototype', 'z' ] [ 'length', 'name', 'prototype', 'm', 'f' ] [ 'length', 'name' ]
//= [ '0', '2', 'length' ] [ '0', '1', 'length' ] [ '0', '1', 'length' ]
