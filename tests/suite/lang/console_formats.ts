console.log();
console.log("a", 1, true, null, undefined);
console.log([1, "two", [3, [4, [5, [6]]]]]);
console.log({ s: "text", f: () => 1, g: function named() {}, n: null, u: undefined });
console.log([], {}, [[]], [{}], { a: {} });
console.log(["it's", 'say "hi"', "both ' and \""]);
console.log({ "needs-quotes": 1, ok_1: 2 });
console.log("%s is %d years and %i", "Bob", 42.5, 42.9, "extra");
console.log("%%", "100%", 5);
console.log([1.5, -0, NaN, Infinity]);
console.log(new Map([["a", 1], ["b", { c: 2 }]]), new Set([1, "x"]));
console.log([undefined, null]);
console.log({ long: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", other: "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", third: "cccccccccccc" });
console.log(Array.from({ length: 30 }, (_, i) => i));
console.log(Array.from({ length: 120 }, () => 1).length);
console.log(["line\nbreak"], "line\nbreak");
console.log({ a: { b: { c: { d: 1 } } } });
console.log(Promise.resolve(4), (async () => {})(), new Promise(() => {}));
//=
//= a 1 true null undefined
//= [ 1, 'two', [ 3, [ 4, [Array] ] ] ]
//= {
//=   s: 'text',
//=   f: [Function: f],
//=   g: [Function: named],
//=   n: null,
//=   u: undefined
//= }
//= [] {} [ [] ] [ {} ] { a: {} }
//= [ "it's", 'say "hi"', `both ' and "` ]
//= { 'needs-quotes': 1, ok_1: 2 }
//= Bob is 42.5 years and 42 extra
//= % 100% 5
//= [ 1.5, -0, NaN, Infinity ]
//= Map(2) { 'a' => 1, 'b' => { c: 2 } } Set(2) { 1, 'x' }
//= [ undefined, null ]
//= {
//=   long: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
//=   other: 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
//=   third: 'cccccccccccc'
//= }
//= [
//=    0,  1,  2,  3,  4,  5,  6,  7,  8,
//=    9, 10, 11, 12, 13, 14, 15, 16, 17,
//=   18, 19, 20, 21, 22, 23, 24, 25, 26,
//=   27, 28, 29
//= ]
//= 120
//= [ 'line\nbreak' ] line
//= break
//= { a: { b: { c: [Object] } } }
//= Promise { 4 } Promise { undefined } Promise { <pending> }
