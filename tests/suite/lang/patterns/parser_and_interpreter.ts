const tokenize = (s) => s.match(/\d+(?:\.\d+)?|[a-z]\w*|\*\*|[-+*/(),=]/g) ?? [];
function parse(src) {
  const ts = tokenize(src);
  let i = 0;
  const peek = () => ts[i],
    next = () => ts[i++],
    expect = (t) => {
      if (next() !== t) throw new SyntaxError(`expected ${t} near ${ts[i - 1] ?? "end"}`);
    };
  const prec = { "+": 1, "-": 1, "*": 2, "/": 2, "**": 3 };
  const primary = () => {
    const t = next();
    if (t === undefined) throw new SyntaxError("unexpected end");
    if (t === "(") {
      const e = expr(0);
      expect(")");
      return e;
    }
    if (t === "-") return { op: "neg", x: primary() };
    if (/^\d/.test(t)) return { num: Number(t) };
    if (/^[a-z]/.test(t)) {
      if (peek() !== "(") return { ref: t };
      next();
      const args = [];
      while (peek() !== ")") {
        args.push(expr(0));
        if (peek() === ",") next();
        else break;
      }
      expect(")");
      return { call: t, args };
    }
    throw new SyntaxError(`unexpected ${t}`);
  };
  const expr = (min) => {
    let l = primary();
    while (prec[peek()] > min || (peek() === "**" && prec["**"] >= min && min === 3)) {
      const op = next();
      l = { op, l, r: expr(op === "**" ? 2 : prec[op]) };
    }
    return l;
  };
  const e = expr(0);
  if (i < ts.length) throw new SyntaxError(`left over ${peek()}`);
  return e;
}
const ev = (n, env) =>
  "num" in n
    ? n.num
    : n.ref
      ? (env[n.ref] ??
        (() => {
          throw new ReferenceError(n.ref);
        })())
      : n.call
        ? env[n.call](...n.args.map((a) => ev(a, env)))
        : n.op === "neg"
          ? -ev(n.x, env)
          : {
              "+": (a, b) => a + b,
              "-": (a, b) => a - b,
              "*": (a, b) => a * b,
              "/": (a, b) => a / b,
              "**": (a, b) => a ** b,
            }[n.op](ev(n.l, env), ev(n.r, env));
const env = { x: 4, max: Math.max, pi: Math.PI, f: (a) => a * 10 };
for (const s of [
  "1+2*3",
  "(1+2)*3",
  "2**3**2",
  "-x+10",
  "max(1,x,3)*f(2)",
  "10-4-3",
  "8/4/2",
  "1+",
  "(1",
  "1 2",
  "y+1",
  "f(f(1))",
])
  try {
    console.log(s, "=", ev(parse(s), env));
  } catch (e) {
    console.log(s, "->", e.name, e.message);
  }
console.log(JSON.stringify(parse("a*(b+1)")));
//= 1+2*3 = 7
//= (1+2)*3 = 9
//= 2**3**2 = 512
//= -x+10 = 6
//= max(1,x,3)*f(2) = 80
//= 10-4-3 = 3
//= 8/4/2 = 1
//= 1+ -> SyntaxError unexpected end
//= (1 -> SyntaxError expected ) near end
//= 1 2 -> SyntaxError left over 2
//= y+1 -> ReferenceError y
//= f(f(1)) = 100
//= {"op":"*","l":{"ref":"a"},"r":{"op":"+","l":{"ref":"b"},"r":{"num":1}}}
