//- javascript
function f() { try { throw 1 } catch (e) { var e = 2; console.log(e); } console.log(e); }
f();
function g() { try { throw 1 } catch (e) { for (var e = 3; e < 4; e++) console.log("loop", e); console.log(e); { var e = 9; } console.log(e) } return e; }
console.log(g());
function h() { try { throw 1 } catch (e) { for (var e in {a: 1}) console.log(e); console.log(e);  var { e } = { e: 5 }; console.log(e); const k = () => { var e = 7; return e }; k(); console.log(e); var e; console.log(e) } return e; }
console.log(h());
function i() { try { throw [1] } catch (e) { try { throw 2 } catch (e) { var e = 3; console.log(e) } console.log(e) } return e; }
console.log(i());
function j(e) { try { throw 1 } catch (e) { var e = 3; const show = () => e; e++; console.log(show()) } return e }
console.log(j(10));
try { throw 1 } catch (top) { var top = 4; console.log(top) }
function k() {
  try {
    throw 1;
  } catch (e) {
    for (var e of [5, 6]) console.log("of", e);
    console.log(e);
    var e;
    console.log(e);
  }
  return e;
}
console.log(k());
function l() {
  try {
    throw { a: 1 };
  } catch (e) {
    var { a: e, b = 2 } = e;
    console.log(e, b);
    var [e] = ["first"];
    console.log(e);
    (() => {
      var e = "inner";
      return e;
    })();
    console.log(e);
  }
  return [e, b];
}
console.log(l());
//= 2
//= undefined
//= loop 3
//= 4
//= 9
//= undefined
//= a
//= a
//= 5
//= 5
//= 5
//= undefined
//= 3
//= [ 1 ]
//= undefined
//= 4
//= 10
//= 4
//= of 5
//= of 6
//= 6
//= 6
//= undefined
//= 1 2
//= first
//= first
//= [ undefined, 2 ]
