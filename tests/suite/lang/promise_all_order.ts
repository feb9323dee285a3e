Promise.all([1, 2]).then((v) => console.log("all", v));
Promise.race([1, 2]).then((v) => console.log("race", v));
Promise.allSettled([1]).then((v) => console.log("settled", v.length));
Promise.any([1]).then((v) => console.log("any", v));
Promise.all([]).then((v) => console.log("empty", v));
Promise.resolve().then(() => console.log("t1")).then(() => console.log("t2")).then(() => console.log("t3")).then(() => console.log("t4"));
//= empty []
//= t1
//= all [ 1, 2 ]
//= race 1
//= settled 1
//= any 1
//= t2
//= t3
//= t4
