// lanes: model=threads
let counter = 0;
async function worker() {
  for (let i = 0; i < 2; i++) counter = counter + 1;
}
await Promise.all([spawn(worker), spawn(worker), spawn(worker)]);
