const name = "Ada";
console.log(`Hello ${name}, ${1 + 1} times ${`nested ${name}`}`);
console.log(`line one
line two`);
console.log("abc".length, "abc"[1], "abc".at(-1), "abc".charCodeAt(0), "a-b-c".split("-"), "abc".split(""));
console.log("hello".toUpperCase(), "  x ".trim() + "|", "abc".padStart(5, "*"), "abc".padEnd(5) + "|", "ab".repeat(3));
console.log("hello".includes("ell"), "hello".indexOf("l"), "hello".lastIndexOf("l"), "hello".startsWith("he"), "hello".endsWith("lo"));
console.log("hello".slice(1, -1), "hello".substring(3, 1), "a,b".replace(",", ";"), "a.b.c".replaceAll(".", ""));
console.log("a" < "b", "10" < "9", "10" < 9, "b" + 1 + 2, 1 + 2 + "b", "5" * "2", "5" - 2);
console.log(String(null), String([1, [2, 3]]), String({}), `${[1, 2]}`, "" + undefined);
console.log("\u0041\x41\t|\u{1F600}", 'it\'s', "q\"q");
console.log([..."h\u00e9"].length, "x".concat("y", 1), "abc".localeCompare("abd") < 0);
//= Hello Ada, 2 times nested Ada
//= line one
//= line two
//= 3 b c 97 [ 'a', 'b', 'c' ] [ 'a', 'b', 'c' ]
//= HELLO x| **abc abc  | ababab
//= true 2 3 true true
//= ell el a;b abc
//= true true false b12 3b 10 3
//= null 1,2,3 [object Object] 1,2 undefined
//= AA	|😀 it's q"q
//= 2 xy1 true
