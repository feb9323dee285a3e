//! Numbers to text and back, as Node does it.

use super::*;

#[test]
fn numbers_print_as_in_node() {
    let cases = [
        (0.1 + 0.2, "0.30000000000000004"),
        (-0.0, "0"),
        (1e21, "1e+21"),
        (123_456_789_012_345_680_000.0, "123456789012345680000"),
        (1e-6, "0.000001"),
        (1e-7, "1e-7"),
        (1.5e-9, "1.5e-9"),
        (-123.456, "-123.456"),
        (f64::MAX, "1.7976931348623157e+308"),
        (5e-324, "5e-324"),
        (4_294_967_296.0, "4294967296"),
    ];
    for (value, expected) in cases {
        assert_eq!(to_string(value), expected);
    }
}

#[test]
fn fixed_and_precise_digits_round_halves_upwards() {
    assert_eq!(to_fixed(2.5, 0), "3");
    assert_eq!(to_fixed(-2.5, 0), "-3");
    assert_eq!(to_fixed(1.005, 2), "1.00");
    assert_eq!(to_fixed(1.45, 1), "1.4");
    assert_eq!(to_fixed(9.995, 1), "10.0");
    assert_eq!(to_fixed(0.000_001, 7), "0.0000010");
    assert_eq!(to_fixed(1e21, 2), "1e+21");
    assert_eq!(to_precision(123.456, 4), "123.5");
    assert_eq!(to_precision(0.000_123, 2), "0.00012");
    assert_eq!(to_precision(123_456.0, 2), "1.2e+5");
    assert_eq!(to_precision(99.99, 3), "100");
    assert_eq!(to_precision(0.0, 3), "0.00");
}

#[test]
fn other_radices() {
    assert_eq!(to_radix(255.0, 16), "ff");
    assert_eq!(to_radix(0.5, 2), "0.1");
    assert_eq!(to_radix(-255.5, 16), "-ff.8");
    assert_eq!(to_radix(0.1, 3), "0.0022002200220022002200220022002201");
    assert_eq!(to_radix(35.0, 36), "z");
    assert_eq!(to_radix(1e21, 36), "5v1j4f4ds7c000");
    assert_eq!(to_radix(2_f64.powi(60), 7), "2031000661631341064200");
    assert_eq!(to_radix(123.456, 36), "3f.gez4w97ry");
}

#[test]
fn text_to_number() {
    let number = |text: &str| parse(&Text::new(text));
    assert_eq!(number(" 12.5\n"), 12.5);
    assert_eq!(number(""), 0.0);
    assert_eq!(number("0x1F"), 31.0);
    assert_eq!(number(".5"), 0.5);
    assert_eq!(number("5."), 5.0);
    assert_eq!(number("-Infinity"), f64::NEG_INFINITY);
    assert!(number("1_000").is_nan());
    assert!(number("12px").is_nan());
    assert!(number("e5").is_nan());
    assert_eq!(parse_float(&Text::new("2.5abc")), 2.5);
    assert_eq!(parse_float(&Text::new("1e")), 1.0);
    assert_eq!(parse_int(&Text::new("42px"), 0), 42.0);
    assert_eq!(parse_int(&Text::new("-0x10"), 0), -16.0);
    assert_eq!(parse_int(&Text::new("z"), 36), 35.0);
    assert!(parse_int(&Text::new("9"), 8).is_nan());
}

#[test]
fn integers_wrap() {
    assert_eq!(to_int32(4_294_967_295.0), -1);
    assert_eq!(to_int32(2_147_483_648.0), i32::MIN);
    assert_eq!(to_uint32(-1.0), u32::MAX);
    assert_eq!(to_int32(f64::NAN), 0);
    assert_eq!(relative_index(-2.0, 5), 3);
    assert_eq!(relative_index(f64::INFINITY, 5), 5);
}
