const π = Math.PI, ñ = 1, 变量 = "v", _$ = 2, ａ = 3; let \u{62}c = 4;
console.log(π.toFixed(2), ñ, 变量, _$, ａ, bc, { 变量 }.变量, { "a-b": 1, ünï: 2 }.ünï);
class Ünï { ключ = 1; #приват = 2; get π() { return this.#приват; } } console.log(new Ünï(), new Ünï().π);
const o = { \u0061: 1, "\u0062": 2 }; console.log(o.a, o.b, o.\u0061); label\u0031: for (;;) break label1;
function ƒ(ﬁ = "ligature") { return ﬁ; } console.log(ƒ(), ƒ.name, "\u{1d11e}".length, "𝄞" === "\u{1d11e}");
//= 3.14 1 v 2 3 4 v 2
//= Ünï { 'ключ': 1 } 2
//= 1 2 1
//= ligature ƒ 2 true
