class Stack extends Array {
  peek() {
    return this.at(-1);
  }
  static get [Symbol.species]() {
    return Array;
  }
}
const s = new Stack();
s.push(1, 2, 3);
console.log(s, s.length, s.peek(), s instanceof Array, Array.isArray(s));
s.length = 1;
console.log(s, s.map((x) => x) instanceof Stack, s.concat([9]));
class List extends Array {
  sum() {
    return this.reduce((a, b) => a + b, 0);
  }
}
const l = List.from([1, 2, 3]);
console.log(l, l.sum(), l.map((x) => x * 2).sum(), l.filter((x) => x > 1) instanceof List, List.of(7));
console.log(l.slice(1).constructor.name, [...l].constructor.name, new List(3).length, l.splice(0, 1));
l[10] = 1;
console.log(l.length, JSON.stringify(l.slice(0, 4)));
//= Stack(3) [ 1, 2, 3 ] 3 3 true true
//= Stack(1) [ 1 ] false [ 1, 9 ]
//= List(3) [ 1, 2, 3 ] 6 12 true List(1) [ 7 ]
//= List Array 3 List(1) [ 1 ]
//= 11 [2,3,null,null]
