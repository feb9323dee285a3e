console.log(even(4), v);
function even(n) { return n === 0 || odd(n - 1) }
function odd(n) { return n !== 0 && even(n - 1) }
var v = 1;
{
  inner();
  function inner() { v++ }
}
function scope() { if (v) { var w = 1 } return w }
scope();
