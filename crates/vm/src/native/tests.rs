//! The lists of built-ins are consistent.

use super::namespace::global_value;
use super::*;
use bytecode::GLOBALS;

#[test]
fn every_global_is_something() {
    for global in GLOBALS {
        assert!(
            global.name == "undefined" || global_value(global.name) != Value::Undefined,
            "{} has no value",
            global.name
        );
    }
}

#[test]
fn no_owner_has_a_name_twice() {
    for pure in Pure::ALL {
        assert!(
            pure.owner() == Owner::Hidden
                || pure.role() == Role::Setter
                || find_member(pure.owner(), pure.name()) == Some(Native::Pure(*pure))
        );
    }
    for host in Host::ALL {
        assert!(host.owner() == Owner::Hidden || find_member(host.owner(), host.name()) == Some(Native::Host(*host)));
    }
}
