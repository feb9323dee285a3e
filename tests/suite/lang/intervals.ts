let n = 0;
const id = setInterval(() => {
  n++;
  console.log("tick", n);
  if (n === 3) clearInterval(id);
}, 10);
setTimeout(() => console.log("between"), 15);
setTimeout(() => console.log("after", n), 60);
//= tick 1
//= between
//= tick 2
//= tick 3
//= after 3
