async function save(x) {
  if (x > 1) throw new Error("cannot save " + x);
  return x;
}
save(1).then((x) => console.log("saved", x));
save(2);
setTimeout(() => console.log("never"), 1000);
//= saved 1
//! Error: cannot save 2
