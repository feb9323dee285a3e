const p = Promise.reject(new Error("late but in time"));
await null;
p.catch((e) => console.log("handled", e.message));
const q = Promise.reject(new Error("both"));
q.catch(() => console.log("one branch"));
setTimeout(() => console.log("still alive"), 5);
//= handled late but in time
//= one branch
//= still alive
