const user = undefined;
function greet() {
  return user.name;
}
console.log("x");
greet();
//= x
//! TypeError: Cannot read properties of undefined (reading 'name')
