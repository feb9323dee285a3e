// lanes: model=threads
//- events
let counter = 0;
async function add() {
  counter = counter + 1;
}
await Promise.all([spawn("A", add), spawn("B", add)]);
console.log(counter);
