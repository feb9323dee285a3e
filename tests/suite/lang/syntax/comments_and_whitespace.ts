/* block */ let a = 1; // line
/* multi
   line */ let b = 2 /**/ + /* inner */ 3;
console.log(a /* x */, b);//no space
const re = /\/\*not a comment\*\//; console.log(re.test("/*not a comment*/"), "// not", '/* not */', `// ${"/* neither */"}`);
/** doc @param {x} */
function f(/* a */ x /* b */, /* c */) { return /* d */ x; }
console.log(f(1, 2),	"tab before");
let	t =
  1; console.log(t);
//= 1 5
//= true // not /* not */ // /* neither */
//= 1 tab before
//= 1
