io("log", 40).then(() => console.log("written", Date.now()));
console.log("main is done");
//= main is done
//= written 40
