// lanes: model=event-loop
//- schedule: v1 model=event-loop granularity=access time=exact io=open seed=0 : 0 i2 0 i0 0 t 0 i0 0
const answer = (name, ms) => io(name, ms, name).then((text) => console.log(text, Date.now()));
answer("first", 1);
answer("second", 2);
answer("third", 3);
setTimeout(() => console.log("timer", Date.now()), 10);
//= third 0
//= first 0
//= timer 10
//= second 10
