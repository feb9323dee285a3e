function source(name) {
  let i = 0;
  return {
    [Symbol.iterator]() {
      return this;
    },
    next() {
      console.log(name, "next");
      return { value: i++, done: i > 5 };
    },
    return(v) {
      console.log(name, "return");
      return {};
    },
  };
}
for (const x of source("break")) if (x === 1) break;
try {
  for (const x of source("throw")) throw new Error("body");
} catch (e) {
  console.log(e.message);
}
(() => {
  for (const x of source("ret")) return x;
})();
outer: for (const y of source("outer")) {
  for (const x of source("inner")) continue outer;
  break;
}
const [p, q] = source("destructure");
const [...all] = source("rest");
const [] = source("empty");
console.log(p, q, all.length);
try {
  new Map(source("map"));
} catch (e) {
  console.log(e.message);
}
try {
  Array.from(source("from"), () => {
    throw new Error("mapper");
  });
} catch (e) {
  console.log(e.message);
}
new Set(source("set"));
Math.max(...source("spread"));
//= break next
//= break next
//= break return
//= throw next
//= throw return
//= body
//= ret next
//= ret return
//= outer next
//= inner next
//= inner return
//= outer next
//= inner next
//= inner return
//= outer next
//= inner next
//= inner return
//= outer next
//= inner next
//= inner return
//= outer next
//= inner next
//= inner return
//= outer next
//= destructure next
//= destructure next
//= destructure return
//= rest next
//= rest next
//= rest next
//= rest next
//= rest next
//= rest next
//= empty return
//= 0 1 5
//= map next
//= map return
//= Iterator value 0 is not an entry object
//= from next
//= from return
//= mapper
//= set next
//= set next
//= set next
//= set next
//= set next
//= set next
//= spread next
//= spread next
//= spread next
//= spread next
//= spread next
//= spread next
