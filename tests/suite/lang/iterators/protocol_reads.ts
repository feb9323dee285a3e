const log = [];
const it = {
  get [Symbol.iterator]() {
    log.push("get iterator");
    return function () {
      log.push("call iterator");
      let n = 0;
      return {
        get next() {
          log.push("get next");
          return () => {
            log.push("call next");
            return {
              get done() {
                log.push("done");
                return n > 1;
              },
              get value() {
                log.push("value");
                return n++;
              },
            };
          };
        },
        get return() {
          log.push("get return");
          return () => {
            log.push("call return");
            return {};
          };
        },
      };
    };
  },
};
for (const x of it) {
}
console.log(log.join(", "));
log.length = 0;
for (const x of it) break;
console.log(log.join(", "));
log.length = 0;
const [a] = it;
console.log(log.join(", "));
log.length = 0;
const [...all] = it;
console.log(log.join(", "));
log.length = 0;
[...it];
console.log(log.join(", "));
log.length = 0;
Array.from(it);
log.length = 0;
try {
  for (const x of it) throw new Error("e");
} catch {}
console.log(log.join(", "));
log.length = 0;
const [, , , b] = it;
//= get iterator, call iterator, get next, call next, done, value, call next, done, value, call next, done
//= get iterator, call iterator, get next, call next, done, value, get return, call return
//= get iterator, call iterator, get next, call next, done, value, get return, call return
//= get iterator, call iterator, get next, call next, done, value, call next, done, value, call next, done
//= get iterator, call iterator, get next, call next, done, value, call next, done, value, call next, done
//= get iterator, call iterator, get next, call next, done, value, get return, call return
