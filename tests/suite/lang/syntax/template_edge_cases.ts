const a = 1, o = { toString: () => "str", valueOf: () => 5 };
console.log(`${a}${a}`, `${`nested ${`deep ${a}`}`}`, `${o}`, `${[1, [2]]}`, `\`\${}\\`, `a${""}b`, `${{}}`, `$`, `$$`, `${"$"}{}`, `line
two`, `tab\tx`, `\x41\u{1F600}`, `${a ? `yes` : `no`}`, `${(() => { return `}`; })()}`, `${null}${undefined}`);
try { `${Symbol("x")}`; } catch (e) { console.log(e.message); }
const tag = (s, ...v) => s.reduce((r, x, i) => r + x + (i < v.length ? `<${v[i]}>` : ""), "");
console.log(tag`a${1}b${2}c`, tag``, tag`${1}`, ((s) => s.raw[0])`\n\u{zz}`);
//= 11 nested deep 1 str 1,2 `${}\ ab [object Object] $ $$ ${} line
//= two tab	x A😀 yes } nullundefined
//= Cannot convert a Symbol value to a string
//= a<1>b<2>c  <1> \n\u{zz}
