const log = [];
const later = (v) =>
  new Promise((r) =>
    setTimeout(() => {
      log.push("resolved " + v);
      r(v);
    }, 1),
  );
async function withAwait() {
  try {
    return await later("a");
  } finally {
    log.push("finally a");
  }
}
async function without() {
  try {
    return later("b");
  } finally {
    log.push("finally b");
  }
}
async function caught() {
  try {
    return await Promise.reject(new Error("x"));
  } catch (e) {
    return "caught " + e.message;
  }
}
async function notCaught() {
  try {
    return Promise.reject(new Error("y"));
  } catch (e) {
    return "never";
  }
}
console.log(await withAwait(), await without(), log);
console.log(await caught(), await notCaught().catch((e) => "outside " + e.message));
async function nested() {
  for (const i of [1, 2, 3]) {
    try {
      if (i === 2) return await later("n" + i);
      await later("n" + i);
    } finally {
      await null;
      log.push("f" + i);
    }
  }
}
log.length = 0;
console.log(await nested(), log);
async function override() {
  try {
    throw new Error("lost");
  } finally {
    return "kept";
  }
}
console.log(await override());
async function loop() {
  let n = 0;
  while (true) {
    try {
      await null;
      if (++n < 3) continue;
      break;
    } finally {
      log.push("n" + n);
    }
  }
  return n;
}
log.length = 0;
console.log(await loop(), log);
//= a b [ 'resolved a', 'finally a', 'finally b', 'resolved b' ]
//= caught x outside y
//= n2 [ 'resolved n1', 'f1', 'resolved n2', 'f2' ]
//= kept
//= 3 [ 'n1', 'n2', 'n3' ]
