// lanes: model=event-loop
//- schedule: v1 model=event-loop granularity=access time=exact seed=0 : 0 =2 =0 =1
const order = [];
for (const name of ["first", "second", "third"]) order.push(name, choose(3));
console.log(order.join(" "));
//= first 2 second 0 third 1
