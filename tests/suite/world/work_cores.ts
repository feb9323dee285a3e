// lanes: model=tasks cores=1
spawn("A", () => { work(30); console.log("A computed", performance.now()); });
spawn("B", () => { work(10); console.log("B computed", performance.now()); });
//= A computed 30
//= B computed 40
