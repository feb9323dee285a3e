//! A text as a QR code in SVG, for a classroom to photograph. Owns its look: black on white in any theme, with the quiet
//! zone that readers need. The encoding itself is `qrcodegen`'s.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

/// How wide the white margin is, in modules (ISO/IEC 18004).
const QUIET_ZONE: i32 = 4;

/// The code as an SVG element; `None` if the text is longer than any code can hold, which is about 2,950 characters.
pub(crate) fn svg(text: &str, label: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let side = code.size() + 2 * QUIET_ZONE;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"{label}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{}\"/></svg>",
        path(&code)
    ))
}

/// The dark modules, each stretch of them in a row as one box.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let (left, top, width) = (start + QUIET_ZONE, y + QUIET_ZONE, x - start);
                // Writing to a string cannot fail.
                let _ = write!(path, "M{left} {top}h{width}v1h-{width}z");
            }
            x += 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules that a path paints, as rows of `#` and `.`.
    fn painted(svg: &str) -> Vec<String> {
        let side: usize = svg
            .split_once("viewBox=\"0 0 ")
            .and_then(|(_, rest)| rest.split_once(' '))
            .expect("a view box")
            .0
            .parse()
            .expect("a side");
        let mut rows = vec![vec!['.'; side]; side];
        let (_, path) = svg.split_once("#000\" d=\"").expect("the dark path");
        for piece in path.split('M').skip(1) {
            let numbers: Vec<usize> = piece
                .split(|letter: char| !letter.is_ascii_digit())
                .filter_map(|number| number.parse().ok())
                .collect();
            let [left, top, width, ..] = numbers[..] else {
                panic!("{piece}")
            };
            rows[top][left..left + width].fill('#');
        }
        rows.into_iter().map(|row| row.into_iter().collect()).collect()
    }

    #[test]
    fn it_has_a_quiet_zone_and_three_corners() {
        let rows = painted(&svg("https://example.org/#v1.abc", "a code").expect("it fits"));
        let side = rows.len();
        let zone = QUIET_ZONE as usize;
        for (y, row) in rows.iter().enumerate() {
            for (x, module) in row.chars().enumerate() {
                let is_outside = x.min(y) < zone || x.max(y) >= side - zone;
                assert!(!is_outside || module == '.', "{x} {y}");
            }
        }
        let corner = |x: usize, y: usize| [0, 3, 6].map(|row| rows[y + row][x..x + 7].to_owned());
        let finder = ["#######", "#.###.#", "#######"];
        for (x, y) in [(zone, zone), (side - zone - 7, zone), (zone, side - zone - 7)] {
            assert_eq!(corner(x, y), finder);
        }
    }

    #[test]
    fn it_paints_what_the_encoder_says() {
        let text = "https://example.org/".repeat(40);
        let rows = painted(&svg(&text, "a code").expect("it fits"));
        let code = QrCode::encode_text(&text, QrCodeEcc::Low).expect("it fits");
        for y in 0..code.size() {
            for x in 0..code.size() {
                let (column, row) = ((x + QUIET_ZONE) as usize, (y + QUIET_ZONE) as usize);
                assert_eq!(rows[row].as_bytes()[column] == b'#', code.get_module(x, y));
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert!(svg(&"a".repeat(2_953), "a code").is_some());
        assert!(svg(&"a".repeat(2_954), "a code").is_none());
    }
}
