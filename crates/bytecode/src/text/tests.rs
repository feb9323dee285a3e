//! What is written down is read back.

use super::operand::{quote, unquote};
use std::sync::Arc;

use crate::{SourceText, assemble, disassemble};

#[test]
fn quoted_texts_come_back() {
    for text in [
        "",
        "plain",
        "\"quotes\" and \\",
        "line\nbreak\ttab\r",
        "ü 漢 😀",
        "; not a comment",
        "\u{0}\u{2028}",
    ] {
        let quoted = quote(text);
        assert!(!quoted.contains('\n'), "{quoted}");
        assert_eq!(unquote(&quoted), Some((text.to_owned(), "")), "{quoted}");
    }
}

#[test]
fn a_program_written_by_hand_is_read_and_written_back() {
    let text = "\
program main=f0
atom a0 \"\"
atom a1 \"; counter\"
const k0 number 3ff8000000000000 ; 1.5
const k1 text \"a\\nb\"
const k2 utf16 d800 0041

function f0 kind=async_arrow name=a1 params=1 length=0 rest=true arguments=r3 registers=4 internal=true span=1:1-2:3 ; ; counter
  capture r1
  capture c2
  handler start=@0 end=@2 target=@2 value=r3
  variable name=a1 cell=r2 start=@0 end=@3 ; ; counter
  load_const dest=r0 constant=k0 | at=1:2-1:5 statement=true ; @0 1.5
  binary operator=shift_right_unsigned dest=r0 left=r0 right=r1 ; @1
  load_cell dest=r0 cell=r2 | at=2:1-2:2 access=a1 note=feeds ; @2 ; counter
  load_global dest=r1 global=Promise ; @3
  define_private object=r0 key=r1 value=r2 kind=getter ; @4
  set_function_name function=r0 key=r1 prefix=get ; @5
  generator_start ; @6
  yield dest=r0 value=r1 mode=r2 is_delegate=true ; @7
  call_library dest=r0 base=r1 function=f0 count=2 ; @8
  return value=r0 ; @9
";
    let program = assemble(text, &Arc::default(), &SourceText::default()).unwrap();
    assert_eq!(disassemble(&program), text);
}

#[test]
fn wrong_lines_are_named() {
    let check = |text: &str, expected: &str| {
        assert_eq!(
            assemble(text, &Arc::default(), &SourceText::default())
                .unwrap_err()
                .to_string(),
            expected
        )
    };
    check("program", "1: `main` is missing");
    check("atom a1 \"x\"", "1: this should be `a0`, not `a1`");
    check("\nmove dest=r0", "2: this line belongs into a function");
    let head = "function f0 kind=main name=a0 params=0 length=0 rest=false registers=1 internal=false span=1:1-1:1\n";
    check(&format!("{head}  fly dest=r0"), "2: there is no operation `fly`");
    check(&format!("{head}  move dest=r0"), "2: `source` is missing");
    check(
        &format!("{head}  move dest=r0 source=x"),
        "2: `x` is not a value of `source`",
    );
    check(
        &format!("{head}  return value=r0 by=r1"),
        "2: `by` does not belong here",
    );
}
