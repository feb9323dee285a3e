let out = [];
for (let i = 0; i < 10; i++) {
  if (i === 2) continue;
  if (i === 6) break;
  out.push(i);
}
console.log(out.join());
outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; j < 3; j++) {
    if (j === 1) continue outer;
    if (i === 2) break outer;
    console.log(i, j);
  }
}
let n = 3;
while (n > 0) n--;
do { n++; } while (n < 2);
console.log(n);
function kind(v) {
  switch (typeof v) {
    case "number":
      if (v > 10) return "big";
    case "boolean":
      return "small or bool";
    default:
      return "other";
    case "string":
      return "text";
  }
}
console.log(kind(11), kind(1), kind(true), kind("s"), kind({}));
switch (3) { case 1: console.log("one"); default: console.log("default"); case 2: console.log("falls"); }
for (const k in { a: 1, b: 2 }) console.log(k);
for (const i in ["x", "y"]) console.log(typeof i, i);
for (const ch of "añ😀") console.log(ch, ch.length);
console.log(n > 1 ? "yes" : "no", n && 0, n || 5, null ?? "nn", 0 ?? "no");
//= 0,1,3,4,5
//= 0 0
//= 1 0
//= 2
//= big small or bool small or bool text other
//= default
//= falls
//= a
//= b
//= string 0
//= string 1
//= a 1
//= ñ 1
//= 😀 2
//= yes 0 2 nn 0
