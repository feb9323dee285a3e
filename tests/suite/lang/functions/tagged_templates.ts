// Tags: identity of the strings array, raw, bad escapes, this, and order of substitutions.
const id = (s) => s;
const again = () => id`a${1}b`;
console.log(again() === again(), id`a${1}b` === id`a${1}b`, Object.isFrozen(again()), Object.isFrozen(again().raw));
console.log(id`x\ny\u0041${0}\t`.raw, id`\unicode and \x ${1} ok`[0], id`\u{110000}`.raw);
const o = { n: 1, tag(s, ...v) { return [this?.n, s.length, v]; } };
console.log(o.tag`${1}${2}`, o["tag"]``, (0, o.tag)`x`);
const chain = (s) => (t) => (u) => [s[0], t[0], u[0]];
console.log(chain`1``2``3`);
class T { constructor(s) { this.s = s[0]; } }
const maker = () => class { constructor(...a) { this.a = a; } };
console.log(new maker`x`(), String.raw`a\n${1}\${2}`, String.raw({ raw: "abc" }, 1, 2, 3));
const log = [];
((...a) => log.push("tag"))`${log.push("a")}${log.push("b")}`;
console.log(log, `a${{ toString: () => "s", valueOf: () => "v" }}`, Object.getOwnPropertyDescriptor(id`q`, "raw").enumerable);
//= true false true true
//= [ 'x\\ny\\u0041', '\\t' ] undefined [ '\\u{110000}' ]
//= [ 1, 3, [ 1, 2 ] ] [ 1, 1, [] ] [ undefined, 1, [] ]
//= [ '1', '2', '3' ]
//= { a: [] } a\n1\${2} a1b2c
//= [ 'a', 'b', 'tag' ] as false
