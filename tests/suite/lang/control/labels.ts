outer: for (let i = 0; i < 3; i++) {
  inner: for (let j = 0; ; j++) {
    if (j === 2) continue outer;
    if (i === 2) break outer;
    try {
      if (j === 1) continue inner;
      console.log(i, j);
    } finally {
      console.log("f", i, j);
    }
  }
}
block: {
  console.log("in");
  if (true) break block;
  console.log("never");
}
a: b: for (;;) {
  for (;;) break a;
}
foo: switch (1) {
  case 1:
    for (const x of [1, 2]) {
      if (x === 2) break foo;
      console.log("x", x);
    }
    console.log("never");
}
lab: if (true) {
  break lab;
}
let n = 0;
w: while (true) {
  do {
    n++;
    if (n < 3) continue w;
    if (n > 5) break w;
  } while (n < 10);
}
console.log(n);
const fs = [];
l: for (let i = 0; i < 3; i++) {
  fs.push(() => i);
  switch (i) {
    case 1:
      continue l;
  }
  i += 0;
}
console.log(fs.map((f) => f()));
yieldLabel: for (const c of "abc") {
  for (const d of "xyz") {
    if (c === d) break yieldLabel;
    if (d === "y") continue yieldLabel;
    console.log(c + d);
  }
}
//= 0 0
//= f 0 0
//= f 0 1
//= 1 0
//= f 1 0
//= f 1 1
//= in
//= x 1
//= 6
//= [ 0, 1, 2 ]
//= ax
//= bx
//= cx
