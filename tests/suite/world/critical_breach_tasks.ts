// lanes: model=tasks
//- schedule: v1 model=tasks granularity=access time=exact seed=0 : 0 1 2
async function worker() {
  critical("file");
  console.log("never");
}
spawn("A", worker);
spawn("B", worker);
//! A and B are both about to take the critical step "file"
