let captured = 0, local = 0;
const o = { n: 1 };
function f() { return captured++ + ++captured - captured-- }
const a = local++, b = --local;
local--;
o.n++;
const c = o["n"]--;
let t = (o.n += 2);
captured *= local;
f();
