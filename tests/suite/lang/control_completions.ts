// Loops, jumps and completions.
const log = [];
outer: for (let i = 0; i < 4; i++) {
  for (let j = 0; ; j++) {
    try {
      if (j === 1 && i === 1) continue outer;
      if (j === 2) break;
      if (i === 3) break outer;
      log.push(`${i}${j}`);
    } finally {
      log.push("f");
    }
  }
}
console.log(log.join(" "));
function f(how) {
  for (const x of [1, 2, 3]) {
    try {
      if (how === "return") return "returned " + x;
      if (how === "throw") throw new Error("thrown " + x);
      if (how === "break") break;
      if (how === "override") { try { return "lost" } finally { return "kept" } }
      if (how === "nested") { try { throw new Error("a") } finally { try { throw new Error("b") } catch (e) { log.push(e.message) } } }
    } catch (error) {
      if (how === "throw") return "caught " + error.message;
      if (how === "nested") return "outer " + error.message;
    } finally {
      log.push("finally " + how);
      if (how === "continue") continue;
    }
  }
  return "end";
}
for (const how of ["return", "throw", "break", "override", "nested", "continue", "none"]) console.log(how, f(how));
console.log(log.slice(-8).join(","));
function value() { let x = 1; try { return x } finally { x = 2 } }
console.log(value());
let n = 0;
do { n++; if (n === 2) continue; if (n > 4) break } while (n < 10);
console.log(n);
while (true) { if (n-- < 0) break }
console.log(n);
function grade(x) {
  switch (x) {
    case 1: return "one";
    case "2":
    case 2: { log.length = 0 }
    case 3: return "two or three";
    default: return "many";
    case 9: return "nine";
  }
}
console.log([1, "2", 2, 3, 4, 9].map(grade).join());
block: { n = 5; if (n) break block; n = 6 }
console.log(n);
for (const key in { a: 1, b: 2, 1: 3 }) console.log("key", key);
for (var v of [1, 2]) ; console.log(v);
for (const i in [7, 8]) console.log(typeof i, i);
let s = ""; for (const c of "a😀b") s += `<${c}>`; console.log(s);
try { null.x } catch (e) { console.log(e instanceof TypeError, e.message) }
try { undefined.foo() } catch (e) { console.log(e.message) }
try { const q = 1; q = 2 } catch (e) { console.log(e.name, e.message) }
//= 00 f 01 f f 10 f f 20 f 21 f f f
//= return returned 1
//= throw caught thrown 1
//= break end
//= override kept
//= nested outer a
//= continue end
//= none end
//= b,finally nested,finally continue,finally continue,finally continue,finally none,finally none,finally none
//= 1
//= 5
//= -2
//= one,two or three,two or three,two or three,many,nine
//= 5
//= key 1
//= key a
//= key b
//= 2
//= string 0
//= string 1
//= <a><😀><b>
//= true Cannot read properties of null (reading 'x')
//= Cannot read properties of undefined (reading 'foo')
//= TypeError Assignment to constant variable.
