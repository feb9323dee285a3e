//- javascript
const t = setTimeout(() => {}, 1);
console.log(t.hasRef(), t.unref() === t, t.hasRef(), t.ref() === t, t.hasRef(), typeof +t, t.constructor.name);
console.log(Object.prototype.toString.call(t), t == t, t + 0 === +t, `${t}` === String(+t));
clearTimeout(t);
console.log(t.hasRef(), t.refresh() === t, t.hasRef(), t.close() === t);
const again = setTimeout(function (a, b) {
  console.log("fired", this === again, a, b, again.hasRef());
}, 20, 1, 2);
let times = 0;
const refresher = setInterval(() => {
  times++;
  if (times === 3) clearInterval(refresher);
  again.refresh();
}, 10);
const cleared = setTimeout(() => console.log("never"), 5);
clearTimeout(cleared);
cleared.refresh();
setTimeout(() => console.log("never"), 5).close();
clearTimeout(+setTimeout(() => console.log("never"), 5));
clearTimeout(`${setTimeout(() => console.log("never"), 5)}`);
clearInterval(setTimeout(() => console.log("never"), 5));
clearTimeout(setInterval(() => console.log("never"), 5));
[undefined, null, "x", {}, NaN].forEach((nothing) => clearTimeout(nothing));
let count = 0;
const interval = setInterval(function () {
  count++;
  if (count === 3) {
    clearInterval(this);
    console.log("interval", count, this === interval);
  }
}, 30);
setTimeout(() => again.refresh(), 100);
setInterval(() => console.log("never alone"), 1000).unref();
//= true true false true true number Timeout
//= [object Object] true true true
//= true true true true
//= fired true 1 2 true
//= interval 3 true
//= fired true 1 2 true
