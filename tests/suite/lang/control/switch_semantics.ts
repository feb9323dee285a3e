const test = (x) => {
  const out = [];
  switch (x) {
    case out.push("eval1") && 1:
      out.push("one");
    default:
      out.push("default");
    case 2:
      out.push("two");
      break;
    case out.push("eval3") && 3: {
      let scoped = "three";
      out.push(scoped);
    }
    case NaN:
      out.push("NaN");
  }
  return out.join(",");
};
for (const x of [1, 2, 3, NaN, "1", undefined]) console.log(String(x), test(x));
switch (1) {
  case 0:
    let t = 1;
    break;
  case 1:
    try {
      t;
    } catch (e) {
      console.log(e.message);
    }
}
switch (2) {
  case 2:
    function hoisted() {
      return "hoisted";
    }
    console.log(hoisted());
}
switch (true) {
  case 1 > 2:
    console.log("no");
    break;
  case 2 > 1:
    console.log("yes");
}
const fs = [];
for (let i = 0; i < 2; i++)
  switch (i) {
    default:
      const c = i * 10;
      fs.push(() => c);
  }
console.log(fs.map((f) => f()));
switch (3) {
}
switch ((console.log("discriminant"), 1)) {
  case 1:
}
const ret = (() => {
  switch (0) {
    case 0:
      return "from switch";
  }
})();
console.log(ret);
//= 1 eval1,one,default,two
//= 2 eval1,two
//= 3 eval1,eval3,three,NaN
//= NaN eval1,eval3,default,two
//= 1 eval1,eval3,default,two
//= undefined eval1,eval3,default,two
//= Cannot access 't' before initialization
//= hoisted
//= yes
//= [ 0, 10 ]
//= discriminant
//= from switch
