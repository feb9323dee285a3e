const log = (name, f) => {
  const seen = [];
  const r = f((...a) => (seen.push(a.map((x) => (Array.isArray(x) ? "arr" : x)).join("/")), true));
  console.log(name, seen.join(" "), Array.isArray(r) ? r : String(r));
};
const x = ["a", , "c"];
log("map", (f) => x.map(f));
log("filter", (f) => x.filter(f));
log("forEach", (f) => x.forEach(f));
log("some", (f) => x.some((...a) => !f(...a)));
log("every", (f) => x.every(f));
log("find", (f) => x.find((...a) => !f(...a)));
log("findIndex", (f) => x.findIndex((...a) => !f(...a)));
log("findLast", (f) => x.findLast((...a) => !f(...a)));
log("reduce", (f) => x.reduce((...a) => (f(...a), a[0] + a[1])));
log("reduceRight", (f) => x.reduceRight((...a) => (f(...a), a[0] + a[1]), "I"));
log("flatMap", (f) => x.flatMap(f));
log("from", (f) => Array.from(x, f));
log("sort", (f) => ["b"].sort(f));
const del = [1, 2, 3, 4];
const seen = [];
del.forEach((v, i) => {
  seen.push(v);
  if (i === 0) {
    delete del[1];
    del.length = 3;
    del[5] = "new";
  }
});
console.log(seen, del);
const grow = [1];
console.log(
  grow.map((v) => (grow.push(v + 1), v)),
  grow,
  [1, 2, 3].filter((v, i, a) => {
    a[i + 1] = 0;
    return v;
  }),
  [3, 2, 1].reduce((a, v, i, arr) => (i === 1 && arr.pop(), a + v)),
);
console.log(
  [1, 2]
    .map(function () {
      return this;
    }, "s")
    .map(typeofs),
  [1].map(parseInt),
  ["a"].map(String),
  [[1, 2]].map(([a, b]) => a + b),
  [1, 2, 3].map((x) => [x]).flat(),
);
function typeofs(v) {
  return typeof v;
}
//= map a/0/arr c/2/arr [ true, <1 empty item>, true ]
//= filter a/0/arr c/2/arr [ 'a', 'c' ]
//= forEach a/0/arr c/2/arr undefined
//= some a/0/arr c/2/arr false
//= every a/0/arr c/2/arr true
//= find a/0/arr /1/arr c/2/arr undefined
//= findIndex a/0/arr /1/arr c/2/arr -1
//= findLast c/2/arr /1/arr a/0/arr undefined
//= reduce a/c/2/arr ac
//= reduceRight I/c/2/arr Ic/a/0/arr Ica
//= flatMap a/0/arr c/2/arr [ true, true ]
//= from a/0 /1 c/2 [ true, true, true ]
//= sort  [ 'b' ]
//= [ 1, 3 ] [ 1, <1 empty item>, 3, <2 empty items>, 'new' ]
//= [ 1 ] [ 1, 2 ] [ 1 ] 5
//= [ 'string', 'string' ] [ 1 ] [ 'a' ] [ 3 ] [ 1, 2, 3 ]
