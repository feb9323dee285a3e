// lanes: model=threads
//- schedule: v1 model=threads granularity=access time=exact seed=0 : 0 2 1
async function worker() {
  critical();
}
spawn("A", worker);
spawn("B", worker);
//! A and B are both about to take the critical step
