function* nested() {
  try {
    try {
      yield 1;
    } finally {
      console.log("inner");
      yield "i";
      console.log("inner done");
    }
  } finally {
    console.log("outer");
  }
}
let it = nested();
it.next();
console.log(it.return("r"), it.next(), it.next());
function* override() {
  try {
    yield 1;
  } finally {
    return "override";
  }
}
it = override();
it.next();
console.log(it.return("x"), it.next());
function* throws() {
  try {
    yield 1;
  } finally {
    throw new Error("from finally");
  }
}
it = throws();
it.next();
try {
  it.return(1);
} catch (e) {
  console.log(e.message, it.next());
}
function* swallow() {
  while (true) {
    try {
      yield "again";
    } finally {
      continue;
    }
  }
}
it = swallow();
it.next();
console.log(it.return(1), it.return(2), it.next());
function* loop() {
  for (const x of [1, 2]) {
    try {
      yield x;
    } finally {
      console.log("f", x);
    }
  }
}
for (const x of loop()) {
  console.log(x);
  if (x === 1) continue;
  break;
}
//= inner
//= inner done
//= outer
//= { value: 'i', done: false } { value: 'r', done: true } { value: undefined, done: true }
//= { value: 'override', done: true } { value: undefined, done: true }
//= from finally { value: undefined, done: true }
//= { value: 'again', done: false } { value: 'again', done: false } { value: 'again', done: false }
//= 1
//= f 1
//= 2
//= f 2
