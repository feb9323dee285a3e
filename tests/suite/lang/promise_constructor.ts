const p = new Promise((resolve, reject) => {
  console.log("executor runs at once");
  resolve(1);
  resolve(2);
  reject(new Error("ignored"));
});
p.then((v) => console.log(v));
new Promise(() => { throw new Error("thrown"); }).catch((e) => console.log(e.message));
new Promise((r) => { r("kept"); throw new Error("late"); }).then((v) => console.log(v));
let later;
const q = new Promise((r) => { later = r; });
q.then((v) => console.log("q", v));
later("now");
console.log("end of main");
const self = new Promise((r) => setTimeout(() => r(self), 5));
self.catch((e) => console.log(e.name, e.message));
try { new Promise(5); } catch (e) { console.log(e.name, e.message); }
try { Promise(() => {}); } catch (e) { console.log(e.name); }
//= executor runs at once
//= end of main
//= TypeError Promise resolver 5 is not a function
//= TypeError
//= 1
//= thrown
//= kept
//= q now
//= TypeError Chaining cycle detected for promise #<Promise>
