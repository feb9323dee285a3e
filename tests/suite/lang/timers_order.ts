setTimeout(() => console.log("30"), 30);
setTimeout(() => console.log("10"), 10);
setTimeout(() => console.log("20"), 20);
setTimeout((a, b) => console.log("args", a, b), 40, "x", "y");
const cancelled = setTimeout(() => console.log("never"), 15);
clearTimeout(cancelled);
setTimeout(() => {
  console.log("outer 50");
  setTimeout(() => console.log("inner 70"), 20);
}, 50);
setTimeout(() => console.log("60"), 60);
console.log("main");
//= main
//= 10
//= 20
//= 30
//= args x y
//= outer 50
//= 60
//= inner 70
