//! `cargo xtask serve`: from whatever the machine has to a page on a local port that follows every edit.

use std::net::{Ipv4Addr, TcpListener};

use crate::failure::{Outcome, fail};
use crate::{build, tools};

const PORT_DEFAULT: u16 = 8080;

/// Installs what is missing, builds, serves until it is interrupted.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let options = Options::parse(arguments)?;
    // Found out now and not after a build of minutes.
    if TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).is_err() {
        return fail(format!("port {} is in use: choose another with --port N", options.port));
    }
    tools::ensure_build_tools()?;
    println!(
        "xtask: building; then Lanes is at http://127.0.0.1:{}/ (Ctrl-C ends it)",
        options.port
    );
    let port = options.port.to_string();
    let serve = build::trunk()?.args(["serve", "--port", port.as_str()]);
    let serve = if options.release { serve.arg("--release") } else { serve };
    serve.run()
}

#[derive(Debug, PartialEq, Eq)]
struct Options {
    port: u16,
    release: bool,
}

impl Options {
    fn parse(arguments: &[String]) -> Outcome<Self> {
        let mut options = Options {
            port: PORT_DEFAULT,
            release: false,
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--release" => options.release = true,
                "--port" => match rest.next().and_then(|port| port.parse().ok()) {
                    Some(port) => options.port = port,
                    None => return fail("--port needs a number up to 65535"),
                },
                other => return fail(format!("`cargo xtask serve` takes no `{other}`")),
            }
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn parse(words: &str) -> Option<Options> {
        let words: Vec<String> = words.split_whitespace().map(String::from).collect();
        Options::parse(&words).ok()
    }

    #[test]
    fn options() {
        assert_eq!(
            parse(""),
            Some(Options {
                port: 8080,
                release: false
            })
        );
        assert_eq!(
            parse("--port 9000 --release"),
            Some(Options {
                port: 9000,
                release: true
            })
        );
        assert_eq!(parse("--port"), None);
        assert_eq!(parse("--port 70000"), None);
        assert_eq!(parse("--open"), None);
    }
}
