class Lexer {
  static rules = [
    ["num", /\d+(?:\.\d+)?/y],
    ["id", /[a-z_]\w*/iy],
    ["op", /\*\*|[-+*\/%^(),=<>!]=?/y],
    ["ws", /\s+/y],
  ];
  constructor(src) {
    this.src = src;
    this.pos = 0;
  }
  *[Symbol.iterator]() {
    outer: while (this.pos < this.src.length) {
      for (const [type, re] of Lexer.rules) {
        re.lastIndex = this.pos;
        const m = re.exec(this.src);
        if (m) {
          this.pos = re.lastIndex;
          if (type !== "ws") yield { type, text: m[0], at: m.index };
          continue outer;
        }
      }
      throw new SyntaxError(`Unexpected '${this.src[this.pos]}' at ${this.pos}`);
    }
    yield { type: "eof", text: "<eof>", at: this.pos };
  }
}
const PREC = { "=": 1, "<": 2, ">": 2, "==": 2, "+": 3, "-": 3, "*": 4, "/": 4, "%": 4, "**": 6 };
class Parser {
  constructor(src) {
    this.tokens = [...new Lexer(src)];
    this.i = 0;
  }
  get cur() {
    return this.tokens[this.i];
  }
  next(expected) {
    const t = this.tokens[this.i++];
    if (expected && t.text !== expected) throw new SyntaxError(`Expected ${expected} but got ${t.text}`);
    return t;
  }
  expr(min = 0) {
    let left = this.unary();
    while (PREC[this.cur.text] > min) {
      const op = this.next().text;
      const right = this.expr(op === "**" || op === "=" ? PREC[op] - 1 : PREC[op]);
      left = { op, left, right };
    }
    return left;
  }
  unary() {
    if (this.cur.text === "-") {
      this.next();
      return { op: "neg", arg: this.expr(5) };
    }
    const t = this.next();
    switch (t.type) {
      case "num":
        return +t.text;
      case "id":
        if (this.cur.text === "(") {
          this.next("(");
          const args = [];
          while (this.cur.text !== ")") {
            args.push(this.expr());
            if (this.cur.text === ",") this.next();
          }
          this.next(")");
          return { call: t.text, args };
        }
        return { name: t.text };
      default:
        if (t.text === "(") {
          const e = this.expr();
          this.next(")");
          return e;
        }
        throw new SyntaxError(`Unexpected ${t.text}`);
    }
  }
  parse() {
    const e = this.expr();
    this.next("<eof>");
    return e;
  }
}
const env = new Map([
  ["pi", Math.PI],
  ["max", Math.max],
  ["sqrt", Math.sqrt],
]);
const evaluate = (n) => {
  if (typeof n === "number") return n;
  if (n.name) {
    if (!env.has(n.name)) throw new ReferenceError(`${n.name} is not defined`);
    return env.get(n.name);
  }
  if (n.call) return env.get(n.call)(...n.args.map(evaluate));
  if (n.op === "neg") return -evaluate(n.arg);
  if (n.op === "=") {
    const v = evaluate(n.right);
    env.set(n.left.name, v);
    return v;
  }
  const [a, b] = [evaluate(n.left), evaluate(n.right)];
  return {
    "+": () => a + b,
    "-": () => a - b,
    "*": () => a * b,
    "/": () => a / b,
    "%": () => a % b,
    "**": () => a ** b,
    "<": () => a < b,
    ">": () => a > b,
    "==": () => a === b,
  }[n.op]();
};
for (const src of [
  "1 + 2 * 3",
  "(1 + 2) * 3",
  "2 ** 3 ** 2",
  "-2 ** 2",
  "x = 4",
  "sqrt(x) + max(1, x, 3)",
  "10 / 4 % 2",
  "1 +",
  "foo",
  "1 $ 2",
  "1 < 2 == 2",
  "pi * 2",
]) {
  try {
    const ast = new Parser(src).parse();
    console.log(src, "=>", evaluate(ast));
  } catch (e) {
    console.log(`${src} !! ${e.name}: ${e.message}`);
  }
}
//= 1 + 2 * 3 => 7
//= (1 + 2) * 3 => 9
//= 2 ** 3 ** 2 => 512
//= -2 ** 2 => -4
//= x = 4 => 4
//= sqrt(x) + max(1, x, 3) => 6
//= 10 / 4 % 2 => 0.5
//= 1 + !! SyntaxError: Unexpected <eof>
//= foo !! ReferenceError: foo is not defined
//= 1 $ 2 !! SyntaxError: Unexpected '$' at 2
//= 1 < 2 == 2 => false
//= pi * 2 => 6.283185307179586
