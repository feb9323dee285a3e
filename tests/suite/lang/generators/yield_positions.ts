function* g() {
  const o = { a: yield "a", [yield "key"]: yield "value" };
  const t = `${yield "t1"}-${yield "t2"}`;
  const r = (yield "x") + (yield "y") * (yield "z");
  const list = [yield "l1", ...(yield "l2")];
  const f = (yield "f")(yield "arg1", yield "arg2");
  const c = (yield "cond") ? yield "then" : yield "else";
  return { o, t, r, list, f, c };
}
const it = g();
const send = [undefined, 1, "k", 2, "T", "U", 10, 3, 4, "L", ["M", "N"], (a, b) => a - b, 9, 4, false, "E"];
for (const v of send) {
  const r = it.next(v);
  console.log(r.done ? r.value : String(r.value));
}
function* sw() {
  switch (yield 1) {
    case yield 2:
      yield "matched";
    default:
      yield "default";
  }
}
const s = sw();
console.log(s.next().value, s.next("v").value, s.next("v").value, s.next().value, s.next());
function* cond() {
  while (yield "more?") {
    if (yield "skip?") continue;
    yield "body";
  }
}
const w = cond();
console.log([undefined, true, true, true, false, 0, false].map((v) => w.next(v).value));
//= a
//= key
//= value
//= t1
//= t2
//= x
//= y
//= z
//= l1
//= l2
//= f
//= arg1
//= arg2
//= cond
//= else
//= {
//=   o: { a: 1, k: 2 },
//=   t: 'T-U',
//=   r: 22,
//=   list: [ 'L', 'M', 'N' ],
//=   f: 5,
//=   c: 'E'
//= }
//= 1 2 matched default { value: undefined, done: true }
//= [
//=   'more?',   'skip?',
//=   'more?',   'skip?',
//=   'body',    'more?',
//=   undefined
//= ]
